import type { Command, CommandEnvelope, CommandKind } from '../../domain/command'
import { heldIn, nothing } from '../../domain/outcome'
import { whyNot } from '../../domain/transitions'
import { whyNotUndo } from '../../domain/undo'
import type { Id } from '../../domain/units'
import { type Call, type CommandTaker, type Receipt, SourceError } from '../contract'
import { once } from '../listing/once'
import { fitting } from '../listing/backend'
import { incidentOf, type Reading } from './map'
import type { Room } from './room'
import { type Checkable, checkable, type Comment } from './wire'

const takes = ['set-state', 'add-entry', 'undo'] as const satisfies readonly CommandKind[]

/** An action of Icinga, and the text that goes with it. */
interface Deed {
  readonly action: 'acknowledge-problem' | 'add-comment'
  readonly text: string
  /** The kind of comment that it leaves. */
  readonly leaves: number
}

/** What was carried out, and can be taken back. */
interface Done {
  readonly envelope: CommandEnvelope
  readonly incident: Id
  readonly deed: Deed
  /** The comments that it left. */
  readonly entries: readonly Id[]
  readonly undone?: true
}

/** What a command is in Icinga; a text says why it is nothing. */
function deedOf(command: Command): Deed | string {
  if (command.kind === 'add-entry')
    return command.at === undefined
      ? { action: 'add-comment', text: command.text.trim(), leaves: 1 }
      : 'Icinga writes a comment down as of now: say in its text when it was.'
  if (command.kind !== 'set-state') return `Icinga does not take ${command.kind}.`
  if (command.to !== 'acknowledged')
    return `Icinga cannot be told ${command.to}: a problem is over when a check finds it well.`
  // Icinga demands a text.
  return { action: 'acknowledge-problem', text: command.note?.trim() || 'Acknowledged in Watchbill', leaves: 4 }
}

/** The words that take a deed back. The comment of an acknowledgement goes with it: this one stays. */
const undoing = ({ leaves, text }: Deed): Deed => ({
  action: 'add-comment',
  text: leaves === 4 ? 'Took back the acknowledgement.' : `Took back: “${text}”`,
  leaves: 1,
})

const namesOf = (comments: readonly Comment[]): readonly Id[] => comments.map(({ attrs }) => attrs.__name)

/** Milliseconds that a comment may seem older than the command that wrote it: clocks differ. */
const tolerance = 5_000

/**
 * Acknowledges problems, comments on them, and takes either back. The API has no keys and no versions: what was carried
 * out here is remembered, a comment of the same words by the same person since the command was given is taken for its
 * own, and the problem is read and compared right before it is written.
 */
export function createCommands(source: string, room: Room, reading: Reading): CommandTaker {
  const carried = new Map<string, Done>()
  const refuse = (message: string) => new SourceError('unsupported', source, message)
  const conflict = (message: string) => new SourceError('conflict', source, message)

  async function problemOf(id: Id, call: Call): Promise<Checkable> {
    const found = await room.problem(id, call)
    if (found === undefined) throw refuse(`There is no problem ${id}: it may be over.`)
    return fitting(checkable, found, source, id)
  }

  /** Does it unless it was done, which `lawful` is asked before, and tells the comments that it left. */
  async function leave(
    problem: Checkable,
    { action, text, leaves }: Deed,
    { actor, at }: CommandEnvelope,
    call: Call,
    lawful: () => void = () => undefined,
  ): Promise<readonly Id[]> {
    const before = await room.commentsOn(problem, call)
    const own = before.filter(
      ({ attrs }) =>
        attrs.entry_type === leaves &&
        attrs.author === actor &&
        attrs.text === text &&
        attrs.entry_time * 1000 >= at - tolerance,
    )
    if (own.length > 0) return namesOf(own)
    lawful()
    const words = { author: actor, comment: text, ...(leaves === 4 && { notify: true }) }
    await room.act(action, problem.attrs.__name, words, call)
    const known = new Set(namesOf(before))
    return namesOf(await room.commentsOn(problem, call)).filter((name) => !known.has(name))
  }

  async function takeBack(envelope: CommandEnvelope, of: string, call: Call): Promise<Receipt> {
    const done = carried.get(of)
    if (!done) throw refuse(`Nothing is known here of a command ${of}: it cannot be undone.`)
    const { incident, deed, entries, undone = false } = done
    // Whether others changed it is looked up below: Icinga keeps no versions to compare.
    const refusal = whyNotUndo(
      { envelope: done.envelope, before: nothing, after: nothing, undone },
      envelope,
      heldIn({ get: () => undefined, list: () => [] }),
    )
    if (refusal) throw refuse(refusal.reason)
    const problem = await problemOf(incident, call)
    // Who clears an acknowledgement takes its comment away with it.
    const now = namesOf(await room.commentsOn(problem, call))
    if (!entries.some((name) => now.includes(name)))
      throw conflict('It was changed meanwhile by others: it cannot be undone.')
    const told = await leave(problem, undoing(deed), envelope, call)
    if (deed.leaves === 4)
      await room.act('remove-acknowledgement', problem.attrs.__name, { author: envelope.actor }, call)
    carried.set(of, { ...done, undone: true })
    return { changed: { incidents: [incident], timeline: [...told, ...entries] } }
  }

  async function carryOut(envelope: CommandEnvelope, call: Call): Promise<Receipt> {
    const { command, key, version } = envelope
    if (command.kind === 'undo') return takeBack(envelope, command.of, call)
    if (command.kind !== 'set-state' && command.kind !== 'add-entry')
      throw refuse(`Icinga does not take ${command.kind}.`)
    const problem = await problemOf(command.incident, call)
    const incident = incidentOf(problem, reading)
    if (version !== undefined) throw conflict(`Icinga keeps no versions: look at ${incident.id} again.`)
    const deed = deedOf(command)
    const lawful = () => {
      const reason = whyNot(incident, command)
      if (reason !== undefined) throw refuse(reason)
    }
    if (typeof deed === 'string') {
      lawful()
      throw refuse(deed)
    }
    const entries = await leave(problem, deed, envelope, call, lawful)
    carried.set(key, { envelope, incident: incident.id, deed, entries })
    return { changed: { incidents: [incident.id], timeline: entries } }
  }

  return {
    takes,
    send: once(carryOut),
  }
}
