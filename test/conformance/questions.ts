import type { Facet, Holdings, Queries } from '../../src/domain/query/facets'
import { samples } from './samples'

/** Every query that sets one part, by the part's name. */
export function queriesByPart<F extends Facet>(
  world: Holdings,
  facet: F,
): readonly (readonly [string, Queries[F][]])[] {
  const parts: Readonly<Record<string, (world: Holdings) => readonly unknown[]>> = samples[facet]
  return Object.entries(parts).map(([part, values]) => [
    part,
    // Each value is one that `Samples` allows for that part of that facet's query.
    values(world).map((value) => ({ [part]: value }) as Queries[F]),
  ])
}

/** Queries of two to four parts each, the same on every run. */
export function combinations<F extends Facet>(world: Holdings, facet: F, count: number): readonly Queries[F][] {
  const parts = queriesByPart(world, facet).map(([, queries]) => queries)
  let state = 0x9e3779b9
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: count }, () => {
    let query: Queries[F] = {}
    for (let part = 2 + below(3); part > 0; part -= 1) {
      const queries = parts[below(parts.length)] ?? []
      query = { ...query, ...queries[below(Math.min(3, queries.length))] }
    }
    return query
  })
}
