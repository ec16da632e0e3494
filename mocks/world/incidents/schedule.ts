import type { Severity } from '../../../src/domain/incident'
import { after, between, duration, type Instant } from '../../../src/domain/units'
import type { Random } from '../random'
import { at, days, hours, worldStart } from '../time'
import { workloads } from '../workloads'
import type { Draft } from './draft'

/** Incidents a week before and after the level shifts, and in the one week between. */
const before = 22
const afterwards = 15.5
const spike = 42
export const spikeWeek = at('2026-07-20T00:00:00Z')
/** The incidents of the last, incomplete week are told one by one. */
const end = at('2026-11-16T00:00:00Z')
/** Number of the last incident that is not told one by one. */
const lastNumber = 2269

const weeks = Math.round(between(worldStart, end) / days(7))

/** How often things begin in each hour of the week (Monday 00:00 first): office hours, with a peak on Tuesday morning. */
const hourWeights = Array.from({ length: 168 }, (_, hourOfWeek) => {
  const day = Math.floor(hourOfWeek / 24)
  const hour = hourOfWeek % 24
  const office = day < 5 && hour >= 7 && hour < 19 ? 2.2 : 0
  return 1 + office + (day === 1 && hour >= 8 && hour < 12 ? 1.6 : 0) - (day >= 5 ? 0.35 : 0)
})
const cumulative = hourWeights.reduce<number[]>((sums, weight) => [...sums, (sums.at(-1) ?? 0) + weight], [])

/** A moment within a week, as it falls by day and hour. */
export function momentIn(random: Random, week: Instant): Instant {
  const wanted = random.next() * (cumulative.at(-1) ?? 0)
  const hour = cumulative.findIndex((sum) => sum > wanted)
  return after(week, duration(hours(hour) + random.int(0, 3599) * 1000))
}

const severityWeights: readonly (readonly [Severity | undefined, number])[] = [
  [1, 2.5],
  [2, 11],
  [3, 28],
  [4, 50],
  [5, 7],
  [undefined, 1.5],
]
/** SEV1 is rare enough for its own rule: none in the twelve quiet days before the story. */
const quietFrom = at('2026-11-08T00:00:00Z')

const workloadWeights = workloads.map((each) => [each.id, each.tier === 1 ? 5 : each.tier === 2 ? 3 : 1.5] as const)

function countIn(random: Random, week: Instant): number {
  if (week === spikeWeek) return spike
  const level = week < spikeWeek ? before : afterwards
  return Math.max(4, Math.round(level + random.normal() * Math.sqrt(level) * 0.75))
}

/** One shard's incidents in the order they opened. Shards above 0 number theirs from `shard` × 10,000. */
export function schedule(random: Random, shard: number): readonly Draft[] {
  const moments: Instant[] = []
  for (let index = 0; index < weeks; index++) {
    const week = after(worldStart, days(index * 7))
    for (let left = countIn(random, week); left > 0; left--) moments.push(momentIn(random, week))
  }
  moments.sort((left, right) => left - right)
  const first = lastNumber - moments.length + 1
  return moments.map((opened, index) => {
    const drawn = random.weighted(severityWeights)
    const severity = drawn === 1 && opened >= quietFrom ? 2 : drawn
    return {
      id: `INC-${shard * 10_000 + first + index}`,
      opened,
      workload: random.weighted(workloadWeights),
      ...(severity !== undefined && { severity }),
    }
  })
}
