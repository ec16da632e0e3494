import type { Ownership, Standing } from '../coverage'
import { declaredIn, standsWith } from '../holders'
import type { Party, Role } from '../ownership'
import type { Id } from '../units'

export type Directory = Pick<Ownership, 'party' | 'members'>

/** The party, and the people through whom a team holds something. */
export const withMembers = (id: Id, { members }: Directory): ReadonlySet<Id> =>
  new Set([id, ...members(id).map((each) => each.id)])

/** Whom a party need not leave its own house for: a team's people; a person's teams and the people in them. */
export function circleOf(id: Id, directory: Directory): ReadonlySet<Id> {
  const party = directory.party(id)
  const teams = party?.type === 'person' ? party.teams : []
  return new Set([...withMembers(id, directory), ...teams.flatMap((team) => [...withMembers(team, directory)])])
}

export const isActive = (party: Party | undefined): boolean => party?.type !== 'person' || party.active !== false

/**
 * The people who are here and could act: named as accountable or responsible, or in a team that is. Undefined where
 * such a team has no known members: then nobody can say how many they are.
 */
export function peopleFor({ assignments }: Standing, { party, members }: Directory): ReadonlySet<Id> | undefined {
  const found = new Set<Id>()
  for (const id of [...declaredIn(assignments, 'A'), ...declaredIn(assignments, 'R')]) {
    const holder = party(id)
    if (holder?.type === 'team') {
      const people = members(id)
      if (people.length === 0) return undefined
      for (const each of people) if (isActive(each)) found.add(each.id)
    } else if (id.startsWith('team:')) return undefined
    else if (isActive(holder)) found.add(id)
  }
  return found
}

/** The one person on whom an activity rests, if it rests on one. */
export function soleOf(standing: Standing, directory: Directory): Id | undefined {
  const people = peopleFor(standing, directory)
  return people?.size === 1 ? [...people][0] : undefined
}

/** Distinct parties that hold the role by declaration, and the teams in whose columns they stand in the matrix. */
export function standFor({ assignments, workload }: Standing, role: Role, { party }: Directory): ReadonlySet<Id> {
  const ids = declaredIn(assignments, role)
  return new Set([...ids, ...ids.map((id) => standsWith(id, workload?.team, party))])
}

/** Those through whom the party holds the role: itself or, of a team, people who stand with it in the matrix. */
export const holdersFor = (id: Id, { assignments, workload }: Standing, role: Role, { party }: Directory) =>
  declaredIn(assignments, role).filter((each) => each === id || standsWith(each, workload?.team, party) === id)
