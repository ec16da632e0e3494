import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { duration, instant } from '../units'
import { type Facts, handFor, nextTurn, type SceneName, turned, turnedBy, type Turning } from './scenes'

const second = 1_000
const at = (seconds: number) => instant(seconds * second)
const facts = (now: number, over: Partial<Facts> = {}): Facts => ({
  now: at(now),
  scenes: ['board', 'lanes', 'planned'],
  every: duration(30 * second),
  burning: [],
  ...over,
})
const opened: Turning = { scene: 'board', since: at(0), burning: [] }
/** The scenes look by look. */
function shown(...looks: readonly Facts[]): readonly SceneName[] {
  let turning = opened
  return looks.map((look) => (turning = turned(turning, look)).scene)
}

describe('scenes', () => {
  it('take turns in the order asked for, and round', () => {
    expect(shown(...[0, 29, 30, 59, 60, 90].map((now) => facts(now)))).toEqual([
      'board',
      'board',
      'lanes',
      'lanes',
      'planned',
      'board',
    ])
    expect(nextTurn(opened, facts(10))).toBe(at(30))
  })
  it('do not turn unless asked to', () => {
    const { every: _every, ...still } = facts(9_999)
    expect(turned(opened, still)).toBe(opened)
    expect(nextTurn(opened, still)).toBeUndefined()
  })
  it('give way to the board at once when a SEV1 opens, and turn on when none is left', () => {
    expect(
      shown(
        facts(30),
        facts(31, { burning: ['a'] }),
        facts(300, { burning: ['a'] }),
        facts(301),
        facts(330),
        facts(331),
      ),
    ).toEqual(['lanes', 'board', 'board', 'board', 'board', 'lanes'])
  })
  it('give way to a board that is not among them', () => {
    const two = { scenes: ['lanes', 'planned'] as const }
    expect(shown(facts(0, two), facts(1, { ...two, burning: ['a'] }), facts(2, two), facts(32, two))).toEqual([
      'board',
      'board',
      'board',
      'lanes',
    ])
  })
  it('stay where a hand put them for a minute; not when a SEV1 opens', () => {
    const looked = turnedBy(opened, facts(10), 1)
    expect(looked.scene).toBe('lanes')
    const touched = { touched: at(10) }
    expect(turned(looked, facts(69, touched)).scene).toBe('lanes')
    expect(turned(looked, facts(99, touched)).scene).toBe('lanes')
    expect(turned(looked, facts(100, touched)).scene).toBe('planned')
    expect(turned(looked, facts(11, { ...touched, burning: ['a'] })).scene).toBe('board')
    const burning: Turning = { ...looked, burning: ['a'] }
    expect(turned(burning, facts(60, { ...touched, burning: ['a'] })).scene).toBe('lanes')
    expect(turned(burning, facts(70, { ...touched, burning: ['a'] })).scene).toBe('board')
  })
  it('go back to the first where a hand left another and nothing turns by itself', () => {
    const { every: _every, ...still } = facts(71, { touched: at(10) })
    expect(turned(turnedBy(opened, facts(10), -1), still).scene).toBe('board')
  })
  it('turn by hand in both directions', () => {
    expect(turnedBy(opened, facts(0), -1).scene).toBe('planned')
    expect(turnedBy(opened, facts(0, { scenes: ['lanes', 'planned'] }), 1).scene).toBe('lanes')
    expect(turnedBy(opened, facts(0, { scenes: ['lanes', 'planned'] }), -1).scene).toBe('planned')
  })
  it('are one for ever where one was asked for', () => {
    expect(turned({ ...opened, scene: 'lanes' }, facts(99, { scenes: ['lanes'], burning: ['a'] })).scene).toBe('lanes')
  })
  it('never show anything but the board while a SEV1 is open and no hand is there', () => {
    const look = fc.record({
      wait: fc.integer({ min: 1, max: 90 }),
      burning: fc.subarray(['a', 'b']),
      hand: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(look, { maxLength: 40 }), (looks) => {
        let turning = opened
        let now = 0
        let touched: number | undefined
        for (const { wait, burning, hand } of looks) {
          now += wait
          if (hand) touched = now
          const look = facts(now, { burning, ...(touched !== undefined && { touched: at(touched) }) })
          turning = turned(turning, look)
          const free = touched === undefined || at(now) - at(touched) >= handFor
          expect(burning.length === 0 || !free || turning.scene === 'board').toBe(true)
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})
