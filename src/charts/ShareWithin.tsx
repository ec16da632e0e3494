import { type KeyboardEvent, useRef, useState } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import { percent, shareAt, type ShareModel } from './share'
import { Bands } from './Bands'
import { leaves } from './keys'
import { MarkLink } from './MarkLink'
import { Reading } from './Reading'
import { cx } from '../ui/cx'
import styles from './share.module.css'

/** The same functions at every drawing: the library takes a line with another one for another line. */
const shareOf: ((point: Point) => number | undefined)[] = []
const shareOfCurve = (index: number) => (shareOf[index] ??= (point) => point.shares[index])

const margin = { top: 10, right: 12, bottom: 0, left: 0 }
const text = { fontSize: 11, fill: 'var(--muted)' }
const quarters = [0, 0.25, 0.5, 0.75, 1]

interface Point {
  readonly at: number
  readonly shares: readonly (number | undefined)[]
}

/** What the curves say at one time, in words. */
const told = (model: ShareModel, index: number): string => {
  const tick = model.ticks[index]
  if (!tick) return ''
  const shares = model.curves.map((curve) => {
    const share = shareAt(model, curve, tick.at)
    return `${curve.label} ${share === undefined ? 'not known yet' : percent(share)}`
  })
  return `within ${tick.label}: ${shares.join(', ')}`
}

/**
 * Step curves of the share that ended within t, over a logarithmic time axis. The curves are read with a slider: arrow
 * keys or the pointer move along the marked times.
 */
export function ShareWithin({ model, label }: { readonly model: ShareModel; readonly label: string }) {
  const [read, setRead] = useState<number>()
  // What Enter opens: up and down choose it.
  const [chosen, setChosen] = useState(0)
  const link = useRef<HTMLSpanElement>(null)
  const open = model.curves.filter(({ to }) => to !== undefined)
  const curve = open[Math.min(chosen, open.length - 1)]
  const points = model.times.map((at, index): Point => ({
    at,
    shares: model.curves.map(({ shares }) => shares[index]),
  }))
  const [first, last] = [model.times[0] ?? 1, model.times.at(-1) ?? 2]
  const names = new Map(model.ticks.map(({ at, label: name }) => [at, name]))
  const at = read === undefined ? undefined : model.ticks[read]?.at
  const place = at === undefined ? 0 : Math.log(at / first) / Math.log(last / first)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (leaves(event)) return
    if (event.key === 'Enter') link.current?.querySelector('a')?.click()
    const move = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (move === undefined) return
    event.preventDefault()
    setChosen(Math.min(open.length - 1, Math.max(0, chosen + move)))
  }
  return (
    <div className={styles.chart}>
      <LineChart
        responsive
        className={cx(styles.plot)}
        data={points}
        margin={margin}
        accessibilityLayer={false}
        aria-hidden
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="log"
          domain={[first, last]}
          height={22}
          interval="preserveStartEnd"
          ticks={[...names.keys()]}
          tickFormatter={(time: number) => names.get(time) ?? ''}
          tick={text}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          width={42}
          domain={[0, 1]}
          ticks={quarters}
          tickFormatter={percent}
          tick={text}
          tickLine={false}
          axisLine={false}
        />
        <Bands model={model} />
        {at !== undefined && <ReferenceLine x={at} stroke="var(--line-strong)" />}
        {model.curves.map(({ key, fill, hint }, index) => (
          <Line
            key={key}
            type="stepAfter"
            dataKey={shareOfCurve(index)}
            stroke={fill}
            strokeWidth={hint ? 1.6 : 2.2}
            {...(hint && { strokeDasharray: '4 4' })}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
      <input
        className={styles.reader}
        type="range"
        min={0}
        max={model.ticks.length - 1}
        value={read ?? 0}
        aria-label={label}
        aria-valuetext={`${told(model, read ?? 0)}${curve && open.length > 1 ? `; Enter opens ${curve.label}` : ''}`}
        onKeyDown={onKeyDown}
        onChange={(event) => setRead(Number(event.target.value))}
        onFocus={() => setRead((now) => now ?? 0)}
        onBlur={() => setRead(undefined)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const share = (event.clientX - box.left) / box.width
          setRead(nearest(model, first * (last / first) ** share))
        }}
        onPointerLeave={() => setRead(undefined)}
      />
      {curve?.to !== undefined && (
        <span ref={link} className="hidden" aria-hidden>
          <MarkLink to={curve.to} tabIndex={-1} />
        </span>
      )}
      {at !== undefined && (
        <div className={styles.over}>
          <Reading model={model} at={at} name={names.get(at) ?? ''} place={place} chosen={curve?.key} />
        </div>
      )}
    </div>
  )
}

/** The marked time nearest on the logarithmic axis. */
function nearest({ ticks }: ShareModel, at: number): number {
  const distances = ticks.map((tick) => Math.abs(Math.log(tick.at / at)))
  return distances.indexOf(Math.min(...distances))
}
