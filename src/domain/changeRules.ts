import type { ChangeRequest, RoleStep } from './change'
import type { Command } from './command'
import { nameOf } from './matrix'
import { type Assignment, type Party, type Role, roleNames } from './ownership'
import type { Id, Instant } from './units'

type RequestChange = Extract<Command, { readonly kind: 'request-change' }>

/** What the rules of a change look at. */
export interface ChangeContext {
  /** All claims about the activity. */
  readonly assignments: readonly Assignment[]
  /** Requests about the activity that nobody has decided. */
  readonly open: readonly ChangeRequest[]
  readonly party: (id: Id) => Party | undefined
  readonly now: Instant
}

/** The name of a party, or what stands in its id where no source names it. */
export const nameIn =
  (party: ChangeContext['party']) =>
  (id: Id): string =>
    nameOf(id, { party })

/** The declared claims that the party holds the role. */
export const claimsOf = (assignments: readonly Assignment[], role: Role, party: Id): readonly Assignment[] =>
  assignments.filter((each) => each.claim === 'declared' && each.role === role && each.party === party)

/** The id of a declared assignment that was given none: the same claim has the same id wherever it is made. */
export const declaredId = (activity: Id, role: string, party: Id): Id => `${activity}#${role}/${party}`

/** Why the steps cannot be carried out on the claims as they stand, or undefined when they can. */
export function whyNotSteps(
  steps: readonly RoleStep[],
  { assignments, party }: Pick<ChangeContext, 'assignments' | 'party'>,
): string | undefined {
  const name = nameIn(party)
  const seen = new Set<string>()
  for (const { op, role, party: id } of steps) {
    const word = roleNames[role].toLowerCase()
    const held = claimsOf(assignments, role, id).length > 0
    if (seen.has(`${role} ${id}`)) return `${name(id)} as ${word} is named twice.`
    seen.add(`${role} ${id}`)
    if (op === 'take' && !held) return `${name(id)} is not declared ${word}.`
    if (op === 'give' && held) return `${name(id)} is declared ${word} already.`
  }
  return undefined
}

function whyNotException({ steps, gap, expires }: RequestChange, now: Instant): string | undefined {
  if (steps.length > 0) return 'An exception changes no roles.'
  if (gap === undefined) return 'Say which gap is to be borne with.'
  if (expires === undefined) return 'Say until when it is to be borne with.'
  return expires > now ? undefined : 'An exception must end in the future.'
}

function whyNotKind({ change, steps, gap, expires }: RequestChange): string | undefined {
  if (steps.length === 0) return 'Say which roles are to change.'
  if (gap !== undefined || expires !== undefined) return 'Only an exception has a gap and an end.'
  const takes = steps.some(({ op }) => op === 'take')
  const gives = steps.some(({ op }) => op === 'give')
  if (change === 'add' && takes) return 'To add a role takes none away: ask for a change.'
  if (change === 'transfer' && !(takes && gives)) return 'A transfer takes a role from one and gives it to another.'
  return undefined
}

/** The same wish, whatever the order of its steps: kinds of a request are how it is put, not what it does. */
const wish = ({ steps, gap }: Pick<ChangeRequest, 'steps' | 'gap'>): string =>
  [gap ?? '', ...steps.map(({ op, role, party }) => `${op} ${role} ${party}`).toSorted()].join('\n')

/** Why a change cannot be asked for, or undefined when it can. For buttons as for sources. */
export function whyNotChange(command: RequestChange, context: ChangeContext): string | undefined {
  const wrong =
    command.change === 'exception'
      ? whyNotException(command, context.now)
      : (whyNotKind(command) ?? whyNotSteps(command.steps, context))
  if (wrong !== undefined) return wrong
  const wanted = wish(command)
  const same = context.open.find((each) => wish(each) === wanted)
  if (same) return `${same.proposer} asks for the same already: it waits to be decided.`
  return command.reason.trim() === '' ? 'Say why.' : undefined
}

/**
 * Whether an actor counts as one of the approvers. Watchbill knows of an actor only what the sign-in in front of it tells,
 * which may be a plain name. So: nobody named means anybody may; an approver's id or name counts, and so does a member of
 * an approving team; any other known party, and any text in the form of a party id, does not. A plain name that
 * belongs to no known party cannot be checked here: it may decide, and stands in the record as who did. The backend is
 * the one to refuse who must not.
 */
export function mayDecide(actor: string, approvers: readonly Id[], party: ChangeContext['party']): boolean {
  if (approvers.length === 0 || approvers.includes(actor)) return true
  const known = party(actor)
  if (known?.type === 'person' && known.teams.some((team) => approvers.includes(team))) return true
  const said = actor.trim().toLowerCase()
  if (approvers.some((id) => party(id)?.name.toLowerCase() === said)) return true
  return known === undefined && !/^(team|person):/.test(actor)
}

/** What the rules of a decision look at. */
export interface DecisionContext extends Pick<ChangeContext, 'assignments' | 'party' | 'now'> {
  readonly actor: string
}

const decidedWords: Readonly<Record<string, string>> = {
  approved: 'It was approved already.',
  rejected: 'It was rejected already.',
  withdrawn: 'It was taken back.',
}

/** Why a request cannot be decided so, or undefined when it can. */
export function whyNotDecision(
  request: ChangeRequest,
  decision: 'approved' | 'rejected' | 'withdrawn',
  { actor, assignments, party, now }: DecisionContext,
): string | undefined {
  if (request.state !== 'proposed') return decidedWords[request.state] ?? 'It does not wait to be decided.'
  const name = nameIn(party)
  if (decision === 'withdrawn')
    return actor === request.proposer ? undefined : `Only ${name(request.proposer)} can take it back.`
  if (!mayDecide(actor, request.approvers, party))
    return `Only its approvers can decide: ${request.approvers.map(name).join(', ')}.`
  if (decision === 'rejected') return undefined
  if (request.kind === 'exception')
    return request.expires !== undefined && request.expires > now ? undefined : 'The exception has ended meanwhile.'
  const moved = whyNotSteps(request.steps, { assignments, party })
  return moved === undefined ? undefined : `The ownership has changed since it was asked for: ${moved}`
}
