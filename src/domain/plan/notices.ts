import { checksItself, nameOf } from '../matrix'
import type { Party } from '../ownership'
import type { Id } from '../units'
import { heldBy } from './held'
import type { Outcome } from './rehearse'

/**
 * Something to see to beside the requests, which cannot change it. `reviews`: reviews and approvals that name who is no
 * more. `workloads`: workloads that belong to a team that is no more. `children`: teams whose parent is no more. `personal`:
 * roles that people of such a team hold themselves. `team`: a team that no source knows yet. `observed`: who was seen
 * differs from who is declared now. `validator`: nobody checks any more. `self-check`: who performs it also checks it.
 */
export const noticeKinds = [
  'team',
  'reviews',
  'workloads',
  'children',
  'personal',
  'validator',
  'self-check',
  'observed',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface Notice {
  readonly kind: NoticeKind
  /** Whom it concerns, where it is one party. */
  readonly party?: Id
  /** What it concerns: activities, workloads, teams or people. */
  readonly ids: readonly Id[]
}

const some = (kind: NoticeKind, ids: readonly Id[], party?: Id): readonly Notice[] =>
  ids.length === 0 ? [] : [{ kind, ids, ...(party !== undefined && { party }) }]

/** What the end of a party leaves behind. */
function leftBy(party: Id, { before, after }: Outcome, parties: readonly Party[]): readonly Notice[] {
  const { standings } = before
  const reviews = standings.filter(
    ({ activity: { review } }) => review?.reviewers.includes(party) || review?.approvers.includes(party),
  )
  const workloads = new Set(standings.flatMap(({ workload }) => (workload?.team === party ? [workload.id] : [])))
  const children = parties.filter((each) => each.type === 'team' && each.parent === party)
  const people = new Set(before.members(party).map(({ id }) => id))
  const personal = after.standings.filter(({ assignments }) =>
    heldBy(assignments).some((each) => people.has(each.party)),
  )
  return [
    ...some(
      'reviews',
      reviews.map(({ activity }) => activity.id),
      party,
    ),
    ...some('workloads', [...workloads], party),
    ...some(
      'children',
      children.map(({ id }) => id),
      party,
    ),
    ...some(
      'personal',
      personal.map(({ activity }) => activity.id),
      party,
    ),
  ]
}

/** What is to be seen to beside the requests, and does not stand in their way. */
export function noticesOf(outcome: Outcome, parties: readonly Party[]): readonly Notice[] {
  const { plan, before, after, changes, retired } = outcome
  const used = new Set(changes.flatMap(({ gained }) => gained.map(({ party }) => party)))
  const founded = plan.teams.filter(({ id }) => used.has(id) && !before.party(id)).map(({ id }) => id)
  const unchecked = changes.filter(
    (each) =>
      each.lost.some(({ role }) => role === 'V') && !heldBy(each.after.assignments).some(({ role }) => role === 'V'),
  )
  const itself = changes.filter((each) => checksItself(each.after).length > 0 && checksItself(each.before).length === 0)
  const differs = after.standings.filter((standing) => {
    const was = before.byId.get(standing.activity.id)
    const has = (of: typeof standing | undefined) => of?.gaps.some(({ kind }) => kind === 'declared-observed') ?? false
    return was !== standing && has(standing) && !has(was)
  })
  const ids = (all: readonly { readonly id: Id }[]) => all.map(({ id }) => id)
  return [
    ...founded.flatMap((id) => some('team', [id], id)),
    ...[...retired.keys()].flatMap((party) => leftBy(party, outcome, parties)),
    ...some('validator', ids(unchecked)),
    ...some('self-check', ids(itself)),
    ...some(
      'observed',
      differs.map(({ activity }) => activity.id),
    ),
  ]
}

/** What a notice says, in one sentence. */
export function noticeText({ kind, party, ids }: Notice, { after }: Outcome): string {
  const name = party === undefined ? '' : nameOf(party, after)
  const n = ids.length
  const many = (one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`)
  switch (kind) {
    case 'team':
      return `No source knows ${name} yet (${party}): it has to be there before the requests are approved.`
    case 'reviews':
      return `${many('activity names', 'activities name')} ${name} as reviewer or approver.`
    case 'workloads':
      return `${many('workload belongs', 'workloads belong')} to ${name}.`
    case 'children':
      return `${name} is the parent of ${ids.map((id) => nameOf(id, after)).join(', ')}.`
    case 'personal':
      return `People of ${name} hold roles themselves in ${many('activity', 'activities')}, and keep them.`
    case 'validator':
      return `${many('activity has', 'activities have')} no validator any more.`
    case 'self-check':
      return `In ${many('activity', 'activities')} who performs it would also check it.`
    case 'observed':
      return `In ${many('activity', 'activities')} who was seen would differ from who is declared.`
  }
}
