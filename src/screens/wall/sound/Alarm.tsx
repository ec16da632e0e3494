import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { duration, type Duration, type Instant } from '../../../domain/units'
import { isPressing } from '../../../domain/wall/order'
import { listen, unheard } from '../../../domain/wall/sound'
import { cx } from '../../../ui'
import { useTick } from '../clock'
import { Age } from '../Ticking'
import type { Names } from '../useNames'
import { type Incidents, lightFor } from '../useWall'
import styles from './alarm.module.css'
import type { Sound } from './useSound'

/** How long the frame pulses after a sound, or instead of one. */
const pulseFor = duration(15_000)
/** Seconds between two looks whether it is time to sound again; what is new is heard with the answer that tells it. */
const step = 5

interface AlarmProps {
  readonly incidents: Incidents
  readonly names: Names
  readonly sound: Sound
  readonly every: Duration
  /** The board is shown, which tells the rest of it: it never turns away from one. */
  readonly board: boolean
}

/** Sounds when it has to. Gives the moment of the last sound, whether or not it could be heard. */
function useAlarm({ incidents, sound, every }: Omit<AlarmProps, 'names' | 'board'>, now: Instant): Instant | undefined {
  const { view, open, sure } = incidents
  const memory = useRef(unheard)
  const [rung, setRung] = useState<Instant>()
  const believed = new Set(['live', 'late'])
  const look = useEffectEvent(() => {
    const heard = listen(memory.current, {
      now,
      every,
      incidents: view.items.filter((incident) => !isPressing(incident) || open.includes(incident)),
      isBelieved: (incident) => believed.has(lightFor(incident, incidents)?.belief ?? 'waiting'),
      settled: view.parts.every(({ pending }) => !pending),
      sure,
    })
    memory.current = heard.alarm
    if (heard.sound) {
      setRung(now)
      if (sound.state === 'armed') sound.speaker?.play()
    }
    if (!open.some(isPressing)) sound.speaker?.stop()
  })
  useEffect(() => look(), [view.parts, open, sure, now])
  return rung
}

/**
 * The alarm: heard where that was asked for and can be, and always seen, as a band that names the worst of what nobody
 * acknowledged and a frame around everything, which pulses when it sounds or would.
 */
export function Alarm({ names, board, ...rest }: AlarmProps) {
  const now = useTick(step)
  const rung = useAlarm(rest, now)
  const pressing = rest.incidents.open.filter(isPressing)
  const [worst] = pressing
  if (!worst) return null
  const rings = rung !== undefined && now - rung < pulseFor
  return (
    <>
      <div className={styles.band} data-rings={rings || undefined}>
        <div role="alert">
          <b>Not acknowledged</b> SEV1 {worst.id}{' '}
          <span className={cx(board && 'hidden')}>{names.text(worst.title)}</span>
        </div>
        {pressing.length > 1 && <b>+{pressing.length - 1} more</b>}
        <Age since={worst.opened} />
      </div>
      <div className={styles.frame} data-rings={rings || undefined} aria-hidden="true" />
    </>
  )
}
