import type { Ownership, Standing } from '../coverage'
import { nameOf } from '../matrix'
import type { Party, Workload } from '../ownership'
import { byText } from '../query/rules'
import type { Id } from '../units'
import type { Findable } from './vocabulary'

/** What an owner is looked up by, in the order in which equally good hits come. */
export const findKinds = ['workload', 'activity', 'team', 'person', 'alert', 'tag'] as const
export type FindKind = (typeof findKinds)[number]

/** Something whose owner can be looked up. */
export interface FindEntry extends Findable {
  readonly kind: FindKind
  /** Of the record; of an alert or a tag the name itself. */
  readonly id: Id
}

/** What owners are looked up in. */
export interface FindRecords {
  readonly ownership: Ownership
  readonly parties: readonly Party[]
  readonly workloads: readonly Workload[]
}

const keyOf = (id: Id): string => id.slice(id.indexOf(':') + 1)

function partyEntry(party: Party, ownership: Ownership): FindEntry {
  const { id, name, aliases = [], tags } = party
  const around = party.type === 'person' ? party.teams.map((team) => nameOf(team, ownership)) : tags
  return { kind: party.type, id, name, also: [keyOf(id), ...aliases, ...around] }
}

const activityEntry = ({ activity, workload }: Standing): FindEntry => ({
  kind: 'activity',
  id: activity.id,
  name: activity.name,
  also: [activity.id, workload?.name ?? activity.workload, ...activity.events, ...activity.tags],
})

const workloadEntry = ({ id, name, aliases = [], group, tags }: Workload): FindEntry => ({
  kind: 'workload',
  id,
  name,
  also: [id, ...aliases, ...(group === undefined ? [] : [group]), ...tags],
})

/** Names of the events that are answered, but for those that are called like the activity itself. */
const alertsOf = (standings: readonly Standing[]): ReadonlySet<string> =>
  new Set(standings.flatMap(({ activity: { events, name } }) => events.filter((event) => event !== name)))

/** Everything an owner can be looked up by, kind by kind and each by name. */
export function entriesOf({ ownership, parties, workloads }: FindRecords): readonly FindEntry[] {
  const { standings } = ownership
  const named = (kind: 'alert' | 'tag', names: ReadonlySet<string>): readonly FindEntry[] =>
    [...names].map((name) => ({ kind, id: name, name, also: [] }))
  const tags = new Set([
    ...standings.flatMap(({ activity }) => activity.tags),
    ...workloads.flatMap((each) => each.tags),
  ])
  const entries: readonly FindEntry[] = [
    ...workloads.map(workloadEntry),
    ...standings.map(activityEntry),
    ...parties.map((party) => partyEntry(party, ownership)),
    ...named('alert', alertsOf(standings)),
    ...named('tag', tags),
  ]
  return entries.toSorted(
    (left, right) =>
      findKinds.indexOf(left.kind) - findKinds.indexOf(right.kind) ||
      byText(left.name.toLowerCase(), right.name.toLowerCase()) ||
      byText(left.id, right.id),
  )
}
