import { facetNames, type Holdings } from '../../src/domain/query/facets'
import { aliased } from '../../src/sources/aliases/aliased'
import type { AliasRules } from '../../src/sources/aliases/names'
import { namesOf } from '../../src/sources/aliases/names'
import { renamed } from '../../src/sources/aliases/records'
import { describeSource } from './describeSource'
import { memory } from './memory'
import { smallWorld } from './world'

const world = smallWorld()

/** Every name of the world under one of theirs, and how to come back. */
const theirs = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [`their ${id}`, id]))
const keys = (prefix: string) =>
  world.parties.flatMap(({ id }) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []))
const rules: AliasRules = {
  teams: theirs(keys('team:')),
  people: theirs(keys('person:')),
  workloads: theirs(world.workloads.map(({ id }) => id)),
}
const swapped = (rule: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(rule).map(([from, to]) => [to, from]))
const back = namesOf({
  teams: swapped(rules.teams),
  people: swapped(rules.people),
  workloads: swapped(rules.workloads),
})

/** The world as a backend tells it that calls everything differently. */
const toldByThem = (part: Holdings): Holdings =>
  Object.fromEntries(
    facetNames.map((facet) => [facet, part[facet].map((record) => renamed(facet, record, back))]),
  ) as unknown as Holdings

describeSource('a source under alias rules', world, async (part) => {
  const harness = await memory(toldByThem(part))
  return { ...harness, source: aliased(harness.source, rules) }
})
