import { useMemo } from 'react'
import { useActor, useWhole, useZone } from '../../../data'
import type { Incident } from '../../../domain/incident'
import type { Party } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import type { Names } from '../useNames'
import type { Named, Vocabulary } from './vocabulary'

const all = {}
const none: readonly Incident[] = []
const sorted = (named: Iterable<Named>): readonly Named[] =>
  [...named].toSorted((left, right) => left.name.localeCompare(right.name, 'en'))

/** The party that whoever looks is, by name, alias or id; undefined where nobody here is called that. */
export const partyOfActor = (parties: readonly Party[], actor: string): Party | undefined =>
  parties.find((party) => party.type === 'person' && [party.id, party.name, ...(party.aliases ?? [])].includes(actor))

/** Records by name, and what the incidents name without a record. */
const joined = (records: readonly Named[], ids: ReadonlySet<Id>, name: (id: Id) => string): readonly Named[] => {
  const known = new Set(records.flatMap(({ id, aliases = [] }) => [id, ...aliases]))
  return sorted([...records, ...[...ids].flatMap((id) => (known.has(id) ? [] : [{ id, name: name(id) }]))])
}

/** What tokens can mean: everything that has a record, and what the listed incidents name. Problems are asked for when `wanted`. */
export function useVocabulary(names: Names, items: readonly Incident[] = none, wanted = false): Vocabulary {
  const { name: zone } = useZone()
  const actor = useActor()
  const problems = useWhole('problems', all, wanted).items
  const seen = useMemo(() => {
    const sets = {
      teams: new Set<Id>(),
      people: new Set<Id>(),
      workloads: new Set<Id>(),
      labels: new Set<string>(),
      states: new Set<string>(),
    }
    for (const { team, assignee, roles, workloads, labels, state } of items) {
      if (team !== undefined) sets.teams.add(team)
      if (assignee !== undefined) sets.people.add(assignee)
      for (const { person } of roles) sets.people.add(person)
      for (const each of workloads) sets.workloads.add(each)
      for (const each of labels) sets.labels.add(each)
      sets.states.add(state)
    }
    return sets
  }, [items])
  return useMemo(() => {
    const of = (type: Party['type']) => names.parties.filter((party) => party.type === type)
    const me = partyOfActor(names.parties, actor)?.id
    return {
      teams: joined(of('team'), seen.teams, names.party),
      people: joined(of('person'), seen.people, names.party),
      workloads: joined(names.workloads, seen.workloads, names.workload),
      problems: problems.map(({ id, title }) => ({ id, name: title })),
      labels: [...seen.labels].toSorted(),
      states: [...seen.states].toSorted(),
      zone,
      ...(me !== undefined && { me }),
    }
  }, [names, seen, problems, zone, actor])
}
