/** A stream of numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True in this share of the calls. */
  chance(share: number): boolean
  /** Throws a RangeError for an empty list. */
  pick<T>(list: readonly T[]): T
  /** One of the choices, in proportion to their weights. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T
  /** Standard normal. */
  normal(): number
  /** Log-normal: heavy-tailed around its median. */
  heavy(median: number, sigma: number): number
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): readonly T[]
}

/** Mixes text into a 32-bit number (FNV-1a), so that each part of the world has its own stream. */
export function mix(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/**
 * The stream of one part of the world: a Weyl sequence whose steps are scrambled by a 32-bit finaliser. Parts have streams
 * of their own, so that adding to one leaves the others as they were.
 */
export function stream(seed: number, name: string): Random {
  let state = mix(seed, name)
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let value = state
    value = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
    return ((value ^ (value >>> 15)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[int(0, list.length - 1)]
    if (chosen === undefined) throw new RangeError('There is nothing to pick from.')
    return chosen
  }
  return {
    next,
    int,
    normal,
    pick,
    chance: (share) => next() < share,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) if ((left -= weight) < 0) return choice
      return pick(choices)[0]
    },
    heavy: (median, sigma) => median * Math.exp(sigma * normal()),
    shuffled: (list) =>
      list
        .map((item) => [next(), item] as const)
        .toSorted(([left], [right]) => left - right)
        .map(([, item]) => item),
  }
}
