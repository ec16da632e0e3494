import type { Severity } from '../../../src/domain/incident'
import type { Id, Instant } from '../../../src/domain/units'

/** What an incident is made from: when, how bad, on what. */
export interface Draft {
  readonly id: Id
  readonly opened: Instant
  readonly workload: Id
  readonly severity?: Severity
  readonly title?: string
  readonly problem?: Id
}
