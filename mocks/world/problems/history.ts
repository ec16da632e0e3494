import type { Problem, ProblemMoment } from '../../../src/domain/problem'
import type { Instant } from '../../../src/domain/units'

/** The problem with the history that its record implies: recorded, its actions done, its fixes declared. */
export function withHistory(problem: Problem): Problem {
  const { opened, state, owner, fixes, actions } = problem
  const moments: readonly (readonly [at: Instant | undefined, what: string, by: string | undefined])[] = [
    [opened, 'Recorded', owner],
    ...actions.map(({ title, doneAt, owner: by }) => [doneAt, `Action “${title}”: done`, by] as const),
    ...fixes.map(({ at, what, by }) => [at, `Fix declared: ${what}`, by] as const),
    ...(state === 'resolved' ? [[fixes.at(-1)?.at, 'State set to resolved', owner] as const] : []),
  ]
  const history = moments
    .flatMap(([at, what, by]): readonly ProblemMoment[] =>
      at === undefined ? [] : [{ at, what, ...(by !== undefined && { by }) }],
    )
    .toSorted((left, right) => right.at - left.at)
  return history.length === 0 ? problem : { ...problem, history }
}
