import { useEffect, useId, useState } from 'react'
import { useWindow, useZone } from '../../../data'
import { localText, momentsAt } from '../../../domain/time/local'
import { durationText } from '../../../domain/time/format'
import { day24, formatInstant, hour, type Instant, instant } from '../../../domain/units'
import { Button, Icon, IconButton, useKeys } from '../../../ui'
import type { Anchor } from '../anchor'
import { useMoments } from '../useMoments'
import styles from './asOf.module.css'
import type { AsOfUrl } from './useAsOfUrl'

const oldestFirst = { order: 'oldest' } as const
/** While the slider is dragged, the board is asked for when the hand rests. */
const restAfter = 200

interface PastProps {
  readonly at: Instant
  readonly url: AsOfUrl
  /** The newest moment there is. */
  readonly anchor: Anchor
}

/** Date and time in the shown zone. What clocks there never showed is refused; what they showed twice is the earlier. */
function MomentField({
  at,
  last,
  onGo,
}: {
  readonly at: Instant
  readonly last: Instant
  readonly onGo: (at: Instant) => void
}) {
  const { name, label } = useZone()
  const [typed, setTyped] = useState<{ readonly at: Instant; readonly text: string }>()
  const id = useId()
  const text = typed?.at === at ? typed.text : localText(at, name)
  const [moment] = momentsAt(text, name) ?? []
  const wrong =
    moment === undefined
      ? text === ''
        ? 'Give a date and a time.'
        : `Clocks in ${label} never showed that.`
      : moment > last
        ? 'That lies in the future.'
        : undefined
  return (
    <>
      <input
        className={styles.field}
        type="datetime-local"
        aria-label={`As of, in ${label}`}
        value={text}
        max={localText(last, name)}
        {...(wrong !== undefined && { 'aria-invalid': true, 'aria-describedby': id })}
        onChange={(event) => {
          const { value } = event.currentTarget
          setTyped({ at, text: value })
          const [to] = momentsAt(value, name) ?? []
          if (to !== undefined && to <= last) onGo(to)
        }}
      />
      {wrong !== undefined && (
        <p id={id} role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
    </>
  )
}

/** Over all there is, a step an hour. */
function Slider({
  at,
  first,
  last,
  onGo,
}: {
  readonly at: Instant
  readonly first: Instant
  readonly last: Instant
  readonly onGo: (at: Instant) => void
}) {
  const { moment } = useMoments()
  const [held, setHeld] = useState<{ readonly of: Instant; readonly to: Instant }>()
  const to = held?.of === at ? held.to : at
  useEffect(() => {
    if (to === at) return
    const timer = setTimeout(() => onGo(to), restAfter)
    return () => clearTimeout(timer)
  })
  return (
    <input
      className={styles.slider}
      type="range"
      aria-label="Moment shown"
      aria-valuetext={moment(to)}
      min={0}
      max={Math.max(Math.ceil((last - first) / hour), 1)}
      step={1}
      value={Math.round((to - first) / hour)}
      onChange={(event) => {
        const hours = Number(event.currentTarget.value)
        setHeld({ of: at, to: instant(Math.min(first + hours * hour, last)) })
      }}
    />
  )
}

/** Says that the screen shows the past, and goes to other moments of it. */
export function Past({ at, url, anchor }: PastProps) {
  const { moment } = useMoments()
  const { label } = useZone()
  const [oldest] = useWindow('incidents', oldestFirst, 1).items
  const last = anchor.at
  const first = instant(Math.min(Math.floor((oldest?.opened ?? at) / hour) * hour, at))
  const go = (to: number) => url.go(instant(Math.min(Math.max(to, first), last)))
  useKeys('As of', [
    { keys: '[', label: 'An hour earlier', run: () => go(at - hour) },
    { keys: ']', label: 'An hour later', run: () => go(at + hour) },
    { keys: '[Shift]+{', shown: '{', label: 'A day earlier', run: () => go(at - day24) },
    { keys: '[Shift]+}', shown: '}', label: 'A day later', run: () => go(at + day24) },
    { keys: '\\', label: 'Back to the present', run: () => url.go(undefined) },
  ])
  return (
    <section className={styles.past} aria-label="The past">
      <div className={styles.says} role="status">
        <Icon name="clock" size={16} />
        <span>
          <b>
            As it was on <time dateTime={formatInstant(at)}>{moment(at)}</time> {label}
          </b>{' '}
          · {durationText(last - at)} before {anchor.live ? 'now' : 'the end of the data'} · nothing can be changed here
        </span>
      </div>
      <div className={styles.controls}>
        <IconButton icon="left" label="An hour earlier" onClick={() => go(at - hour)} />
        <Slider at={at} first={first} last={last} onGo={go} />
        <IconButton icon="right" label="An hour later" onClick={() => go(at + hour)} />
        <MomentField at={at} last={last} onGo={go} />
        <Button onClick={() => url.go(undefined)}>{anchor.live ? 'Back to now' : 'Show the end'}</Button>
      </div>
    </section>
  )
}
