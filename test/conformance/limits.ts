import { type Dimension, dimensions, type Reckoning, valuesOf, type Within } from '../../src/domain/dimension'
import { type EventWithin, eventValuesOf } from '../../src/domain/eventDimension'
import type { Holdings } from '../../src/domain/query/facets'
import { eventDimensions } from '../../src/domain/summary'
import { type Id, instant, type Instant } from '../../src/domain/units'
import { choices } from './sampling'

/** The middle of the incidents: half of them began before, half after. */
export function middleOf({ incidents }: Holdings): Instant {
  const opened = incidents.map((incident) => incident.opened).toSorted((left, right) => left - right)
  return opened[opened.length >> 1] ?? instant(0)
}

/** Fixes of every other problem, said to be done in the middle of the data. */
export function fixesOf(world: Holdings): Readonly<Record<Id, Instant>> {
  const problems = [...new Set(world.incidents.flatMap(({ problem }) => problem ?? []))].toSorted()
  return Object.fromEntries(problems.flatMap((id, index) => (index % 2 === 0 ? [[id, middleOf(world)] as const] : [])))
}

/** What the dimensions are reckoned with: a moment in the middle of the data, so that both sides of it are there. */
export const reckonings = (world: Holdings): readonly Reckoning[] => {
  const base = { zone: 'America/Santiago', now: middleOf(world), clock: 'resolve', fixes: fixesOf(world) } as const
  return [base, { ...base, zone: 'UTC', clock: 'mitigate', locked: true }]
}

/** Sets of values to limit by: one, one that no record has beside one that some have, and nothing recorded. */
const valueSets = (values: readonly string[]): readonly (readonly string[])[] => {
  const [one = [], , some = []] = choices(values, 'nothing-of-the-kind')
  return [one, some, ['']]
}

const judged = new Set<Dimension>(['hourOfWeek', 'factor', 'review', 'reading'])

/** Limits by one dimension; those that are judged at a moment, at several. */
export const limitsBy = (world: Holdings, by: Dimension): readonly Within[] =>
  reckonings(world)
    .slice(0, judged.has(by) ? 2 : 1)
    .flatMap((reckoning) => {
      const values = world.incidents.flatMap((incident) => valuesOf[by](incident, reckoning))
      return valueSets(values).map((chosen) => ({ by, values: chosen, ...reckoning }))
    })

/** Values of `within` for incidents: each dimension alone, and two at once. */
export function incidentLimits(world: Holdings): readonly (readonly Within[])[] {
  const each = dimensions.flatMap((by) => limitsBy(world, by))
  const [team] = limitsBy(world, 'team')
  const [reading] = limitsBy(world, 'reading')
  return [...each.map((limit) => [limit]), ...(team && reading ? [[team, reading]] : []), []]
}

/** The same for events. */
export function eventLimits({ events }: Holdings): readonly (readonly EventWithin[])[] {
  const each = eventDimensions.flatMap((by) =>
    valueSets(events.flatMap((event) => eventValuesOf[by](event))).map((values) => ({ by, values })),
  )
  const kinds = each.find(({ by }) => by === 'kind')
  const planned = each.find(({ by }) => by === 'planned')
  return [...each.map((limit) => [limit]), ...(kinds && planned ? [[kinds, planned]] : []), []]
}
