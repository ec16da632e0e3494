import type { ChangeRequest, OwnershipMoment, RoleStep } from './change'
import { claimsOf, declaredId, nameIn, whyNotChange, whyNotDecision } from './changeRules'
import { changedSentences } from './changeWords'
import type { Command, CommandEnvelope, OwnershipCommand } from './command'
import {
  type Change,
  type Held,
  isStale,
  nextVersion,
  nothing,
  type Refusal,
  stale,
  unknown,
  unlawful,
} from './outcome'
import type { Activity, Assignment } from './ownership'
import type { Id } from './units'

export { declaredId } from './changeRules'

type Of<K extends Command['kind']> = Extract<Command, { readonly kind: K }>

/** The activity with new moments at the head of its history. */
const withMoments = (activity: Activity, moments: readonly OwnershipMoment[]): Activity => ({
  ...activity,
  version: nextVersion(activity.version),
  history: [...moments, ...(activity.history ?? [])],
})

function markReviewed(envelope: CommandEnvelope, command: Of<'mark-reviewed'>, held: Held): Change | Refusal {
  const activity = held.activity(command.activity)
  if (!activity) return unknown('activity', command.activity)
  if (isStale(activity, envelope)) return stale(activity.name)
  const { at, actor } = envelope
  const evidence = command.evidence?.trim()
  const moment = { at, what: 'Ownership reviewed and confirmed', by: actor, ...(evidence && { evidence }) }
  const policy = activity.review ?? { reviewers: [], approvers: [] }
  return { ...nothing, activities: [{ ...withMoments(activity, [moment]), review: { ...policy, last: at } }] }
}

function requestChange(envelope: CommandEnvelope, command: Of<'request-change'>, held: Held): Change | Refusal {
  const activity = held.activity(command.activity)
  if (!activity) return unknown('activity', command.activity)
  if (isStale(activity, envelope)) return stale(activity.name)
  const { key, at, actor } = envelope
  const reason = whyNotChange(command, {
    assignments: held.assignments(activity.id),
    open: held.openRequests(activity.id),
    party: (id) => held.party(id),
    now: at,
  })
  if (reason !== undefined) return unlawful(reason)
  const request: ChangeRequest = {
    id: `CHG-${key}`,
    activity: activity.id,
    kind: command.change,
    steps: command.steps,
    ...(command.gap !== undefined && { gap: command.gap }),
    ...(command.expires !== undefined && { expires: command.expires }),
    reason: command.reason.trim(),
    proposer: actor,
    proposedAt: at,
    approvers: activity.review?.approvers ?? [],
    state: 'proposed',
    ...(command.plan !== undefined && { plan: command.plan }),
    version: '1',
  }
  return { ...nothing, requests: [request] }
}

/**
 * The claims after the steps: what is given is declared, what is taken goes away, and everything else stays. A
 * placeholder goes with the first owner who stands where it stood.
 */
function carriedOut(
  steps: readonly RoleStep[],
  activity: Activity,
  assignments: readonly Assignment[],
  { at }: CommandEnvelope,
): Pick<Change, 'assignments' | 'removed'> {
  const given = steps.filter(({ op }) => op === 'give')
  const taken = steps.filter(({ op }) => op === 'take')
  const placeholders = assignments.filter(
    (each) =>
      each.claim === 'declared' &&
      each.party === undefined &&
      each.placeholder !== undefined &&
      given.some(({ role }) => role === each.role),
  )
  const gone = [...taken.flatMap(({ role, party }) => claimsOf(assignments, role, party)), ...placeholders]
  return {
    assignments: given.map(({ role, party }) => ({
      id: declaredId(activity.id, role, party),
      activity: activity.id,
      role,
      party,
      claim: 'declared',
      at,
    })),
    removed: gone.map(({ id }) => id),
  }
}

function decideChange(envelope: CommandEnvelope, command: Of<'decide-change'>, held: Held): Change | Refusal {
  const request = held.request(command.request)
  if (!request) return unknown('request', command.request)
  if (isStale(request, envelope)) return stale('The request')
  const activity = held.activity(request.activity)
  if (!activity) return unknown('activity', request.activity)
  const { at, actor } = envelope
  const party = (id: Id) => held.party(id)
  const assignments = held.assignments(activity.id)
  const reason = whyNotDecision(request, command.decision, { actor, assignments, party, now: at })
  if (reason !== undefined) return unlawful(reason)
  const note = command.note?.trim()
  const decided: ChangeRequest = {
    ...request,
    state: command.decision,
    decidedBy: actor,
    decidedAt: at,
    ...(note && { note }),
    version: nextVersion(request.version),
  }
  if (command.decision !== 'approved') return { ...nothing, requests: [decided] }
  const moments = changedSentences(request, nameIn(party)).map((what) => ({
    at,
    what,
    by: actor,
    evidence: request.reason,
  }))
  const { gap, expires: until } = request
  const told = withMoments(activity, moments)
  const borne =
    request.kind !== 'exception' || gap === undefined || until === undefined
      ? told
      : { ...told, exceptions: [...(activity.exceptions ?? []), { gap, until, reason: request.reason, by: actor }] }
  return {
    ...nothing,
    requests: [decided],
    activities: [borne],
    ...carriedOut(request.steps, activity, assignments, envelope),
  }
}

/** Carries out a command on the ownership of an activity. Nothing of it changes before a request is approved. */
export function applyToOwnership(envelope: CommandEnvelope, command: OwnershipCommand, held: Held): Change | Refusal {
  switch (command.kind) {
    case 'mark-reviewed':
      return markReviewed(envelope, command, held)
    case 'request-change':
      return requestChange(envelope, command, held)
    case 'decide-change':
      return decideChange(envelope, command, held)
  }
}
