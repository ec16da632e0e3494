import type { Ownership } from '../coverage'
import { type Role, roles } from '../ownership'
import type { Id } from '../units'
import { soleOf, standFor } from './circle'

/** How much a party holds, in numbers of activities. What a person holds counts for the team they stand with too. */
export interface PartyCounts extends Readonly<Record<Role, number>> {
  /** Answered for, with a gap. */
  readonly gaps: number
  /** Rests on the person alone; of a team, on one person in it. */
  readonly sole: number
}

type Counting = { -readonly [K in keyof PartyCounts]: PartyCounts[K] }

export const noCounts: PartyCounts = { A: 0, R: 0, V: 0, C: 0, I: 0, gaps: 0, sole: 0 }

/** The counts of every party that holds anything, whether or not a source lists it. */
export function countsByParty(
  ownership: Pick<Ownership, 'standings' | 'party' | 'members'>,
): ReadonlyMap<Id, PartyCounts> {
  const found = new Map<Id, Counting>()
  const count = (id: Id, what: keyof PartyCounts) => {
    const counts = found.get(id) ?? { ...noCounts }
    counts[what]++
    found.set(id, counts)
  }
  for (const standing of ownership.standings) {
    for (const role of roles)
      for (const id of standFor(standing, role, ownership)) {
        count(id, role)
        if (role === 'A' && standing.gaps.length > 0) count(id, 'gaps')
      }
    const sole = soleOf(standing, ownership)
    if (sole === undefined) continue
    const person = ownership.party(sole)
    for (const id of [sole, ...(person?.type === 'person' ? person.teams : [])]) count(id, 'sole')
  }
  return found
}
