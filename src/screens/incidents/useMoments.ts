import { useMemo } from 'react'
import { useZone } from '../../data'
import { dateText, dayText, timeText } from '../../domain/time/format'
import { timeTicks } from '../../domain/time/ticks'
import { instant, type Instant } from '../../domain/units'
import type { Span, Tick } from '../../ui/swimlane'

/** Room for one label of an axis, in pixels. */
const labelRoom = 60

/** The date alone where a day begins there, else with the time. */
const dayOrMoment = (at: Instant, zone: string): string => {
  const time = timeText(at, zone)
  return time === '00:00' ? dateText(at, zone) : `${dateText(at, zone)} ${time}`
}

/** Moments in the shown zone, in the forms this screen needs. */
export function useMoments() {
  const { name } = useZone()
  return useMemo(
    () => ({
      zone: name,
      /** `20 Nov 2026 09:04` */
      moment: (at: Instant): string => `${dateText(at, name)} ${timeText(at, name)}`,
      /** `20 Nov 09:04` */
      short: (at: Instant): string => `${dayText(at, name)} ${timeText(at, name)}`,
      betweenText: (from: Instant | undefined, to: Instant | undefined): string =>
        from === undefined && to === undefined
          ? 'Any time'
          : from === undefined
            ? `Before ${dayOrMoment(to ?? instant(0), name)}`
            : to === undefined
              ? `Since ${dayOrMoment(from, name)}`
              : `${dayOrMoment(from, name)} – ${dayOrMoment(to, name)}`,
      ticksOf: (span: Span, width: number): readonly Tick[] =>
        timeTicks(instant(Math.round(span.from)), instant(Math.round(span.to)), Math.max(1, width / labelRoom), name),
    }),
    [name],
  )
}
