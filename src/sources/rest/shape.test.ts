import { describe, expect, test } from 'vitest'
import { check } from './check'
import { mappers } from './map'
import { oneOf, seconds, time, Unreadable } from './shape'
import type { Wire } from './wire.generated'

const team: Wire['Team'] = { type: 'team', id: 'team:payments', name: 'Payments', contacts: [], tags: [] }

describe('a record from outside', () => {
  test('keeps what is absent absent', () => {
    expect(Object.keys(mappers.parties(team))).toEqual(['type', 'id', 'name', 'contacts', 'tags'])
  })

  test('loses fields that this version does not know', () => {
    const verdict = check('Party', { ...team, colour: 'red' })
    expect(verdict.fits).toBe(true)
    expect(verdict.fits && mappers.parties(verdict.value)).toEqual(team)
  })

  test('keeps words that are new visible', () => {
    const event = {
      id: 'e',
      title: 't',
      kind: 'eclipse',
      at: '2026-11-20T09:00:00+01:00',
      planned: true,
      workloads: [],
    }
    expect(mappers.events(event)).toMatchObject({ kind: 'unknown:eclipse', at: Date.UTC(2026, 10, 20, 8) })
  })

  test.each([
    ['no id', { ...team, id: undefined }],
    ['an id of another kind', { ...team, id: 17 }],
    ['an id without its type', { ...team, id: 'payments' }],
    ['nothing', null],
    ['a list', []],
  ])('with %s does not fit, with the reason', (_what, value) => {
    const verdict = check('Party', JSON.parse(JSON.stringify(value)))
    expect(verdict.fits).toBe(false)
    expect(verdict.fits || verdict.reason.length).toBeGreaterThan(10)
  })

  test('may be called like something that every object has', () => {
    const workload = JSON.parse(
      '{"id":"__proto__","name":"constructor","tags":["toString"],"__proto__":{"tier":1}}',
    ) as unknown
    const verdict = check('Workload', workload)
    expect(verdict.fits && mappers.workloads(verdict.value)).toEqual({
      id: '__proto__',
      name: 'constructor',
      tags: ['toString'],
    })
  })
})

test('a moment must exist and name its offset', () => {
  expect(time('2026-02-28T10:00:00.250Z')).toBe(Date.UTC(2026, 1, 28, 10, 0, 0, 250))
  expect(() => time('2026-02-28T10:00:00')).toThrow(Unreadable)
  expect(() => time('2026-13-28T10:00:00Z')).toThrow(Unreadable)
})

test('a closed vocabulary stays closed', () => {
  const read = oneOf({ accountable: 'A' })
  expect(read('accountable')).toBe('A')
  expect(() => read('toString')).toThrow('“toString” is not one of accountable')
})

test('seconds become whole milliseconds', () => expect(seconds(0.0015)).toBe(2))
