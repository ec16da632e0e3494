import { isUnowned, type Ownership, type Standing } from '../coverage'
import { declaredIn, isInactive } from '../holders'
import { nameOf } from '../matrix'
import type { Role } from '../ownership'
import type { Id } from '../units'
import { type Reach, reachOf } from './reach'

/** Who holds a role in some activities. */
export interface Holder {
  readonly id: Id
  readonly name: string
  /** They, or everybody in the team, have left. */
  readonly left: boolean
  /** In how many of the activities. */
  readonly count: number
}

/** Who owns something, short enough for a line. */
export interface OwnerLine {
  /** How many activities it sums up. */
  readonly of: number
  /** Those with the most first. Absent where no source records the role. */
  readonly accountable?: readonly Holder[]
  readonly responsible?: readonly Holder[]
  /** What is wrong with it, in words. */
  readonly gap?: string
  /** What else must be known. */
  readonly note?: string
  readonly reach?: Reach
}

type Directory = Pick<Ownership, 'party' | 'members'>

function holders(standings: readonly Standing[], role: Role, directory: Directory): readonly Holder[] {
  const counts = new Map<Id, number>()
  for (const { assignments } of standings)
    for (const id of declaredIn(assignments, role)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .map(([id, count]) => ({ id, name: nameOf(id, directory), left: isInactive(id, directory), count }))
}

function gapIn(standings: readonly Standing[]): string | undefined {
  const unowned = standings.filter(isUnowned).length
  if (unowned === 0) return undefined
  if (standings.length === 1) return 'nobody answers for it'
  return unowned === standings.length
    ? `nobody answers for any of its ${standings.length} activities`
    : `nobody answers for ${unowned} of its ${standings.length} activities`
}

function noteOn(standings: readonly Standing[]): string | undefined {
  const [first] = standings
  if (!first) return 'no activity recorded'
  if (standings.length === 1 && first.activity.noOwnerBecause !== undefined)
    return `no owner by design: ${first.activity.noOwnerBecause}`
  return standings.some(({ records }) => records.owners) ? undefined : 'owners not recorded'
}

/** Who answers for some activities together, who performs them, and whom to tell. */
export function ownersOf(standings: readonly Standing[], directory: Directory): OwnerLine {
  const [accountable, responsible] = [holders(standings, 'A', directory), holders(standings, 'R', directory)]
  const recorded = (role: 'accountable' | 'responsible') => standings.some(({ records }) => records[role])
  const reach = [...accountable, ...responsible]
    .filter(({ left }) => !left)
    .map(({ id }) => directory.party(id))
    .map((party) => party && reachOf(party, directory.party))
    .find((found) => found !== undefined)
  const [gap, note] = [gapIn(standings), noteOn(standings)]
  return {
    of: standings.length,
    ...((accountable.length > 0 || recorded('accountable')) && { accountable }),
    ...((responsible.length > 0 || recorded('responsible')) && { responsible }),
    ...(gap !== undefined && { gap }),
    ...(note !== undefined && { note }),
    ...(reach && { reach }),
  }
}
