import type { OpsEvent } from '../../domain/event'
import { durationText } from '../../domain/time/format'
import { type Instant, unknownText } from '../../domain/units'

/** When and what an event was, in one line. */
export function eventDetail(event: OpsEvent, moment: (at: Instant) => string): string {
  const kind = unknownText(event.kind) ?? event.kind
  const parts = [
    moment(event.at),
    event.planned ? `planned ${kind}` : kind,
    ...(event.until === undefined ? [] : [durationText(event.until - event.at)]),
    ...(event.severity === undefined ? [] : [`SEV${event.severity}`]),
    ...(event.outcome === undefined ? [] : [unknownText(event.outcome) ?? event.outcome]),
  ]
  return parts.join(' · ')
}
