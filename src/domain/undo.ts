import type { Command, CommandEnvelope } from './command'
import {
  type Carried,
  type Change,
  type Held,
  type Holder,
  nextVersion,
  type Refusal,
  unknown,
  unlawful,
} from './outcome'
import type { Problem } from './problem'
import type { Id } from './units'
import { inverseOf } from './undoWords'

type Undo = Extract<Command, { readonly kind: 'undo' }>

/** Milliseconds in which a command may be taken back. */
export const undoWithin = 10_000

/**
 * Notes a command that was carried out, so that it can be taken back, and that one was. Called before the change is
 * put into the holder, which still has what stood before.
 */
export function remember(
  memory: Map<string, Carried>,
  envelope: CommandEnvelope,
  after: Change,
  holder: Pick<Holder, 'get'>,
): void {
  const { get } = holder
  const ids = (records: readonly { readonly id: Id }[]) => records.map(({ id }) => id)
  const before: Carried['before'] = {
    incidents: ids(after.incidents).flatMap((id) => get('incidents', id) ?? []),
    events: ids(after.events).flatMap((id) => get('events', id) ?? []),
    activities: ids(after.activities).flatMap((id) => get('activities', id) ?? []),
    timeline: ids(after.timeline).flatMap((id) => get('timeline', id) ?? []),
    assignments: [...ids(after.assignments), ...after.removed].flatMap((id) => get('assignments', id) ?? []),
    problems: ids(after.problems).flatMap((id) => get('problems', id) ?? []),
    improvements: ids(after.improvements).flatMap((id) => get('improvements', id) ?? []),
    requests: ids(after.requests).flatMap((id) => get('requests', id) ?? []),
  }
  memory.set(envelope.key, { envelope, before, after })
  if (envelope.command.kind !== 'undo') return
  const undone = memory.get(envelope.command.of)
  if (undone) memory.set(envelope.command.of, { ...undone, undone: true })
}

interface Versioned {
  readonly id: Id
  readonly version?: string
}

/** Whether anything that the command changed was changed again. Entries and claims go with the record they are about. */
function movedOn({ after }: Carried, held: Held): boolean {
  const moved = (records: readonly Versioned[], now: (id: Id) => Versioned | undefined) =>
    records.some(({ id, version }) => now(id)?.version !== version)
  return (
    moved(after.incidents, (id) => held.incident(id)) ||
    moved(after.events, (id) => held.event(id)) ||
    moved(after.activities, (id) => held.activity(id)) ||
    moved(after.problems, (id) => held.problem(id)) ||
    moved(after.improvements, (id) => held.improvement(id)) ||
    moved(after.requests, (id) => held.request(id))
  )
}

/** Why a command cannot be taken back, or undefined when it can. */
export function whyNotUndo(carried: Carried, { actor, at }: CommandEnvelope, held: Held): Refusal | undefined {
  const { envelope, undone = false } = carried
  if (envelope.command.kind === 'undo') return unlawful('It was an undo itself: do it again instead.')
  if (envelope.actor !== actor) return unlawful(`Only ${envelope.actor} can undo it.`)
  if (undone) return unlawful('It was undone already.')
  if (at - envelope.at > undoWithin) return unlawful('It is too late to undo it: more than ten seconds have passed.')
  return movedOn(carried, held)
    ? { refused: 'stale', reason: 'It was changed meanwhile by others: it cannot be undone.' }
    : undefined
}

/**
 * What takes the command back: records as they stood before, under a new version, and entries that say so. The log
 * stays: entries are answered by their opposites, what was made is dropped or withdrawn, and histories go on.
 */
export function takenBack({ before, after }: Carried, envelope: CommandEnvelope, held: Held): Change {
  const { actor, at } = envelope
  const former = <R extends Versioned>(records: readonly R[], now: (id: Id) => R | undefined): readonly R[] =>
    records.map((record) => ({ ...record, version: nextVersion((now(record.id) ?? record).version) }))
  const made = <R extends Versioned>(records: readonly R[], old: readonly R[]): readonly R[] =>
    records.filter(({ id }) => !old.some((each) => each.id === id))
  /** The problem with a line in its history for what was taken back. */
  const told = (problem: Problem, what: string): Problem => ({
    ...problem,
    history: [{ at, what, by: actor }, ...(held.problem(problem.id)?.history ?? problem.history ?? [])],
  })
  return {
    incidents: former(before.incidents, (id) => held.incident(id)),
    events: former(before.events, (id) => held.event(id)),
    activities: former(before.activities, (id) => held.activity(id)).map((activity) => ({
      ...activity,
      history: [
        { at, what: 'The last change was undone', by: actor },
        ...(held.activity(activity.id)?.history ?? activity.history ?? []),
      ],
    })),
    timeline: [
      ...before.timeline,
      ...after.timeline.map((entry) => ({
        ...inverseOf(entry, before, held),
        id: `${entry.incident}/${envelope.key}`,
        incident: entry.incident,
        at,
        recordedAt: at,
        sequence: held.nextSequence(entry.incident),
        actor,
      })),
    ],
    assignments: before.assignments,
    removed: after.assignments.flatMap(({ id }) => (before.assignments.some((each) => each.id === id) ? [] : [id])),
    problems: [
      ...former(before.problems, (id) => held.problem(id)).map((each) => told(each, 'The last change was undone')),
      // A problem has no state for what never was: without incidents it is over.
      ...former(made(after.problems, before.problems), (id) => held.problem(id)).map((each) =>
        told({ ...each, state: 'resolved' }, 'Taken back: it was recorded by mistake'),
      ),
    ],
    improvements: [
      ...former(before.improvements, (id) => held.improvement(id)),
      ...former(made(after.improvements, before.improvements), (id) => held.improvement(id)).map((each) => ({
        ...each,
        state: 'dropped' as const,
      })),
    ],
    requests: [
      ...former(before.requests, (id) => held.request(id)),
      ...former(made(after.requests, before.requests), (id) => held.request(id)).map((each) => ({
        ...each,
        state: 'withdrawn' as const,
        decidedBy: actor,
        decidedAt: at,
        note: 'Undone.',
      })),
    ],
  }
}

/** Takes a command back within ten seconds, when what it changed has not changed since. */
export function applyUndo(envelope: CommandEnvelope, command: Undo, held: Held): Change | Refusal {
  const carried = held.carried(command.of)
  if (!carried) return unknown('command', command.of)
  return whyNotUndo(carried, envelope, held) ?? takenBack(carried, envelope, held)
}
