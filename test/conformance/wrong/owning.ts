import type { CommandEnvelope } from '../../../src/domain/command'
import type { Improvement } from '../../../src/domain/problem'
import { commands, withReaders, type Wrong } from './mutations'

/** The envelope with the steps of a wish turned round: who should lose gains, and who should gain loses. */
const crossed = (envelope: CommandEnvelope): CommandEnvelope =>
  envelope.command.kind === 'request-change'
    ? { ...envelope, command: { ...envelope.command, steps: envelope.command.steps.toReversed() } }
    : envelope

export const inOwnership: readonly Wrong[] = [
  {
    name: 'notes that a change was approved and does not carry it out',
    caught: /^commands: decide-change is carried out, read/,
    harness: commands((taker) => ({
      send: (envelope, call) =>
        taker.send(
          envelope.command.kind === 'decide-change'
            ? { ...envelope, command: { ...envelope.command, decision: 'rejected' } }
            : envelope,
          call,
        ),
    })),
  },
  {
    name: 'does not say which assignments a change took away',
    caught: /^commands: decide-change is carried out, read/,
    harness: (right) =>
      commands((taker) => ({
        send: async (envelope, call) => {
          const { changed } = await taker.send(envelope, call)
          const ids = changed.assignments ?? []
          const there = await Promise.all(ids.map((id) => right.source.readers.assignments?.get(id, call)))
          return { changed: { ...changed, assignments: ids.filter((_, index) => there[index] !== undefined) } }
        },
      }))(right),
  },
  {
    name: 'asks for the steps of a change in another order',
    caught: /^commands: request-change is carried out, read/,
    harness: commands((taker) => ({ send: (envelope, call) => taker.send(crossed(envelope), call) })),
  },
  {
    name: 'keeps a second wish for what is asked for already',
    caught: /^commands: request-change is carried out once/,
    harness: (right) => {
      let sent = 0
      return commands((taker) => ({
        send: (envelope, call) => {
          const reason = `Sent ${(sent += 1)} times`
          const again = { ...envelope, key: `${envelope.key}-${sent}` }
          const { command } = again
          return taker.send(
            command.kind === 'request-change' && command.change === 'exception'
              ? { ...again, command: { ...command, gap: sent === 1 ? 'no-runbook' : 'no-responsible', reason } }
              : again,
            call,
          )
        },
      }))(right)
    },
  },
  {
    name: 'loses the due date of an improvement',
    caught: /^commands: set-improvement is carried out, read/,
    harness: (right) =>
      withReaders(right, (reader, facet) =>
        facet === 'improvements'
          ? {
              get: async (id, call) => {
                const { due: _due, ...rest } = (await reader.get(id, call)) as Improvement
                return rest as Improvement
              },
            }
          : {},
      ),
  },
]
