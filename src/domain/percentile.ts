import { entriesOf } from './distribution'
import type { Distribution } from './summary'
import type { Duration } from './units'

/** Fewer comparable incidents than this tell nothing: one incident would move the share by 10 points or more. */
export const fewest = 10

/**
 * How a length compares: `slower` is the share of comparable intervals that took longer than it (so "faster than
 * 81 %"), of `n`. Too few: only n.
 */
export type Standing =
  | { readonly kind: 'known'; readonly slower: number; readonly n: number }
  | { readonly kind: 'few'; readonly n: number }

/** How many lengths of a distribution are longer than one, and how many there are. */
function longer(distribution: Distribution, length: number): { readonly longer: number; readonly all: number } {
  let above = 0
  let all = 0
  for (const [value, count] of entriesOf(distribution)) {
    all += count
    if (value > length) above += count
  }
  return { longer: above, all }
}

/**
 * Where a length stands among intervals that ended and among those still open. An open one that has lasted longer
 * already is slower for sure and counts; one that has not lasted as long yet could turn out either way and is left out,
 * so that `n` counts only what can be compared.
 */
export function standing(length: Duration, ended: Distribution, open: Distribution): Standing {
  const done = longer(ended, length)
  const waiting = longer(open, length)
  const n = done.all + waiting.longer
  if (n < fewest) return { kind: 'few', n }
  return { kind: 'known', slower: (done.longer + waiting.longer) / n, n }
}
