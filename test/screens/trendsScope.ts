import { noFilters } from '../../src/screens/trends/address'
import type { Instant } from '../../src/domain/units'
import { type Scope, scopeOf } from '../../src/screens/trends/scope'

/** All that began in a stretch of time, under no filter. */
export const rangeOf = (from: Instant, now: Instant): Scope =>
  scopeOf(
    { from, to: now, now, zone: 'UTC', live: true, periods: [], step: 'week', steps: [], choice: { range: 'all' } },
    undefined,
    noFilters,
  )
