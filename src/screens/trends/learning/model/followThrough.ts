import { improvementGroup } from '../../../../domain/improvements'
import { isTeamId, type Party } from '../../../../domain/ownership'
import type { Improvement, Problem } from '../../../../domain/problem'
import { day24, type Id, type Instant } from '../../../../domain/units'

/** What somebody has taken on and not finished; an idea where nobody has. */
export interface Open {
  readonly key: string
  readonly title: string
  /** The problem it belongs to; absent for an improvement. */
  readonly problem?: Id
  readonly owner?: Id
  readonly due?: Instant
  /** Since when it may have been open: an action is no older than its problem. */
  readonly since?: Instant
}

/** Why nobody may be at work on it. */
export type Orphan = 'nobody' | 'left' | 'unknown'

export interface FollowThrough {
  readonly commitments: readonly Open[]
  /** Improvements that nobody has taken on. */
  readonly ideas: readonly Open[]
  readonly overdue: readonly Open[]
  /** Commitments whose owner is nobody, has left, or is not among the parties that sources tell. */
  readonly orphaned: readonly (readonly [Orphan, Open])[]
}

const finished = (state: string) => state === 'done' || state === 'dropped'

/** Everything that is still open, as of `now`. Without any party told, no owner is called unknown. */
export function followThrough(
  problems: readonly Problem[],
  improvements: readonly Improvement[],
  parties: readonly Party[],
  now: Instant,
): FollowThrough {
  const actions = problems.flatMap(({ id, opened, actions: own }) =>
    own
      .filter(({ state }) => !finished(state))
      .map(({ id: action, title, owner, due }): Open => ({
        key: `${id} ${action}`,
        title,
        problem: id,
        ...(owner !== undefined && { owner }),
        ...(due !== undefined && { due }),
        ...(opened !== undefined && { since: opened }),
      })),
  )
  const open = improvements.filter(({ state }) => !finished(state))
  const asOpen = ({ id, title, owner, due, created }: Improvement): Open => ({
    key: id,
    title,
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && { due }),
    ...(created !== undefined && { since: created }),
  })
  const isIdea = (each: Improvement) => improvementGroup(each, now) === 'feedback'
  const commitments = [...actions, ...open.filter((each) => !isIdea(each)).map(asOpen)]
  const known = new Map(parties.map((party) => [party.id, party]))
  const orphanOf = ({ owner }: Open): Orphan | undefined => {
    if (owner === undefined) return 'nobody'
    const party = known.get(owner)
    if (!party) return parties.some(({ id }) => isTeamId(id) === isTeamId(owner)) ? 'unknown' : undefined
    return party.type === 'person' && party.active === false ? 'left' : undefined
  }
  return {
    commitments,
    ideas: open.filter(isIdea).map(asOpen),
    overdue: commitments.filter(({ due }) => due !== undefined && due < now),
    orphaned: commitments.flatMap((each) => {
      const orphan = orphanOf(each)
      return orphan ? [[orphan, each] as const] : []
    }),
  }
}

/** Ages in days from which on is counted how many are at least so old. */
export const ageMarks = [0, 30, 90, 180, 365] as const

/** How many are at least so old, mark by mark: the curve of open ages. Those of unknown age are left out. */
export const ageCurve = (open: readonly Open[], now: Instant): readonly number[] =>
  ageMarks.map((days) => open.filter(({ since }) => since !== undefined && now - since >= days * day24).length)

/** Open and overdue by owner; the most first, nobody under `''`. */
export function byOwner({ commitments, overdue }: FollowThrough) {
  const late = Map.groupBy(overdue, ({ owner = '' }) => owner)
  return [...Map.groupBy(commitments, ({ owner = '' }) => owner)]
    .map(([owner, own]) => ({ owner, open: own.length, overdue: late.get(owner)?.length ?? 0 }))
    .toSorted((left, right) => right.open - left.open)
}
