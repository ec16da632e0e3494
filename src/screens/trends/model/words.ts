import { countText as count, counted } from '../../../domain/countText'
import { durationText } from '../../../domain/time/format'

export { count, counted }

/** A length, or a dash where there is none. */
export const lengthText = (length: number | undefined): string => (length === undefined ? '–' : durationText(length))

/** What a clock could not measure, and why; empty when nothing was left out. */
export function leftOut(missing: number, faults: number): string {
  const parts = [
    missing > 0 && `${count(missing)} without a recorded moment`,
    faults > 0 && `${count(faults)} that ended before they began`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '' : `left out: ${parts.join(', ')}`
}

/** The same in few words, for a card. */
export function leftOutShort(missing: number, faults: number): string {
  const parts = [missing > 0 && `${count(missing)} not recorded`, faults > 0 && `${count(faults)} negative`]
  const told = parts.filter((part) => part !== false)
  return told.length === 0 ? 'none left out' : `left out: ${told.join(', ')}`
}

/** `a, b and c` */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
