import { describe, expect, it } from 'vitest'
import { instant } from '../../domain/units'
import { type Hands, steadied } from './steady'

const at = (time: string) => instant(Date.parse(`2026-11-20T${time}Z`))
const hands = (time: string, offset: number | undefined): Hands => ({ at: at(time), offset })

describe('the minute of the wall', () => {
  it('is the server’s', () => {
    expect(steadied(undefined, 20_000, at('09:59:45'))).toEqual(hands('10:00:00', 20_000))
    expect(steadied(undefined, -20_000, at('10:00:15'))).toEqual(hands('09:59:00', -20_000))
  })

  it('is this display’s until the first answer, which sets it right whichever way', () => {
    const first = steadied(undefined, undefined, at('10:00:15'))
    expect(first).toEqual(hands('10:00:00', undefined))
    expect(steadied(first, -90_000, at('10:00:15'))).toEqual(hands('09:58:00', -90_000))
    expect(steadied(first, 700, at('10:00:15'))).toEqual(hands('10:00:00', 700))
  })

  it('stays the very same where answers tell it a little otherwise, also where the hour turns', () => {
    let clock = steadied(undefined, 300, at('10:00:00'))
    const first = clock
    for (const told of [-300, 480, -700, 1_200, undefined]) clock = steadied(clock, told, at('10:00:05'))
    expect(clock).toBe(first)
  })

  it('does not go back with one of several servers, and goes on with the others', () => {
    const turned = steadied(undefined, 500, at('10:00:25'))
    const other = steadied(turned, -27_500, at('10:00:25'))
    expect(other.at).toBe(at('10:00:00'))
    expect(steadied(other, 500, at('10:01:00')).at).toBe(at('10:01:00'))
  })

  it('follows a clock that was set back', () => {
    const clock = steadied(undefined, 0, at('10:00:00'))
    expect(steadied(clock, -600_000, at('10:00:05')).at).toBe(at('09:50:00'))
  })
})
