import { fingerprintOf, ownLabels } from './labels'
import type { Labels, Matrix } from './wire'

/** A time in which an alert was firing, as points of a grid of seconds since 1970 tell it. */
export interface Firing {
  /** Fingerprint of its labels. */
  readonly key: string
  readonly labels: Labels
  /** The first point of the grid at which it fired. */
  readonly first: number
  /** The last one. */
  readonly last: number
}

/** The runs of points without a gap, of one series. */
function runsOf(points: readonly number[], step: number): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const point of points) {
    const run = runs.at(-1)
    if (run && point - run[1] <= step) run[1] = point
    else runs.push([point, point])
  }
  return runs
}

/** The times of firing in an answer of `query_range`. */
export const firingsOf = ({ data }: Matrix, step: number, ignored: readonly string[]): readonly Firing[] =>
  data.result.flatMap(({ metric, values }) => {
    const labels = ownLabels(metric, ignored)
    const key = fingerprintOf(labels)
    const runs = runsOf(
      values.map(([at]) => Math.round(at)),
      step,
    )
    return runs.map(([first, last]) => ({ key, labels, first, last }))
  })

/** Times of one alert that touch or overlap made one: two readings, or two Prometheus that watch the same. */
export function joined(firings: readonly Firing[], step: number): readonly Firing[] {
  const found: Firing[] = []
  const inOrder = firings.toSorted((left, right) =>
    left.key === right.key ? left.first - right.first : left.key < right.key ? -1 : 1,
  )
  for (const firing of inOrder) {
    const before = found.at(-1)
    if (before?.key === firing.key && firing.first - before.last <= step)
      found[found.length - 1] = { ...before, last: Math.max(before.last, firing.last) }
    else found.push(firing)
  }
  return found
}

/** What is known before a point, to go on from there: what lies at it or after it is read anew. */
export const upTo = (firings: readonly Firing[], point: number, step: number): readonly Firing[] =>
  firings
    .filter(({ first }) => first < point)
    .map((firing) => (firing.last < point ? firing : { ...firing, last: point - step }))
