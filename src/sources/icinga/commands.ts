import type { Command, CommandEnvelope, CommandKind } from '../../domain/command'
import { whyNot } from '../../domain/transitions'
import { type Call, type CommandTaker, type Receipt, SourceError } from '../contract'
import { once } from '../listing/once'
import { fitting } from '../listing/backend'
import { incidentOf, type Reading } from './map'
import type { Room } from './room'
import { checkable, type Comment } from './wire'

const takes = ['set-state', 'add-entry'] as const satisfies readonly CommandKind[]

/** An action of Icinga, and the text that goes with it. */
interface Deed {
  readonly action: 'acknowledge-problem' | 'add-comment'
  readonly text: string
  /** The kind of comment that it leaves. */
  readonly leaves: number
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

/** Milliseconds that a comment may seem older than the command that wrote it: clocks differ. */
const tolerance = 5_000

/**
 * Acknowledges problems and comments on them. The API has no keys and no versions: what was carried out here is
 * remembered, a comment of the same words by the same person since the command was given is taken for its own, and the
 * problem is read and compared right before it is written.
 */
export function createCommands(source: string, room: Room, reading: Reading): CommandTaker {
  const refuse = (message: string) => new SourceError('unsupported', source, message)

  async function carryOut({ command, actor, at, version }: CommandEnvelope, call: Call): Promise<Receipt> {
    if (command.kind !== 'set-state' && command.kind !== 'add-entry')
      throw refuse(`Icinga does not take ${command.kind}.`)
    const found = await room.problem(command.incident, call)
    if (found === undefined) throw refuse(`There is no problem ${command.incident}: it may be over.`)
    const problem = fitting(checkable, found, source, command.incident)
    const incident = incidentOf(problem, reading)
    if (version !== undefined)
      throw new SourceError('conflict', source, `Icinga keeps no versions: look at ${incident.id} again.`)
    const deed = deedOf(command)
    const isOurs = ({ attrs }: Comment) =>
      typeof deed !== 'string' &&
      attrs.entry_type === deed.leaves &&
      attrs.author === actor &&
      attrs.text === deed.text &&
      attrs.entry_time * 1000 >= at - tolerance
    const before = await room.commentsOn(problem, call)
    const done = before.filter(isOurs)
    if (done.length === 0) {
      const reason = whyNot(incident, command)
      if (reason !== undefined) throw refuse(reason)
      if (typeof deed === 'string') throw refuse(deed)
      const words = { author: actor, comment: deed.text, ...(deed.leaves === 4 && { notify: true }) }
      await room.act(deed.action, problem.attrs.__name, words, call)
    }
    const known = new Set(before.map(({ attrs }) => attrs.__name))
    const after = done.length > 0 ? done : await room.commentsOn(problem, call)
    const names = after.map(({ attrs }) => attrs.__name).filter((name) => done.length > 0 || !known.has(name))
    return { changed: { incidents: [incident.id], timeline: names } }
  }

  return {
    takes,
    send: once(carryOut),
  }
}
