import { Bar, BarChart, usePlotArea, useYAxisScale, XAxis, YAxis } from 'recharts'
import { cx } from '../ui/cx'
import type { BarsModel } from './bars'
import styles from './bars.module.css'
import { BarMarks } from './BarMarks'
import { Levels } from './Levels'

const margin = { top: 20, right: 8, bottom: 0, left: 0 }
const text = { fontSize: 11, fill: 'var(--muted)' }

/** One point for each value that is known, joined by a thin line; hollow where it takes no part in the limits. */
function Points({ model: { bars, blanks } }: { readonly model: BarsModel }) {
  const area = usePlotArea()
  const scale = useYAxisScale()
  if (!area || !scale) return null
  const band = area.width / bars.length
  const points = bars.flatMap((bar, index) =>
    blanks.some(({ from, to }) => index >= from && index <= to)
      ? []
      : [
          {
            key: bar.key,
            x: area.x + (index + 0.5) * band,
            y: Number(scale(bar.total)),
            hollow: bar.partial !== undefined,
          },
        ],
  )
  return (
    <g className={styles.points}>
      <path d={`M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`} />
      {points.map(({ key, x, y, hollow }) => (
        <circle key={key} cx={x} cy={y} r={3.2} data-hollow={hollow || undefined} />
      ))}
    </g>
  )
}

/** The library makes a scale only for what it draws itself. */
const Nothing = () => null

/** A control chart: values in the order of time with level, limits and signals. Each leads to its records. */
export function ControlPoints({ model, label }: { readonly model: BarsModel; readonly label: string }) {
  const names = new Map(model.ticks.map(({ key, label: name }) => [key, name]))
  const marks = new Map(model.marks?.map(({ at, label: name }) => [at, name]))
  return (
    <div className={styles.chart}>
      <BarChart
        responsive
        className={cx(styles.plot)}
        data={[...model.bars]}
        margin={margin}
        accessibilityLayer={false}
        aria-hidden
      >
        <XAxis
          dataKey="key"
          height={22}
          interval="preserveStart"
          ticks={[...names.keys()]}
          tickFormatter={(key: string) => names.get(key) ?? ''}
          tick={text}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          width={60}
          type="number"
          domain={[0, model.top]}
          ticks={[...marks.keys()]}
          tickFormatter={(at: number) => marks.get(at) ?? ''}
          tick={text}
          tickLine={false}
          axisLine={false}
        />
        <Bar dataKey="total" shape={Nothing} isAnimationActive={false} />
        <Points model={model} />
        <Levels model={model} />
      </BarChart>
      <BarMarks model={model} label={label} wideAxis />
    </div>
  )
}
