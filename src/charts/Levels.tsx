import { usePlotArea, useYAxisScale } from 'recharts'
import type { BarSignal, BarsModel } from './bars'
import styles from './bars.module.css'

/** Level, limits, blank stretches and signal rings, drawn over the bars in a handful of elements. */
export function Levels({ model }: { readonly model: BarsModel }) {
  const area = usePlotArea()
  const scale = useYAxisScale()
  if (!area || !scale || model.bars.length === 0) return null
  const { bars, levels, signals, blanks } = model
  const band = area.width / bars.length
  const left = (index: number) => area.x + index * band
  const height = (value: number) => Number(scale(value))
  const line = (from: number, to: number, value: number) => `M${left(from)} ${height(value)}H${left(to + 1)}`
  const last = levels.at(-1)
  return (
    <g className={styles.levels}>
      {blanks.map(({ from, to, text }) => (
        <g key={from} className={styles.blank}>
          <rect x={left(from)} y={area.y} width={(to - from + 1) * band} height={area.height} />
          {(to - from + 1) * band > 60 && (
            <text x={left(from) + ((to - from + 1) * band) / 2} y={area.y + area.height / 2} textAnchor="middle">
              {text}
            </text>
          )}
        </g>
      ))}
      <path className={styles.level} d={levels.map(({ from, to, mean }) => line(from, to, mean)).join('')} />
      <path
        className={styles.limit}
        d={levels
          .flatMap(({ from, to, limits }) => [
            ...(limits ? [line(from, to, limits.upper)] : []),
            ...(limits && limits.lower > 0 ? [line(from, to, limits.lower)] : []),
          ])
          .join('')}
      />
      {last?.limits && (last.to - last.from + 1) * band > 140 && (
        <text className={styles.limitName} x={left(last.to + 1) - 4} y={height(last.limits.upper) - 5} textAnchor="end">
          limit of normal variation
        </text>
      )}
      {signals.map((signal) => {
        const x = left(signal.index) + band / 2
        const y = height(bars[signal.index]?.total ?? 0)
        return <Ring key={signal.index} signal={signal} x={x} y={y} room={[x - area.x, area.x + area.width - x]} />
      })}
    </g>
  )
}

/** Average width of a character of the words beside a ring, in pixels. */
const character = 6

interface RingProps {
  readonly signal: BarSignal
  readonly x: number
  readonly y: number
  /** Pixels free to the left and to the right. */
  readonly room: readonly [left: number, right: number]
}

/** A ring around the top of a bar, with words beside it where they fit. */
function Ring({ signal: { text, detail, spoken }, x, y, room: [left, right] }: RingProps) {
  const long = Math.max(text.length, detail?.length ?? 0) * character + 14
  const side = right > long ? { x: x + 14, textAnchor: 'start' as const } : { x: x - 14, textAnchor: 'end' as const }
  return (
    <g className={styles.signal}>
      <circle cx={x} cy={y} r={9} />
      {spoken && Math.max(left, right) > long && (
        <text {...side} y={y - 4}>
          {text}
          {detail !== undefined && (
            <tspan className={styles.detail} x={side.x} dy={13}>
              {detail}
            </tspan>
          )}
        </text>
      )}
    </g>
  )
}
