import type { Ownership, Standing } from '../coverage'
import { isInactive } from '../holders'
import type { Role } from '../ownership'
import type { Id } from '../units'
import { heldBy } from './held'
import type { Outcome } from './rehearse'

/** Somebody who could take a role over, and why they come to mind. */
export interface Candidate {
  readonly party: Id
  readonly reason: string
}

type Around = Pick<Outcome, 'before' | 'after' | 'retired'>

/** Parties that are there after the plan and still active, each once, in the order given. */
function fit(candidates: readonly Candidate[], { after, retired }: Around): readonly Candidate[] {
  const seen = new Set<Id>()
  return candidates.filter(({ party }) => {
    if (seen.has(party) || retired.has(party) || isInactive(party, after)) return false
    seen.add(party)
    return true
  })
}

/** The teams that stand behind a party: its parent, or those that a person is in. */
function behind(party: Id, { party: find }: Pick<Ownership, 'party'>): readonly Candidate[] {
  const found = find(party)
  if (found?.type === 'team')
    return found.parent === undefined ? [] : [{ party: found.parent, reason: `parent of ${found.name}` }]
  return found?.teams.map((team) => ({ party: team, reason: `team of ${found.name}` })) ?? []
}

const holds: Readonly<Record<Role, string>> = {
  A: 'answers for it already',
  R: 'performs it already',
  V: 'checks it already',
  C: 'is consulted already',
  I: 'is told already',
}

/**
 * Who could take over a role in one activity, the likeliest first: who holds another role in it, who was seen to do it,
 * the team behind who held it, the team that owns the workload.
 */
export function successorsIn(
  standing: Standing,
  role: Role,
  losers: readonly Id[],
  around: Around,
): readonly Candidate[] {
  const { assignments, workload } = standing
  const others = heldBy(assignments)
    .filter((each) => each.role !== role || role === 'A')
    .toSorted((left, right) => 'ARVCI'.indexOf(left.role) - 'ARVCI'.indexOf(right.role))
    .filter((each) => each.role !== 'I')
    .map((each) => ({ party: each.party, reason: holds[each.role] }))
  const seen = assignments.flatMap(({ claim, party }) =>
    claim === 'observed' && party !== undefined ? [{ party, reason: 'was seen to do it' }] : [],
  )
  const teams = losers.flatMap((party) => behind(party, around.before))
  const home = workload?.team === undefined ? [] : [{ party: workload.team, reason: `owns ${workload.name}` }]
  return fit([...others, ...seen, ...teams, ...home], around)
}

/**
 * Who could take over everything a party holds: the team behind it, then those who already work on most of the same
 * activities, with the number of them.
 */
export function successorsOf(party: Id, around: Around): readonly Candidate[] {
  const shared = new Map<Id, number>()
  let all = 0
  for (const { assignments } of around.before.standings) {
    const held = heldBy(assignments)
    if (!held.some((each) => each.party === party)) continue
    all++
    for (const other of new Set(held.filter(({ role }) => role !== 'I').map((each) => each.party)))
      if (other !== party) shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  const near = [...shared]
    .toSorted(([, left], [, right]) => right - left)
    .map(([id, count]) => ({ party: id, reason: `in ${count} of its ${all} activities` }))
  return fit([...behind(party, around.before), ...near], {
    ...around,
    retired: new Map([...around.retired, [party, 0]]),
  })
}
