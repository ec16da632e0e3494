import type { CommandEnvelope } from '../../../src/domain/command'
import type { TimelineEntry } from '../../../src/domain/timeline'
import { commands, withReaders, type Wrong } from './mutations'

/** The source carries out another command than it was sent. */
const instead = (change: (command: CommandEnvelope['command']) => CommandEnvelope['command']) =>
  commands((taker) => ({
    send: (envelope, call) => taker.send({ ...envelope, command: change(envelope.command) }, call),
  }))

/** Sources that do wrong in the response to an incident. */
export const inResponse: readonly Wrong[] = [
  {
    name: 'takes a step that was skipped for done',
    caught: /^commands: set-step is carried out, read/,
    harness: instead((command) => (command.kind === 'set-step' ? { ...command, to: 'done' } : command)),
  },
  {
    name: 'says yes to a step that its plan does not have',
    caught: /^commands: set-step that is unlawful/,
    harness: commands((taker) => ({
      send: (envelope, call) =>
        envelope.command.kind === 'set-step'
          ? taker.send(envelope, call).catch(() => ({ changed: {} }))
          : taker.send(envelope, call),
    })),
  },
  {
    name: 'forgets which incident an event is to belong to',
    caught: /^commands: link-event is carried out, read/,
    harness: instead((command) =>
      command.kind === 'link-event' ? { kind: 'link-event', event: command.event } : command,
    ),
  },
  {
    name: 'does not keep what was written before a correction',
    caught: /^commands: correct-entry is carried out, read/,
    harness: (right) =>
      withReaders(right, (reader, facet) =>
        facet === 'timeline'
          ? {
              get: async (id, call) => {
                const { corrected: _corrected, ...rest } = (await reader.get(id, call)) as TimelineEntry
                return rest as TimelineEntry
              },
            }
          : {},
      ),
  },
  {
    name: 'loses the lessons of a review',
    caught: /^commands: write-review is carried out, read/,
    harness: instead((command) =>
      command.kind === 'write-review' ? { ...command, review: { ...command.review, lessons: [] } } : command,
    ),
  },
  {
    name: 'undoes as late as one likes',
    caught: /^commands: undo that comes too late/,
    harness: (right) => {
      const given = new Map<string, CommandEnvelope>()
      return commands((taker) => ({
        send: (envelope, call) => {
          given.set(envelope.key, envelope)
          const { command } = envelope
          const first = command.kind === 'undo' ? given.get(command.of) : undefined
          return taker.send(first ? { ...envelope, at: first.at } : envelope, call)
        },
      }))(right)
    },
  },
  {
    name: 'lets anybody undo what another did',
    caught: /^commands: undo that comes too late, or from somebody else/,
    harness: commands((taker) => ({ send: (envelope, call) => taker.send({ ...envelope, actor: 'Kit' }, call) })),
  },
  {
    name: 'says that it has undone and does not',
    caught: /^commands: undo of set-state restores/,
    harness: commands((taker) => ({
      send: (envelope, call) =>
        envelope.command.kind === 'undo' ? Promise.resolve({ changed: {} }) : taker.send(envelope, call),
    })),
  },
]
