import { type Incident, readClock } from '../incident'
import type { Duration, Id, Instant } from '../units'

/** What is needed of an incident to compare it with others: small enough to be handed to a worker by the thousand. */
export interface Candidate {
  readonly id: Id
  readonly title: string
  readonly opened: Instant
  readonly workloads: readonly Id[]
  readonly activity?: Id
  readonly labels: readonly string[]
  /** From detection to resolution, where both are recorded and in order. */
  readonly length?: Duration
}

/** The incident as it is compared. `now` matters for nothing but the reading of its clock. */
export function candidateOf(incident: Incident, now: Instant): Candidate {
  const { id, title, opened, workloads, activity, labels } = incident
  const reading = readClock(incident, 'resolve', now)
  return {
    id,
    title,
    opened,
    workloads,
    labels,
    ...(activity !== undefined && { activity }),
    ...(reading.kind === 'closed' && { length: reading.length }),
  }
}
