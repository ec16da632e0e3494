import { between, type Duration, duration, type Instant } from '../units'

/** What time has shown of a fix so far. */
export type FixVerdict = 'held' | 'did not hold' | 'too early'

/** What became of a fix. */
export interface FixOutcome {
  readonly verdict: FixVerdict
  /** Time without a new incident: from the fix to the first one after it, else to now. */
  readonly quiet: Duration
  /** The longest gap between two earlier incidents: so long it must stay quiet. Absent with fewer than two of them. */
  readonly needed?: Duration
  /** Incidents that began after the fix. */
  readonly recurrences: number
}

/**
 * Whether a fix of a problem held. Did not hold: an incident of the problem began after the fix. Held: none did for at
 * least as long as the longest gap between its earlier incidents. Too early otherwise, which includes a fix still to
 * come and a problem with fewer than two earlier incidents, for it has no gap to compare with.
 * `began`: when each incident of the problem began, in any order; those later than `now` do not count.
 */
export function fixOutcome(began: readonly Instant[], fixed: Instant, now: Instant): FixOutcome {
  const known = began.filter((at) => at <= now).toSorted((left, right) => left - right)
  const earlier = known.filter((at) => at <= fixed)
  const later = known.filter((at) => at > fixed)
  const gaps = earlier.slice(1).map((at, index) => between(earlier[index] ?? at, at))
  const needed = gaps.length === 0 ? undefined : duration(gaps.reduce((left, right) => Math.max(left, right), 0))
  const [recurrence] = later
  const quiet = duration(Math.max(0, between(fixed, recurrence ?? now)))
  const held = needed !== undefined && fixed <= now && quiet >= needed
  return {
    verdict: recurrence !== undefined ? 'did not hold' : held ? 'held' : 'too early',
    quiet,
    recurrences: later.length,
    ...(needed !== undefined && { needed }),
  }
}
