import type { Summary } from '../../../../domain/summary'

/** Two values met in the same incidents. */
export interface Pair {
  readonly values: readonly [string, string]
  readonly count: number
  /** How often they would have met by chance, were they independent: n₁·n₂/n. */
  readonly expected: number
}

/** With fewer common incidents a pair is an anecdote. */
export const fewestTogether = 3

/**
 * Pairs of values of one dimension from a summary by that dimension twice; `n` incidents have any. Only those that
 * meet more often than by chance, the farthest above it first.
 */
export function pairsOf({ cells }: Summary, n: number): readonly Pair[] {
  const alone = new Map(cells.filter(({ key: [a, b] }) => a === b).map(({ key, count }) => [key[0], count]))
  return cells
    .flatMap(({ key: [a = '', b = ''], count }): readonly Pair[] => {
      if (a === '' || b === '' || a >= b || count < fewestTogether || n === 0) return []
      const expected = ((alone.get(a) ?? 0) * (alone.get(b) ?? 0)) / n
      return count > expected ? [{ values: [a, b], count, expected }] : []
    })
    .toSorted((left, right) => right.count - right.expected - (left.count - left.expected))
}
