import { type KeyboardEvent, useRef, useState } from 'react'
import { cx } from '../ui/cx'
import type { BarsModel, PeriodBar } from './bars'
import styles from './bars.module.css'
import frame from './frame.module.css'
import { MarkLink } from './MarkLink'
import { leaves, step } from './keys'
import { Swatch } from './Textures'

const digits = new Intl.NumberFormat('en')
const n = (value: number) => digits.format(value)

const happenedAt = ({ happened }: BarsModel, index: number): readonly string[] =>
  happened.filter((each) => each.index === index).map(({ text }) => text)

/** What a bar says: its period, its count, its parts from the worst on, and why it stands out. */
function told(model: BarsModel, bar: PeriodBar, index: number): string {
  const parts = model.series
    .map(({ label }, at) => ({ label, value: bar.values[at] ?? 0 }))
    .filter(({ value }) => value > 0)
    .toReversed()
    .map(({ label, value }) => `${label} ${n(value)}`)
  const signal = model.signals.find((each) => each.index === index)
  return [
    `${bar.label}: ${bar.words ?? `${n(bar.total)} ${bar.total === 1 ? 'incident' : 'incidents'}`}`,
    parts.join(', '),
    bar.partial ?? '',
    signal?.text ?? '',
    ...happenedAt(model, index),
  ]
    .filter(Boolean)
    .join('; ')
}

/** The bar under the pointer or the focus, in words. */
function Tip({ model, index }: { readonly model: BarsModel; readonly index: number }) {
  const bar = model.bars[index]
  if (!bar) return null
  const at = (index + 0.5) / model.bars.length
  const signal = model.signals.find((each) => each.index === index)
  const said = [bar.partial, signal?.text, ...happenedAt(model, index)].filter((text) => text !== undefined)
  return (
    <div
      className={frame.tip}
      style={at > 0.5 ? { right: `${(1 - at) * 100}%` } : { left: `${at * 100}%` }}
      data-picture="none"
      aria-hidden
    >
      <b>{bar.label}</b>
      {bar.words === undefined ? (
        <dl>
          {model.series.toReversed().map(({ key, label, fill, texture }, back) => (
            <div key={key}>
              <Swatch fill={fill} texture={texture} />
              <dt>{label}</dt>
              <dd>{n(bar.values[model.series.length - 1 - back] ?? 0)}</dd>
            </div>
          ))}
          <div>
            <i />
            <dt>All</dt>
            <dd>{n(bar.total)}</dd>
          </div>
        </dl>
      ) : (
        <p>{bar.words}</p>
      )}
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

interface BarMarksProps {
  readonly model: BarsModel
  readonly label: string
  /** The value axis has room for lengths of time. */
  readonly wideAxis?: boolean
}

/** One link over each bar. The whole row is one tab stop; arrows, Home and End move along it. */
export function BarMarks({ model, label, wideAxis = false }: BarMarksProps) {
  const [active, setActive] = useState<number>()
  const [stop, setStop] = useState(model.bars.length - 1)
  const row = useRef<HTMLDivElement>(null)
  const home = Math.min(stop, model.bars.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    if (leaves(event)) return
    const to = step(event.key, home, model.bars.length)
    if (to === undefined) return
    event.preventDefault()
    setStop(to)
    row.current?.querySelectorAll<HTMLElement>('[data-bar]')[to]?.focus()
  }

  return (
    <div ref={row} className={cx(styles.marks, wideAxis && styles.wideAxis)} role="group" aria-label={label}>
      {model.bars.map((bar, index) => {
        const props = {
          className: styles.mark,
          'data-bar': bar.key,
          onKeyDown,
          'aria-label': told(model, bar, index),
          tabIndex: index === home ? 0 : -1,
          onFocus: () => {
            setActive(index)
            setStop(index)
          },
          onBlur: () => setActive(undefined),
          onPointerEnter: () => setActive(index),
          onPointerLeave: () => setActive(undefined),
        }
        return bar.to === undefined ? (
          <span key={bar.key} role="img" {...props} />
        ) : (
          <MarkLink key={bar.key} to={bar.to} {...props} />
        )
      })}
      {active !== undefined && <Tip model={model} index={active} />}
    </div>
  )
}
