import { scaleLinear } from 'd3-scale'
import { Bar, BarChart, usePlotArea, useYAxisScale, XAxis, YAxis } from 'recharts'
import { cx } from '../ui/cx'
import styles from './bars.module.css'
import { BarMarks } from './BarMarks'
import { Happened } from './Happened'
import { Levels } from './Levels'
import { paintOf, Textures } from './Textures'
import type { BarsModel } from './bars'

const margin = { top: 32, right: 8, bottom: 0, left: 0 }
const text = { fontSize: 11, fill: 'var(--muted)' }

/** Left free at either side of each bar, as a share of its place. */
const gap = 0.16

/**
 * The steps of all stacks. Drawn here and not by the library, which makes an element, a component and an entry in its
 * store for each: they are most of what a board has. A period that is not over is hatched, so that it is not read as a fall.
 */
function Steps({ model: { bars, series } }: { readonly model: BarsModel }) {
  const area = usePlotArea()
  const scale = useYAxisScale()
  if (!area || !scale) return null
  const band = area.width / bars.length
  const heightAt = bars.map(() => 0)
  return series.flatMap((look, at) =>
    bars.flatMap(({ key, values, partial }, index) => {
      const below = heightAt[index] ?? 0
      const above = below + (values[at] ?? 0)
      heightAt[index] = above
      const top = Number(scale(above))
      const tall = Number(scale(below)) - top
      if (!(tall > 0)) return []
      return (
        <rect
          key={`${key} ${look.key}`}
          className={styles.step}
          x={area.x + (index + gap) * band}
          y={top}
          width={band * (1 - 2 * gap)}
          height={Math.max(1, tall - 1)}
          rx={Math.min(1.5, tall / 2)}
          fill={paintOf(look)}
          {...(partial !== undefined && { mask: 'url(#hatched)' })}
        />
      )
    }),
  )
}

/** The library makes a scale only for what it draws itself. */
const Nothing = () => null

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
        <Bar dataKey="total" shape={Nothing} isAnimationActive={false} />
        <Steps model={model} />
        <Levels model={model} />
        <Happened model={model} />
      </BarChart>
      <BarMarks model={model} label={label} />
    </div>
  )
}
