import { type Instant, instant } from '../units'

/** `2026-11-20T09:42`: what calendar and clock in the zone show at that moment, as forms write it. */
export const localText = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** `2026-11-20T10:42:17+01:00`: the moment in the zone, with the offset in force, for people and programs. */
export const zonedText = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/

function plainTime(text: string): Temporal.PlainDateTime | undefined {
  if (!form.test(text)) return undefined
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/**
 * The moments at which clocks in the zone show that: one; none where clocks skipped it; two where they were put back.
 * Undefined where the text is no date and time.
 */
export function momentsAt(text: string, zone: string): readonly Instant[] | undefined {
  const plain = plainTime(text)
  if (!plain) return undefined
  const told = (['earlier', 'later'] as const).map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }))
  const real = told.filter((zoned) => zoned.toPlainDateTime().equals(plain))
  return [...new Set(real.map(({ epochMilliseconds }) => epochMilliseconds))].map(instant)
}
