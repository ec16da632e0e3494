import { targetOf } from '../../../src/domain/command'
import { commands, withReaders, type Wrong } from './mutations'

export const inChanges: readonly Wrong[] = [
  {
    name: 'keeps telling a watch that was stopped',
    caught: /^watching: a watch that was stopped is never told again/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        watch: (changed) => {
          reader.watch?.(changed)
          return () => {}
        },
      })),
  },
  {
    name: 'never tells a watch',
    caught: /^watching: a change is told to every watcher/,
    harness: (right) => withReaders(right, () => ({ watch: () => () => {} })),
  },
  {
    name: 'tells only the latest watcher',
    caught: /^watching: a change is told to every watcher/,
    harness: (right) =>
      withReaders(right, (reader) => {
        let stop: (() => void) | undefined
        return {
          watch: (changed) => {
            stop?.()
            stop = reader.watch?.(changed)
            return () => stop?.()
          },
        }
      }),
  },
  {
    name: 'tells a watch as soon as it begins',
    caught: /^watching: nothing is told without a change/,
    harness: (right) =>
      withReaders(right, (reader) => ({
        watch: (changed) => {
          changed()
          return reader.watch?.(changed) ?? (() => {})
        },
      })),
  },
  {
    name: 'carries a command out each time it is sent',
    caught: /^commands: add-entry is carried out once/,
    harness: (right) => {
      let sent = 0
      return commands((taker) => ({
        send: (envelope, call) => taker.send({ ...envelope, key: `${envelope.key}-${(sent += 1)}` }, call),
      }))(right)
    },
  },
  {
    name: 'overwrites what somebody else changed meanwhile',
    caught: /^commands: set-severity on a version that has moved on/,
    harness: commands((taker) => ({
      send: ({ version: _version, ...envelope }, call) => taker.send(envelope, call),
    })),
  },
  {
    name: 'says yes to a command and does nothing',
    caught: /^commands: assign is carried out, read afterwards/,
    harness: commands(() => ({
      send: async ({ command }) => {
        const { facet, id } = targetOf(command) ?? { facet: 'improvements', id: 'one' }
        return { changed: { [facet]: [id] } }
      },
    })),
  },
  {
    name: 'refuses without the reason',
    caught: /^commands: set-state that is unlawful is refused with the reason/,
    harness: commands((taker) => ({
      send: (envelope, call) =>
        taker
          .send(envelope, call)
          .catch((error: Error) => Promise.reject(Object.assign(error, { message: 'That is not possible.' }))),
    })),
  },
  {
    name: 'takes commands that it does not name',
    caught: /^commands: are taken if and only if they are offered/,
    harness: commands((taker) => ({ takes: taker.takes.slice(1) })),
  },
]
