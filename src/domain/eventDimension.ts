import type { OpsEvent } from './event'
import type { EventDimension } from './summary'

/** Events of which `by` has one of `values`. */
export interface EventWithin {
  readonly by: EventDimension
  readonly values: readonly string[]
}

const one = (value: string | number | undefined): readonly string[] => [String(value ?? '')]
const yesOrNo = (value: boolean | undefined) => one(value === undefined ? undefined : value ? 'yes' : 'no')

/** The values of an event; `''` where nothing is recorded. */
export const eventValuesOf: Readonly<Record<EventDimension, (event: OpsEvent) => readonly string[]>> = {
  rule: (event) => one(event.rule),
  kind: (event) => one(event.kind),
  outcome: (event) => one(event.outcome),
  workload: (event) => (event.workloads.length === 0 ? [''] : [...new Set(event.workloads)]),
  severity: (event) => one(event.severity),
  pages: (event) => yesOrNo(event.pages),
  planned: (event) => yesOrNo(event.planned),
}

/** A test whether an event has one of the values in every one of the dimensions named. */
export function eventsWithinAll(wanted: readonly EventWithin[] | undefined): (event: OpsEvent) => boolean {
  const tests = (wanted ?? []).map(({ by, values }) => {
    const known = new Set(values)
    return (event: OpsEvent) => eventValuesOf[by](event).some((value) => known.has(value))
  })
  return (event) => tests.every((test) => test(event))
}
