import type { Command, CommandEnvelope, ProblemCommand } from './command'
import type { Incident } from './incident'
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
import type { Action, Problem } from './problem'
import { whyNotAction, whyNotFix, whyNotNewAction, whyNotNewProblem, whyNotProblem } from './problemRules'
import type { TimelineEntry } from './timeline'

type Of<K extends Command['kind']> = Extract<Command, { readonly kind: K }>

/** The problem after the command with what its history says of it, or why not. */
type Outcome = readonly [next: Problem, what: string] | string

const nameOf = (held: Held, id: string): string => held.party(id)?.name ?? id

/** The problem that the command makes, and its incidents pointing to it, each with a moment in its timeline. */
function recorded(envelope: CommandEnvelope, command: Of<'record-problem'>, held: Held): Change | Refusal {
  const { key, actor, at } = envelope
  const ids = [...new Set(command.incidents)]
  const found = ids.flatMap((id) => held.incident(id) ?? [])
  const lost = ids.find((id) => !found.some((incident) => incident.id === id))
  if (lost !== undefined) return unknown('incident', lost)
  const [first] = found
  if (first && isStale(first, envelope)) return stale(first.id)
  const reason = whyNotNewProblem(command.title, found)
  if (reason !== undefined) return unlawful(reason)
  const id = `PRB-${key}`
  const problem: Problem = {
    id,
    title: command.title.trim(),
    state: 'identified',
    opened: at,
    ...(command.owner !== undefined && { owner: command.owner }),
    workloads: [...new Set(command.workloads)],
    factors: [],
    fixes: [],
    actions: [],
    history: [
      { at, what: `Recorded with ${found.length === 1 ? '1 incident' : `${found.length} incidents`}`, by: actor },
    ],
    version: '1',
  }
  const linked = found.map((incident): Incident => ({
    ...incident,
    problem: id,
    version: nextVersion(incident.version),
  }))
  const timeline = found.map((incident): TimelineEntry => ({
    id: `${incident.id}/${key}`,
    incident: incident.id,
    at,
    recordedAt: at,
    sequence: held.nextSequence(incident.id),
    actor,
    kind: 'link',
    from: '',
    to: id,
  }))
  return { ...nothing, problems: [problem], incidents: linked, timeline }
}

/** A text that the command brings; an empty one takes away what stood there. */
const trimmed = (text: string | undefined): string | undefined => text?.trim()

function set(problem: Problem, command: Of<'set-problem'>, held: Held): Outcome {
  const reason = whyNotProblem(problem, command)
  if (reason !== undefined) return reason
  const { rootCause: cause, workaround: way, ...rest } = problem
  const { state = problem.state, owner = problem.owner, because } = command
  const text = trimmed(command.rootCause) ?? cause?.text
  const workaround = trimmed(command.workaround) ?? way
  const why = because?.trim()
  const told = [
    ...(state === problem.state ? [] : [`State set to ${state.replaceAll('-', ' ')}${why ? `: ${why}` : ''}`]),
    ...(owner === undefined || owner === problem.owner ? [] : [`Owner set to ${nameOf(held, owner)}`]),
    ...(text === cause?.text ? [] : [text ? 'Root cause written down' : 'Root cause taken out']),
    ...(workaround === way ? [] : [workaround ? 'Workaround written down' : 'Workaround taken out']),
  ]
  const next: Problem = {
    ...rest,
    state,
    ...(owner !== undefined && { owner }),
    ...(text && { rootCause: { ...cause, text } }),
    ...(workaround && { workaround }),
  }
  return [next, told.join('; ')]
}

function fixed(problem: Problem, command: Of<'declare-fix'>, { at, actor }: CommandEnvelope, held: Held): Outcome {
  const reason = whyNotFix(command, at)
  if (reason !== undefined) return reason
  const what = command.what.trim()
  const fix = { at: command.at ?? at, what, ...(held.party(actor) && { by: actor }) }
  const fixes = [...problem.fixes, fix].toSorted((left, right) => left.at - right.at)
  return [{ ...problem, fixes }, `Fix declared: ${what}`]
}

function added(problem: Problem, command: Of<'add-action'>, { at, key }: CommandEnvelope): Outcome {
  const reason = whyNotNewAction(command, at)
  if (reason !== undefined) return reason
  const { owner, due } = command
  const title = command.title.trim()
  const action: Action = {
    id: `${problem.id}/${key}`,
    title,
    kind: command.action,
    state: 'open',
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && { due }),
  }
  return [{ ...problem, actions: [...problem.actions, action] }, `Action added: ${title}`]
}

function changed(problem: Problem, command: Of<'set-action'>, { at }: CommandEnvelope, held: Held): Outcome {
  const action = problem.actions.find(({ id }) => id === command.action)
  if (!action) return 'It has no such action.'
  const reason = whyNotAction(action, command)
  if (reason !== undefined) return reason
  const { doneAt, ...rest } = action
  const { state = action.state, owner, due } = command
  const moment = state === 'done' ? (action.state === 'done' ? doneAt : at) : undefined
  const next: Action = {
    ...rest,
    state,
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && { due }),
    ...(moment !== undefined && { doneAt: moment }),
  }
  const told = [
    ...(state === action.state ? [] : [state.replaceAll('-', ' ')]),
    ...(owner === undefined || owner === action.owner ? [] : [`with ${nameOf(held, owner)}`]),
    ...(due === undefined || due === action.due ? [] : ['due date changed']),
  ]
  const actions = problem.actions.map((each) => (each === action ? next : each))
  return [{ ...problem, actions }, `Action “${action.title}”: ${told.join(', ')}`]
}

/** Carries out a command that makes or changes a problem, and tells it in the history of the problem. */
export function applyToProblem(envelope: CommandEnvelope, command: ProblemCommand, held: Held): Change | Refusal {
  if (command.kind === 'record-problem') return recorded(envelope, command, held)
  const problem = held.problem(command.problem)
  if (!problem) return unknown('problem', command.problem)
  if (isStale(problem, envelope)) return stale(problem.title)
  const outcome = outcomeOf(problem, envelope, command, held)
  if (typeof outcome === 'string') return unlawful(outcome)
  const [next, what] = outcome
  const moment = { at: envelope.at, what, by: envelope.actor }
  const version = nextVersion(problem.version)
  return { ...nothing, problems: [{ ...next, history: [moment, ...(problem.history ?? [])], version }] }
}

function outcomeOf(
  problem: Problem,
  envelope: CommandEnvelope,
  command: Exclude<ProblemCommand, { readonly kind: 'record-problem' }>,
  held: Held,
): Outcome {
  switch (command.kind) {
    case 'set-problem':
      return set(problem, command, held)
    case 'declare-fix':
      return fixed(problem, command, envelope, held)
    case 'add-action':
      return added(problem, command, envelope)
    case 'set-action':
      return changed(problem, command, envelope, held)
  }
}
