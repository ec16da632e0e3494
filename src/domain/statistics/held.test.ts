import { describe, expect, it } from 'vitest'
import { day24, duration, instant } from '../units'
import { fixOutcome } from './held'

const on = (day: number) => instant(day * day24)
const days = (count: number) => duration(count * day24)

// Gaps of 10, 25 and 5 days: it must stay quiet for 25.
const began = [on(10), on(0), on(35), on(40)]

describe('fixOutcome', () => {
  it('held when quiet for as long as the longest gap before', () => {
    expect(fixOutcome(began, on(42), on(67))).toEqual({
      verdict: 'held',
      quiet: days(25),
      needed: days(25),
      recurrences: 0,
    })
  })

  it('is too early to say a moment before', () => {
    expect(fixOutcome(began, on(42), instant(on(67) - 1)).verdict).toBe('too early')
  })

  it('did not hold when one began after it, however late, and says how long it was quiet', () => {
    expect(fixOutcome([...began, on(172), on(142)], on(42), on(200))).toEqual({
      verdict: 'did not hold',
      quiet: days(100),
      needed: days(25),
      recurrences: 2,
    })
  })

  it('counts an incident that began at the moment of the fix as earlier', () => {
    expect(fixOutcome([on(0), on(30)], on(30), on(60)).verdict).toBe('held')
  })

  it('cannot be told without a gap to compare with', () => {
    expect(fixOutcome([on(0)], on(5), on(900))).toEqual({ verdict: 'too early', quiet: days(895), recurrences: 0 })
    expect(fixOutcome([], on(5), on(900)).verdict).toBe('too early')
    expect(fixOutcome([on(0), on(9)], on(5), on(900)).verdict).toBe('did not hold')
  })

  it('is too early for a fix still to come, and ignores what lies after now', () => {
    expect(fixOutcome(began, on(90), on(80))).toEqual({
      verdict: 'too early',
      quiet: days(0),
      needed: days(25),
      recurrences: 0,
    })
    expect(fixOutcome([...began, on(80)], on(42), on(70)).verdict).toBe('held')
  })
})
