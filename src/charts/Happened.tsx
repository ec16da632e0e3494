import { usePlotArea } from 'recharts'
import { type BarsModel, type HappeningKind, happenings } from './bars'
import styles from './bars.module.css'

/** Each kind has a shape of its own: a tick, a diamond, two arrows. */
const shapes: Readonly<Record<HappeningKind, string>> = {
  fix: 'M-4 0l3 3 5-6',
  release: 'M0-4 4 0 0 4-4 0z',
  transfer: 'M-4-1.5h7l-2-2M4 1.5h-7l2 2',
}

/** The glyph of a kind, for legends. */
export const HappenedGlyph = ({ kind }: { readonly kind: HappeningKind }) => (
  <svg className={styles.happened} width="12" height="10" viewBox="-6 -5 12 10" aria-hidden>
    <path d={shapes[kind]} data-kind={kind} />
  </svg>
)

/** A kind that happened in more than this share of the periods is drawn as a row of small columns. */
const dense = 0.4
const tall = 9

/** What was done, above the bars: a row of glyphs, and under it a row of counts of what happened all the time. */
export function Happened({ model: { bars, happened } }: { readonly model: BarsModel }) {
  const area = usePlotArea()
  if (!area || happened.length === 0) return null
  const band = area.width / bars.length
  const isDense = (kind: HappeningKind) => {
    const n = happened.filter((each) => each.kind === kind).length
    return n > 6 && n > bars.length * dense
  }
  // Kinds of one period stand side by side.
  const aside = (index: number, kind: HappeningKind) => {
    const kinds = happened.filter((each) => each.index === index && !isDense(each.kind)).map((each) => each.kind)
    return (kinds.indexOf(kind) - (kinds.length - 1) / 2) * 11
  }
  return (
    <g className={styles.happened}>
      {happenings.map((kind) => {
        const those = happened.filter((each) => each.kind === kind)
        if (isDense(kind)) {
          const most = Math.max(...those.map(({ count }) => count))
          const d = those
            .map(({ index, count }) => {
              const height = Math.max(1, (tall * count) / most)
              return `M${(area.x + (index + 0.2) * band).toFixed(1)} ${area.y - 4}h${(band * 0.6).toFixed(1)}v${(-height).toFixed(1)}h${(-band * 0.6).toFixed(1)}z`
            })
            .join('')
          return <path key={kind} d={d} data-kind={kind} data-dense />
        }
        return those.map(({ index, count }) => (
          <g key={`${kind}${index}`} transform={`translate(${area.x + (index + 0.5) * band} ${area.y - 21})`}>
            <path className={styles.stem} d={`M0 7V${area.height + 21}`} />
            <path d={shapes[kind]} data-kind={kind} transform={`translate(${aside(index, kind)})`} />
            {count > 1 && band > 16 && (
              <text x={aside(index, kind) + 6} y={3.5}>
                {count}
              </text>
            )}
          </g>
        ))
      })}
    </g>
  )
}
