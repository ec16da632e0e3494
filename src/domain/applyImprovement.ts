import type { Command, CommandEnvelope, ImprovementCommand } from './command'
import { whyNotFeedback, whyNotImprovement, whyNotRecord } from './improvementRules'
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
import type { Improvement } from './problem'

type Of<K extends Command['kind']> = Extract<Command, { readonly kind: K }>

const made = (
  { key, at }: CommandEnvelope,
  rest: Pick<Improvement, 'title' | 'from'> & Partial<Improvement>,
): Change => ({
  ...nothing,
  improvements: [{ id: `IMP-${key}`, state: 'open', created: at, version: '1', ...rest }],
})

function giveFeedback(envelope: CommandEnvelope, command: Of<'give-feedback'>, held: Held): Change | Refusal {
  const activity = held.activity(command.activity)
  if (!activity) return unknown('activity', command.activity)
  if (isStale(activity, envelope)) return stale(activity.name)
  const reason = whyNotFeedback(command.text)
  if (reason !== undefined) return unlawful(reason)
  return made(envelope, { title: command.text.trim(), from: 'feedback', activity: activity.id })
}

function record(envelope: CommandEnvelope, command: Of<'record-improvement'>, held: Held): Change | Refusal {
  const { kind: _kind, title, activity: of, incident: out, ...rest } = command
  const activity = of === undefined ? undefined : held.activity(of)
  const incident = out === undefined ? undefined : held.incident(out)
  if (of !== undefined && !activity) return unknown('activity', of)
  if (out !== undefined && !incident) return unknown('incident', out)
  const seen = activity ?? incident
  if (seen && isStale(seen, envelope)) return stale(activity?.name ?? seen.id)
  const reason = whyNotRecord(command, envelope.at)
  if (reason !== undefined) return unlawful(reason)
  return made(envelope, {
    ...rest,
    title: title.trim(),
    ...(of !== undefined && { activity: of }),
    ...(out !== undefined && { incident: out }),
  })
}

function set(envelope: CommandEnvelope, command: Of<'set-improvement'>, held: Held): Change | Refusal {
  const improvement = held.improvement(command.improvement)
  if (!improvement) return unknown('improvement', command.improvement)
  if (isStale(improvement, envelope)) return stale(improvement.title)
  const reason = whyNotImprovement(improvement, command)
  if (reason !== undefined) return unlawful(reason)
  const { doneAt, ...rest } = improvement
  const { state = improvement.state, owner, due } = command
  const moment = state === 'done' ? (improvement.state === 'done' ? doneAt : envelope.at) : undefined
  const next: Improvement = {
    ...rest,
    state,
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && { due }),
    ...(moment !== undefined && { doneAt: moment }),
    version: nextVersion(improvement.version),
  }
  return { ...nothing, improvements: [next] }
}

/** Carries out a command that makes or changes an improvement. Feedback is one that nobody has taken on yet. */
export function applyToImprovement(
  envelope: CommandEnvelope,
  command: ImprovementCommand,
  held: Held,
): Change | Refusal {
  switch (command.kind) {
    case 'give-feedback':
      return giveFeedback(envelope, command, held)
    case 'record-improvement':
      return record(envelope, command, held)
    case 'set-improvement':
      return set(envelope, command, held)
  }
}
