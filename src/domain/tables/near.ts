/** A name as it is compared: no case, no accents, no punctuation. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A name with its letter pairs counted. */
interface Prepared {
  readonly plain: string
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlyMap<string, number>
  readonly size: number
}

function prepare(name: string): Prepared {
  const plain = plainName(name)
  const padded = ` ${plain} `
  const pairs = new Map<string, number>()
  for (let index = 0; index < padded.length - 1; index += 1) {
    const pair = padded.slice(index, index + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { plain, words: new Set(plain.split(' ')), pairs, size: padded.length - 1 }
}

function alike(one: Prepared, other: Prepared): number {
  if (one.plain === '' || other.plain === '') return 0
  if (one.plain === other.plain) return 1
  let shared = 0
  for (const [pair, count] of other.pairs) shared += Math.min(count, one.pairs.get(pair) ?? 0)
  const dice = (2 * shared) / (one.size + other.size)
  const holds = one.words.isSubsetOf(other.words) || other.words.isSubsetOf(one.words)
  return holds ? Math.max(dice, 0.7) : dice
}

/**
 * How alike two names are, from 0 to 1: the Dice coefficient of their letter pairs, counted with multiplicity. A name
 * that holds all words of the other is at least 0.7.
 */
export const likeness = (left: string, right: string): number => alike(prepare(left), prepare(right))

/** Below this two names have hardly more than their length in common. */
const least = 0.35

/** Finds the candidates most like a name, the best first. Prepares them when it is first asked. */
export function nearestOf<T>(
  candidates: readonly T[],
  namesOf: (candidate: T) => readonly string[],
): (name: string, among?: ReadonlySet<T>) => readonly T[] {
  let prepared: readonly { readonly candidate: T; readonly names: readonly Prepared[] }[] | undefined
  return (name, among) => {
    prepared ??= candidates.map((candidate) => ({ candidate, names: namesOf(candidate).map(prepare) }))
    const wanted = prepare(name)
    return prepared
      .filter(({ candidate }) => among?.has(candidate) ?? true)
      .map(({ candidate, names }) => ({ candidate, like: Math.max(0, ...names.map((each) => alike(wanted, each))) }))
      .filter(({ like }) => like >= least)
      .toSorted((left, right) => right.like - left.like)
      .slice(0, most)
      .map(({ candidate }) => candidate)
  }
}

/** More than a few are no help to choose. */
const most = 5
