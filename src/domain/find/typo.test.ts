import { describe, expect, it } from 'vitest'
import { slipsBetween } from './typo'

describe('slips between words', () => {
  it.each([
    ['rotate', 'rotate', 0],
    ['rotat', 'rotate', 1],
    ['rotatee', 'rotate', 1],
    ['rotafe', 'rotate', 1],
    ['roatte', 'rotate', 1],
    ['ortaet', 'rotate', 2],
    ['', 'ab', 2],
  ])('%s and %s: %i', (term, word, slips) => {
    expect(slipsBetween(term, word, 2).whole).toBe(slips)
  })

  it('counts to what a longer word begins with', () => {
    expect(slipsBetween('certif', 'certificates', 2)).toEqual({ whole: 99, start: 0 })
    expect(slipsBetween('cretif', 'certificates', 2).start).toBe(1)
  })

  it('gives up beyond what is wanted, and on words too long to be typed', () => {
    expect(slipsBetween('abcdef', 'uvwxyz', 2)).toEqual({ whole: 99, start: 99 })
    expect(slipsBetween('a'.repeat(60), 'a'.repeat(60), 2).whole).toBe(99)
  })
})
