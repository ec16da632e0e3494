import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { anIncident } from '../../../test/tools/records'
import type { Incident } from '../incident'
import { instant, minute } from '../units'
import { isPressing } from './order'
import { type Alarm, listen, type Look, repeatUsual, soundStateOf, unheard } from './sound'

const worst = (id: string, over: Partial<Incident> = {}) => anIncident({ id, severity: 1, ...over })
const acknowledged = { state: 'acknowledged' } as const
const start = 1_000_000_000
const at = (minutes: number, incidents: readonly Incident[], over: Partial<Look> = {}): Look => ({
  now: instant(start + minutes * minute),
  every: repeatUsual,
  incidents,
  isBelieved: () => true,
  settled: true,
  sure: true,
  ...over,
})
/** What is heard look by look. */
function heard(...looks: readonly Look[]) {
  let alarm: Alarm = unheard
  return looks.map((look) => {
    const next = listen(alarm, look)
    alarm = next.alarm
    return next.sound ?? '-'
  })
}

describe('what sounds', () => {
  it('is a new unacknowledged SEV1, and nothing less', () => {
    expect(heard(at(0, []), at(1, [worst('a')]))).toEqual(['-', 'new'])
    expect(heard(at(0, []), at(1, [anIncident({ id: 'b', severity: 2 })]))).toEqual(['-', '-'])
    expect(heard(at(0, []), at(1, [worst('a', acknowledged)]))).toEqual(['-', '-'])
  })
  it('is not what was there at first, but that after a while', () => {
    const looks = [0, 0.1, 1.9, 2, 3, 4].map((minutes) => at(minutes, [worst('a')]))
    expect(heard(...looks)).toEqual(['-', '-', '-', 'again', '-', 'again'])
  })
  it('is not what a slow source adds while the picture is opened', () => {
    expect(heard(at(0, [], { settled: false }), at(0.2, [worst('a')]), at(0.3, [worst('a'), worst('b')]))).toEqual([
      '-',
      '-',
      'new',
    ])
  })
  it('is one that becomes a SEV1, or burns again', () => {
    const mild = anIncident({ id: 'a', severity: 2 })
    expect(heard(at(0, [mild]), at(1, [worst('a')]), at(1.1, [mild]), at(1.2, [worst('a')]))).toEqual([
      '-',
      'new',
      '-',
      'new',
    ])
    expect(heard(at(0, []), at(1, [worst('a')]), at(1.1, [worst('a', acknowledged)]), at(9, [worst('a')]))).toEqual([
      '-',
      'new',
      '-',
      'new',
    ])
  })
  it('stops with the acknowledgement', () => {
    const done = worst('a', acknowledged)
    expect(heard(at(0, []), at(1, [worst('a')]), at(2, [done]), at(9, [done]))).toEqual(['-', 'new', '-', '-'])
  })
  it('is nothing that only went missing and is back', () => {
    const gone = at(1.5, [], { sure: false })
    expect(heard(at(0, []), at(1, [worst('a')]), gone, at(1.6, [worst('a')]))).toEqual(['-', 'new', '-', '-'])
    expect(heard(at(0, []), at(1, [worst('a')]), at(1.5, []), at(1.6, [worst('a')]))).toEqual(['-', 'new', '-', 'new'])
  })
  it('is nothing old: neither new nor again, until it is told just now', () => {
    const old = { isBelieved: () => false }
    expect(heard(at(0, []), at(1, [worst('a')], old), at(9, [worst('a')], old), at(10, [worst('a')]))).toEqual([
      '-',
      '-',
      '-',
      'new',
    ])
    expect(heard(at(0, []), at(1, [worst('a')]), at(9, [worst('a')], old))).toEqual(['-', 'new', '-'])
  })
  it('speaks for all of them at once', () => {
    const both = [worst('a'), worst('b')]
    expect(heard(at(0, []), at(1, [worst('a')]), at(2.5, both), at(3, both), at(4.5, both))).toEqual([
      '-',
      'new',
      'new',
      '-',
      'again',
    ])
  })
  it('waits no longer when the clock is set back', () => {
    expect(heard(at(0, []), at(60, [worst('a')]), at(0, [worst('a')]), at(2, [worst('a')]))).toEqual([
      '-',
      'new',
      '-',
      'again',
    ])
  })

  const one = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    severity: fc.constantFrom(1 as const, 2 as const),
    state: fc.constantFrom('triggered' as const, 'acknowledged' as const),
  })
  const step = fc.record({
    wait: fc.integer({ min: 1, max: 150 }),
    told: fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 3 }),
    believed: fc.boolean(),
    sure: fc.boolean(),
  })
  it('comes at most once for an episode and interval, and always for what is new or due', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let alarm = listen(unheard, at(0, [])).alarm
        let now = start
        // The same told in other words: when each episode began, by id, and when something last sounded in it.
        const last = new Map<string, number>()
        for (const { wait, told, believed, sure } of steps) {
          now += wait * 1000
          const incidents = told.map((each) => anIncident(each))
          const look = { ...at(0, incidents), now: instant(now), isBelieved: () => believed, sure }
          const pressing = new Set(incidents.filter(isPressing).map(({ id }) => id))
          const known = new Set(incidents.map(({ id }) => id))
          for (const id of last.keys()) if (known.has(id) ? !pressing.has(id) : sure) last.delete(id)
          const next = listen(alarm, look)
          alarm = next.alarm
          const fresh = believed && [...pressing].some((id) => !last.has(id))
          const due = believed && [...pressing].some((id) => now - (last.get(id) ?? now) >= repeatUsual)
          expect(next.sound).toBe(fresh ? 'new' : due ? 'again' : undefined)
          if (next.sound) for (const id of pressing) last.set(id, now)
        }
      }),
      { seed: 5, numRuns: 300 },
    )
  })
})

describe('why it is heard or not', () => {
  const all = { wanted: true, device: 'ready', muted: false, quiet: false } as const
  it('names the most lasting reason', () => {
    expect(soundStateOf(all)).toBe('armed')
    expect(soundStateOf({ ...all, quiet: true })).toBe('quiet')
    expect(soundStateOf({ ...all, quiet: true, muted: true })).toBe('muted')
    expect(soundStateOf({ ...all, device: 'blocked', muted: true })).toBe('blocked')
    expect(soundStateOf({ ...all, device: 'unable' })).toBe('unable')
    expect(soundStateOf({ ...all, wanted: false, device: 'blocked' })).toBe('unasked')
  })
})
