/** A name as it is compared: no case, no accents, no punctuation. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const pairsOf = (plain: string): readonly string[] => {
  const padded = ` ${plain} `
  return Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2))
}

/**
 * How alike two names are, from 0 to 1: the Dice coefficient of their letter pairs, counted with multiplicity. A name
 * that holds all words of the other is at least 0.7.
 */
export function likeness(left: string, right: string): number {
  const [one, other] = [plainName(left), plainName(right)]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  const counts = new Map<string, number>()
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of others) {
    const left = counts.get(pair) ?? 0
    if (left === 0) continue
    counts.set(pair, left - 1)
    shared += 1
  }
  const dice = (2 * shared) / (pairs.length + others.length)
  const words = (text: string) => new Set(text.split(' '))
  const [fewer, more] = one.length < other.length ? [words(one), words(other)] : [words(other), words(one)]
  return [...fewer].every((word) => more.has(word)) ? Math.max(dice, 0.7) : dice
}

/** Below this two names have hardly more than their length in common. */
const least = 0.35

/** The candidates most like a name, the best first. */
export function nearest<T>(
  name: string,
  candidates: readonly T[],
  namesOf: (candidate: T) => readonly string[],
  most = 5,
): readonly T[] {
  return candidates
    .map((candidate) => ({ candidate, like: Math.max(0, ...namesOf(candidate).map((each) => likeness(name, each))) }))
    .filter(({ like }) => like >= least)
    .toSorted((left, right) => right.like - left.like)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
