import type { Problem } from '../../../src/domain/problem'
import { commands, withReaders, type Wrong } from './mutations'

/** A source whose problems read otherwise. */
const problems = (change: (problem: Problem) => Problem) => (right: Parameters<Wrong['harness']>[0]) =>
  withReaders(right, (reader, facet) =>
    facet === 'problems'
      ? {
          get: async (id, call) => {
            // The reader of problems gives problems.
            const found = (await reader.get(id, call)) as Problem | undefined
            return found && change(found)
          },
        }
      : {},
  )

export const inProblems: readonly Wrong[] = [
  {
    name: 'makes a problem and links only the first of its incidents',
    caught: /^commands: record-problem is carried out, read/,
    harness: commands((taker) => ({
      send: ({ command, ...envelope }, call) =>
        taker.send(
          {
            ...envelope,
            command:
              command.kind === 'record-problem' ? { ...command, incidents: command.incidents.slice(0, 1) } : command,
          },
          call,
        ),
    })),
  },
  {
    name: 'links some of the incidents of a problem that it refuses to make',
    caught: /^commands: record-problem that is unlawful/,
    harness: (right) =>
      commands((taker) => ({
        send: async (envelope, call) => {
          const { command } = envelope
          if (command.kind === 'record-problem' && command.title.trim() === '')
            for (const incident of command.incidents)
              await taker.send({ ...envelope, command: { kind: 'link-problem', incident, problem: 'odd#p' } }, call)
          return taker.send(envelope, call)
        },
      }))(right),
  },
  {
    name: 'puts every fix in place at the moment it is told',
    caught: /^commands: declare-fix is carried out, read/,
    harness: commands((taker) => ({
      send: ({ command, ...envelope }, call) => {
        if (command.kind !== 'declare-fix') return taker.send({ ...envelope, command }, call)
        const { at: _at, ...rest } = command
        return taker.send({ ...envelope, command: rest }, call)
      },
    })),
  },
  {
    name: 'makes every action of a problem a lesson',
    caught: /^commands: add-action is carried out, read/,
    harness: commands((taker) => ({
      send: ({ command, ...envelope }, call) =>
        taker.send(
          { ...envelope, command: command.kind === 'add-action' ? { ...command, action: 'learn' } : command },
          call,
        ),
    })),
  },
  {
    name: 'forgets when an action was done',
    caught: /^commands: set-action is carried out, read/,
    harness: problems((problem) => ({
      ...problem,
      actions: problem.actions.map(({ doneAt: _doneAt, ...action }) => action),
    })),
  },
  {
    name: 'keeps only the last line of the history of a problem',
    caught: /^commands: undo of set-problem/,
    harness: problems(({ history, ...problem }) => ({ ...problem, ...(history && { history: history.slice(0, 1) }) })),
  },
]
