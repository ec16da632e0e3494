import { MarkLink } from './MarkLink'
import { severityLook } from './severity'
import styles from './strip.module.css'

export interface StripDot {
  readonly key: string
  /** Place along the strip, 0…1. */
  readonly at: number
  /** `1`…`5`; empty where not known. */
  readonly severity: string
  /** What it is called, and where its record is. */
  readonly label?: string
  readonly to?: string
}

export interface DotStripProps {
  /** What the strip says, in one sentence. */
  readonly label: string
  readonly dots: readonly StripDot[]
  /** Places of declared fixes, 0…1. */
  readonly fixes: readonly number[]
}

/** Shape tells severity too: octagon, triangle, diamond, disc, ring; a dashed ring where it is not known. */
const shapes: Readonly<Record<string, string>> = {
  1: 'M-2-5h4l3 3v4l-3 3h-4l-3-3v-4z',
  2: 'M0-5 5 4H-5z',
  3: 'M0-5 5 0 0 5-5 0z',
}

function Mark({ at, severity, label }: StripDot) {
  const { fill } = severityLook(severity)
  const path = shapes[severity]
  return (
    <svg x={`${at * 100}%`} y="50%" overflow="visible" data-severity={severity}>
      {label !== undefined && <title>{label}</title>}
      {path !== undefined ? (
        <path d={path} fill={fill} />
      ) : severity === '4' ? (
        <circle r={4} fill={fill} />
      ) : (
        <circle r={3.4} fill="none" stroke={fill} strokeWidth={1.6} />
      )}
    </svg>
  )
}

/** Opens its record by the pointer. By the keyboard the list of all of them is nearer than one stop for each mark. */
function Dot(dot: StripDot) {
  if (dot.to === undefined) return <Mark {...dot} />
  return (
    <MarkLink to={dot.to} tabIndex={-1} aria-label={dot.label}>
      <Mark {...dot} />
    </MarkLink>
  )
}

/** Incidents of one problem along the range, each in the shape and colour of its severity; a green line for each fix. */
export function DotStrip({ label, dots, fixes }: DotStripProps) {
  return (
    <svg className={styles.strip} role={dots.some(({ to }) => to !== undefined) ? 'group' : 'img'} aria-label={label}>
      <line className={styles.axis} x1="0" x2="100%" y1="50%" y2="50%" />
      {fixes.map((at) => (
        <line key={at} className={styles.fix} x1={`${at * 100}%`} x2={`${at * 100}%`} y1="5%" y2="95%" />
      ))}
      {dots.map((dot) => (
        <Dot {...dot} key={dot.key} />
      ))}
    </svg>
  )
}
