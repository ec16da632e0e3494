import type { ChangeRequest, RoleStep } from '../change'
import { type Gap, type GapKind, isOwned } from '../gaps'
import { nameOf } from '../matrix'
import type { Role } from '../ownership'
import type { Id } from '../units'
import { heldBy } from './held'
import type { ActivityChange, Outcome } from './rehearse'
import { type Candidate, successorsIn } from './successors'

/** A gap in ownership itself of an activity that the plan concerns. */
export interface Broken {
  readonly kind: 'broken'
  /** False where it was broken in this way before the plan: it can be mended on the way, and need not. */
  readonly fresh: boolean
  readonly activity: Id
  readonly gap: GapKind
  readonly reason: string
  /** The role to give, and who could take it. */
  readonly role: Role
  readonly candidates: readonly Candidate[]
}

/** A request that nobody has decided yet asks for something else. */
export interface Collision {
  readonly kind: 'collision'
  readonly activity: Id
  readonly request: ChangeRequest
  readonly reason: string
}

/** What has to be solved, or accepted with a reason, before the plan goes out. */
export type Problem = Broken | Collision

/** Whether it breaks ownership itself. */
const isBreaking = (gap: Gap): boolean => !isOwned([gap])

const roleFor: Readonly<Partial<Record<GapKind, Role>>> = { 'no-responsible': 'R', 'responsible-inactive': 'R' }

/** Gaps in ownership itself that the activities of the plan have after it, in the order of the standings, worst first. */
export function brokenBy(outcome: Outcome): readonly Broken[] {
  const { before, after } = outcome
  const changed = new Set(outcome.changes.map(({ id }) => id))
  return after.standings.flatMap((standing): readonly Broken[] => {
    const { id } = standing.activity
    const was = before.byId.get(id)
    if (!was || was === standing) return []
    const known = new Set(was.gaps.map(({ kind }) => kind))
    const found = standing.gaps.filter((gap) => isBreaking(gap) && (changed.has(id) || !known.has(gap.kind)))
    // What pages and is not owned lacks an accountable or a responsible party, which is said already.
    const told = found.length > 1 ? found.filter(({ kind }) => kind !== 'unowned-page') : found
    return told.map(({ kind, reason }) => {
      const role = roleFor[kind] ?? 'A'
      const losers = heldBy(was.assignments).flatMap((each) => (each.role === role ? [each.party] : []))
      const candidates = successorsIn(standing, role, losers, outcome)
      return { kind: 'broken', fresh: !known.has(kind), activity: id, gap: kind, reason, role, candidates }
    })
  })
}

const sameSteps = (left: readonly RoleStep[], right: readonly RoleStep[]): boolean => {
  const text = (steps: readonly RoleStep[]) =>
    steps
      .map(({ op, role, party }) => `${op} ${role} ${party}`)
      .toSorted()
      .join('\n')
  return text(left) === text(right)
}

const waits = ({ state }: ChangeRequest): boolean => state === 'proposed'

/** The request by which this very change was asked for already. */
export const requestedAs = (change: ActivityChange, requests: readonly ChangeRequest[]): ChangeRequest | undefined =>
  requests.find((each) => waits(each) && each.activity === change.id && sameSteps(each.steps, change.steps))

/** Why a waiting request does not go together with the plan, or undefined when it does. */
function clash(request: ChangeRequest, change: ActivityChange | undefined, outcome: Outcome): string | undefined {
  const name = (id: Id) => nameOf(id, outcome.after)
  const ended = request.steps.find(({ op, party }) => op === 'give' && outcome.retired.has(party))
  if (ended) return `It gives a role to ${name(ended.party)}, who is no more after the plan.`
  if (!change) return undefined
  if (request.plan === outcome.plan.name)
    return 'It is of this plan, and asks for something else than the plan does now.'
  const opposite = request.steps.find(({ op, role, party }) =>
    change.steps.some((step) => step.op !== op && step.role === role && step.party === party),
  )
  if (opposite) return `It ${opposite.op}s a role that the plan ${opposite.op === 'give' ? 'takes' : 'gives'}.`
  const taken = request.steps.find(({ op, role, party }) =>
    change.steps.some((step) => step.op === op && step.role === role && step.party === party),
  )
  if (taken) return 'It asks for a part of what the plan does: whichever comes second will not fit any more.'
  const [accountable, given] = [request.steps, change.steps].map((steps) =>
    steps.some(({ op, role }) => op === 'give' && role === 'A'),
  )
  return accountable && given ? 'It names another accountable party: both together would make two.' : undefined
}

/** Requests that wait to be decided and do not go together with the plan. */
export function collisions(outcome: Outcome, requests: readonly ChangeRequest[]): readonly Collision[] {
  const changed = new Map(outcome.changes.map((each) => [each.id, each]))
  return requests.filter(waits).flatMap((request): readonly Collision[] => {
    const change = changed.get(request.activity)
    if (change && sameSteps(request.steps, change.steps)) return []
    const reason = clash(request, change, outcome)
    return reason === undefined ? [] : [{ kind: 'collision', activity: request.activity, request, reason }]
  })
}
