import { useNow, useZone } from '../../data'
import { instant } from '../../domain/units'
import { endText, type Hours, isWithin } from '../../domain/wall/hours'
import { useWallClock } from './clock'

/** Whether the picture is dimmed now, and what the foot says of it. Never while a SEV1 is not acknowledged. */
export function useNight(hours: Hours | undefined, pressing: boolean) {
  const { name: zone } = useZone()
  const { offset } = useWallClock()
  // The room's night, also where data stands still.
  const now = instant(useNow(60) + offset)
  if (!hours || !isWithin(hours, now, zone)) return { dimmed: false, words: '' }
  if (pressing) return { dimmed: false, words: 'night, not dimmed: SEV1 not acknowledged' }
  return { dimmed: true, words: `dimmed until ${endText(hours)}` }
}
