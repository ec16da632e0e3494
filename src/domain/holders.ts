import type { Assignment, Party, Role } from './ownership'
import type { Id } from './units'

/** Distinct parties that hold the role by declaration. Placeholders hold nothing. */
export const declaredIn = (assignments: readonly Assignment[], role: Role): readonly Id[] => [
  ...new Set(
    assignments.flatMap((each) =>
      each.role === role && each.claim === 'declared' && each.party !== undefined ? [each.party] : [],
    ),
  ),
]

interface Directory {
  readonly party: (id: Id) => Party | undefined
  readonly members: (team: Id) => readonly Party[]
}

const hasLeft = (party: Party | undefined): boolean => party?.type === 'person' && party.active === false

/** A team whose known members have all left, or a person who has. A team with no known members says nothing. */
export function isInactive(id: Id, { party, members }: Directory): boolean {
  const found = party(id)
  if (found?.type !== 'team') return hasLeft(found)
  const people = members(id)
  return people.length > 0 && people.every(hasLeft)
}

const teamsOf = (party: Party | undefined): readonly Id[] => (party?.type === 'person' ? party.teams : [])

/** Whether two parties are the same, or one is a person in the team that the other is. */
export const membershipAgrees = (left: Id, right: Id, party: Directory['party']): boolean =>
  left === right || teamsOf(party(left)).includes(right) || teamsOf(party(right)).includes(left)

/**
 * The team in whose column a holder stands. A person stands with the workload's own team when in it, else with the
 * first of their teams; without a team, or unknown, a holder has a column of its own.
 */
export function standsWith(holder: Id, home: Id | undefined, party: Directory['party']): Id {
  const teams = teamsOf(party(holder))
  return home !== undefined && teams.includes(home) ? home : (teams[0] ?? holder)
}
