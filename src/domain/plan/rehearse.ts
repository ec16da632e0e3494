import type { ChangeRequest, RoleStep } from '../change'
import type { Ownership, Standing } from '../coverage'
import { isOwned, judge } from '../gaps'
import type { Assignment } from '../ownership'
import type { Id, Instant } from '../units'
import { type Carried, carryOut, type MoveResult } from './carryOut'
import { type Directory, directoryAfter } from './directory'
import { heldBy, type RoleHeld, without } from './held'
import type { Plan } from './plan'

/** What a plan is rehearsed on. */
export interface Scene {
  readonly ownership: Ownership
  /** All that are known; those that nobody has decided may collide. */
  readonly requests: readonly ChangeRequest[]
  readonly now: Instant
}

/** What becomes of one activity whose roles the plan changes. */
export interface ActivityChange {
  readonly id: Id
  readonly before: Standing
  readonly after: Standing
  readonly gained: readonly RoleHeld[]
  readonly lost: readonly RoleHeld[]
  /** What a request has to ask for: first what is taken, then what is given. */
  readonly steps: readonly RoleStep[]
}

/** The picture after a plan beside the picture before it. */
export interface Outcome {
  readonly plan: Plan
  readonly before: Ownership
  readonly after: Ownership
  readonly moves: readonly MoveResult[]
  /** In the order of the standings. */
  readonly changes: readonly ActivityChange[]
  /** Parties that are no more afterwards, with the number of the step that ended them. */
  readonly retired: ReadonlyMap<Id, number>
}

/** The claims of an activity once its declared roles are others. Observed claims stay: they tell what was seen. */
function claimsAfter(standing: Standing, gained: readonly RoleHeld[], lost: readonly RoleHeld[], at: Instant) {
  const { activity, assignments } = standing
  const stays = ({ claim, role, party, placeholder }: Assignment): boolean =>
    claim !== 'declared' ||
    (party === undefined
      ? placeholder === undefined || !gained.some((each) => each.role === role)
      : !lost.some((each) => each.role === role && each.party === party))
  const given = gained.map(({ role, party }): Assignment => ({
    id: `${activity.id}#${role}/${party}`,
    activity: activity.id,
    role,
    party,
    claim: 'declared',
    at,
  }))
  return [...assignments.filter(stays), ...given]
}

/** Judged again, by the one rule. */
function judgedAgain(
  standing: Standing,
  assignments: readonly Assignment[],
  directory: Directory,
  now: Instant,
): Standing {
  const { activity, records } = standing
  const verdict = judge(activity, { assignments, party: directory.party, members: directory.members, now, records })
  return {
    ...standing,
    assignments,
    ...verdict,
    ...(records.owners && { owned: isOwned([...verdict.gaps, ...verdict.excused]) }),
  }
}

/** Who leaves is known to leave: from then on it is recorded whether people are still here. */
function recordsAfter(standing: Standing, carried: Carried): Standing {
  const leaves = [...carried.retired.keys()].some((id) => id.startsWith('person:'))
  if (!leaves || standing.records.leavers) return standing
  return { ...standing, records: { ...standing.records, leavers: true } }
}

/**
 * Ownership as it would be after the plan. Pure: the truth is not touched. Activities that the plan does not concern
 * stay the same objects, so that whoever compares can skip them.
 */
export function rehearse({ ownership, now }: Pick<Scene, 'ownership' | 'now'>, plan: Plan): Outcome {
  const carried = carryOut(ownership, plan)
  const directory = directoryAfter(ownership, plan, carried)
  const { changed } = directory
  const changes: ActivityChange[] = []
  const standings = ownership.standings.map((before): Standing => {
    const { activity, assignments } = before
    const [was, is] = [heldBy(assignments), carried.held.get(activity.id) ?? []]
    const [gained, lost] = [without(is, was), without(was, is)]
    const concerned = assignments.some(({ party }) => party !== undefined && changed.has(party))
    if (gained.length + lost.length === 0) {
      return concerned ? judgedAgain(recordsAfter(before, carried), assignments, directory, now) : before
    }
    const claims = claimsAfter(before, gained, lost, now)
    const after = judgedAgain(recordsAfter(before, carried), claims, directory, now)
    const steps: readonly RoleStep[] = [
      ...lost.map((each): RoleStep => ({ op: 'take', ...each })),
      ...gained.map((each): RoleStep => ({ op: 'give', ...each })),
    ]
    changes.push({ id: activity.id, before, after, gained, lost, steps })
    return after
  })
  const after: Ownership = {
    ...ownership,
    standings,
    byId: new Map(standings.map((each) => [each.activity.id, each])),
    party: directory.party,
    members: directory.members,
  }
  return { plan, before: ownership, after, moves: carried.results, changes, retired: carried.retired }
}
