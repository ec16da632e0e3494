/** A stream of numbers from [0, 1), the same for the same seed. */
export type Random = () => number

/**
 * The generator sfc32 ("small fast chaotic") of C. Doty-Humphrey's PractRand, by its published recurrence: 128 bits of
 * state, one of them a counter, so that no seed falls into a short cycle.
 */
export function randomOf(seed: number): Random {
  let a = 0x9e3779b9 | 0
  let b = seed | 0
  let c = Math.floor(seed / 2 ** 32) | 0
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // Seeds that differ little give streams that differ at once only after the state is mixed.
  for (let round = 0; round < 15; round += 1) next()
  return next
}

/** A standard normal number: G. E. P. Box and M. E. Muller, Annals of Mathematical Statistics 29 (1958) 610–611. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/**
 * A gamma number of a shape of at least 1: G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma
 * Variables", ACM Transactions on Mathematical Software 26 (2000) 363–372.
 */
function gamma(shape: number, random: Random): number {
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(random)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** The k-th smallest (from 1) of n numbers from [0, 1), drawn without drawing all n: it is Beta(k, n + 1 − k). */
export function orderStatistic(k: number, n: number, random: Random): number {
  const below = gamma(k, random)
  return below / (below + gamma(n + 1 - k, random))
}
