import { scaleLinear } from 'd3-scale'
import { Bar, BarChart, type BarShapeProps, XAxis, YAxis } from 'recharts'
import { cx } from '../ui/cx'
import styles from './bars.module.css'
import { BarMarks } from './BarMarks'
import { Happened } from './Happened'
import { Levels } from './Levels'
import { paintOf, Textures } from './Textures'
import { type BarsModel, type PeriodBar } from './bars'

const margin = { top: 32, right: 8, bottom: 0, left: 0 }
const text = { fontSize: 11, fill: 'var(--muted)' }

/** One step of a stack. A period that is not over is hatched, so that it is not read as a fall. */
function Step({ x, y, width, height, fill, payload }: BarShapeProps & { readonly payload?: PeriodBar }) {
  const tall = Number(height)
  if (!(tall > 0)) return null
  return (
    <rect
      className={styles.step}
      x={x}
      y={y}
      width={width}
      height={Math.max(1, tall - 1)}
      rx={Math.min(1.5, tall / 2)}
      fill={fill}
      {...(payload?.partial !== undefined && { mask: 'url(#hatched)' })}
    />
  )
}

const Hatch = () => (
  <defs>
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="#444" />
      <rect width="2.5" height="5" fill="#fff" />
    </pattern>
    <mask id="hatched" maskUnits="userSpaceOnUse" x="0" y="0" width="6000" height="2000">
      <rect width="6000" height="2000" fill="url(#hatch)" />
    </mask>
  </defs>
)

/**
 * Stacked bars per period with levels, limits and signals. Give it at most about 60 periods. Each bar is a link to its
 * records: one tab stop, arrow keys between bars.
 */
export function WeeklyBars({ model, label }: { readonly model: BarsModel; readonly label: string }) {
  const { bars, series, ticks, top } = model
  const names = new Map(ticks.map(({ key, label: name }) => [key, name]))
  return (
    <div className={styles.chart}>
      <BarChart
        responsive
        className={cx(styles.plot)}
        data={[...bars]}
        margin={margin}
        barCategoryGap="16%"
        accessibilityLayer={false}
        aria-hidden
      >
        <Hatch />
        <Textures series={series} />
        <XAxis
          dataKey="key"
          height={22}
          interval={0}
          ticks={[...names.keys()]}
          tickFormatter={(key: string) => names.get(key) ?? ''}
          tick={text}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          width={36}
          domain={[0, top]}
          ticks={scaleLinear([0, top], [0, 1]).ticks(4).filter(Number.isInteger)}
          tick={text}
          tickLine={false}
          axisLine={false}
        />
        {series.map((look, index) => (
          <Bar
            key={look.key}
            stackId="all"
            dataKey={(bar: PeriodBar) => bar.values[index]}
            fill={paintOf(look)}
            shape={Step}
            isAnimationActive={false}
          />
        ))}
        <Levels model={model} />
        <Happened model={model} />
      </BarChart>
      <BarMarks model={model} label={label} />
    </div>
  )
}
