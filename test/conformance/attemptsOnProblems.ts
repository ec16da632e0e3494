import type { Command, ProblemCommand } from '../../src/domain/command'
import { actionKinds, problemStates, workStates } from '../../src/domain/problem'
import type { Holdings } from '../../src/domain/query/facets'
import { after, day24, duration, type Instant } from '../../src/domain/units'

type Attempts = (world: Holdings, at: Instant) => readonly Command[]

/** Commands on problems, lawful and unlawful ones. */
export const onProblems: Readonly<Record<ProblemCommand['kind'], Attempts>> = {
  'record-problem': ({ incidents, workloads, parties }) => {
    const kind = 'record-problem'
    const on = workloads.slice(0, 2).map(({ id }) => id)
    const free = incidents.flatMap(({ id, problem }) => (problem === undefined ? [id] : []))
    const taken = incidents.flatMap(({ id, problem }) => (problem === undefined ? [] : [id]))
    const title = ' Zertifikate „laufen ab“ '
    return [
      { kind, title: ' ', workloads: on, incidents: free.slice(0, 1) },
      { kind, title, workloads: on, incidents: [...free.slice(0, 1), ...taken.slice(0, 1)] },
      { kind, title, workloads: [], incidents: free.slice(0, 1) },
      { kind, title, workloads: on, incidents: free.slice(1, 4), owner: parties[0]?.id ?? 'team:x' },
      // The same incident twice is one incident.
      { kind, title, workloads: on, incidents: free.slice(4, 6).flatMap((id) => [id, id]) },
    ]
  },
  'set-problem': ({ problems, parties }) =>
    problems.flatMap(({ id }, index): readonly Command[] => {
      const base = { kind: 'set-problem', problem: id } as const
      const wishes: readonly Command[] = [
        ...problemStates.map((state): Command => ({ ...base, state })),
        { ...base, owner: parties[index % parties.length]?.id ?? 'team:x', rootCause: ' The pin & „more“ ' },
        { ...base, state: 'known-error', workaround: ' Fail over. ' },
        { ...base, state: 'resolved', because: ' The gateway is gone. ' },
      ]
      // The last of a problem that is lawful is the one that is sent: each sort comes up.
      return [base, ...wishes, ...wishes.slice(index % wishes.length, (index % wishes.length) + 1)]
    }),
  'declare-fix': ({ problems }, at) =>
    problems.flatMap(({ id }, index): readonly Command[] => {
      const base = { kind: 'declare-fix', problem: id } as const
      return [
        { ...base, what: ' ' },
        { ...base, what: 'Not yet', at: after(at, day24) },
        index % 2 === 0
          ? { ...base, what: ' Trust both, „ganz“. ' }
          : { ...base, what: 'Trust both', at: after(at, duration(-3 * day24)) },
      ]
    }),
  'add-action': ({ problems, parties }, at) =>
    problems.flatMap(({ id }, index): readonly Command[] => {
      const base = { kind: 'add-action', problem: id, action: actionKinds[index % 4] ?? 'learn' } as const
      return [
        { ...base, title: '' },
        { ...base, title: 'Too late', due: after(at, duration(-1 * day24)) },
        index % 2 === 0
          ? { ...base, title: ' Alarm on the cause ' }
          : { ...base, title: 'Alarm', owner: parties[0]?.id ?? 'team:x', due: after(at, day24) },
      ]
    }),
  'set-action': ({ problems, parties }, at) =>
    problems.flatMap(({ id, actions }, index): readonly Command[] => [
      { kind: 'set-action', problem: id, action: 'nowhere', state: 'done' },
      ...actions.flatMap(({ id: action }): readonly Command[] => {
        const base = { kind: 'set-action', problem: id, action } as const
        const states = workStates.map((state): Command => ({ ...base, state }))
        return [
          base,
          ...states,
          { ...base, state: 'in-progress', owner: parties[0]?.id ?? 'team:x', due: after(at, day24) },
          ...states.slice(index % states.length),
        ]
      }),
    ]),
}
