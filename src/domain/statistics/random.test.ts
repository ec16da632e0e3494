import { describe, expect, it } from 'vitest'
import { normal, orderStatistic, randomOf } from './random'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const spread = (values: readonly number[]) => {
  const centre = mean(values)
  return mean(values.map((value) => (value - centre) ** 2))
}
const many = <T>(draw: () => T, count = 20_000) => Array.from({ length: count }, draw)

describe('randomOf', () => {
  it('repeats itself for a seed and differs for the next', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => many(randomOf(seed), 50))
    expect(again).toEqual(one)
    expect(other?.filter((value) => one?.includes(value))).toEqual([])
  })

  it('is even over [0, 1), and no draw foretells the next', () => {
    const values = many(randomOf(12))
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
    // Mean 1/2, variance 1/12, each tenth holds a tenth: within 4 standard errors.
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(0.0082)
    expect(Math.abs(spread(values) - 1 / 12)).toBeLessThan(0.003)
    const tenths = Array.from({ length: 10 }, (_, tenth) => values.filter((v) => Math.floor(v * 10) === tenth).length)
    expect(tenths.every((count) => Math.abs(count - 2000) < 170)).toBe(true)
    const products = values.slice(1).map((value, index) => (value - 0.5) * ((values[index] ?? 0) - 0.5))
    expect(Math.abs(mean(products))).toBeLessThan(0.0024)
  })
})

describe('what is made of it', () => {
  it('is normal with mean 0 and variance 1', () => {
    const random = randomOf(3)
    const values = many(() => normal(random))
    expect(Math.abs(mean(values))).toBeLessThan(0.03)
    expect(Math.abs(spread(values) - 1)).toBeLessThan(0.04)
    expect(Math.abs(values.filter((value) => Math.abs(value) < 1.96).length / values.length - 0.95)).toBeLessThan(
      0.0065,
    )
  })

  it.each([
    [1, 5],
    [3, 5],
    [5, 5],
    [90, 100],
  ])('has the mean and variance of the number of rank %d among %d', (k, n) => {
    const random = randomOf(4)
    const values = many(() => orderStatistic(k, n, random))
    // Beta(k, n + 1 − k): mean k/(n + 1), variance k(n + 1 − k)/((n + 1)²(n + 2)).
    const variance = (k * (n + 1 - k)) / ((n + 1) ** 2 * (n + 2))
    expect(Math.abs(mean(values) - k / (n + 1))).toBeLessThan(4 * Math.sqrt(variance / values.length))
    expect(Math.abs(spread(values) / variance - 1)).toBeLessThan(0.06)
  })
})
