import { describe, expect, it } from 'vitest'
import type { Incident } from './incident'
import type { Problem } from './problem'
import { fixAfter, recurrenceOf, similarTo, tellingWords, textShare } from './similar'
import { day24, instant } from './units'

const at = (day: number) => instant(day * day24)
const incident = (id: string, day: number, more: Partial<Incident> = {}): Incident => ({
  id,
  title: 'Card payments failing for customers',
  state: 'closed',
  opened: at(day),
  clocks: {},
  workloads: ['ledger'],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  ...more,
})
const problem = (...fixes: readonly number[]): Problem => ({
  id: 'P',
  title: 'Certificates',
  state: 'known-error',
  workloads: [],
  factors: [],
  actions: [],
  fixes: fixes.map((day) => ({ at: at(day), what: `fix of day ${day}` })),
})
const one = incident('one', 400, { problem: 'P', activity: 'rotate' })
const alike = (...others: readonly Incident[]) =>
  similarTo(one, others).map((each) => `${each.incident.id}: ${each.reasons.map(({ kind }) => kind).join()}`)

describe('words of a title', () => {
  it('are those that tell: no ids, limits, filler', () => {
    expect([...tellingWords('The INC-12 lag on Ledger-API v4.81 — 42 ms')]).toEqual([
      'inc',
      'lag',
      'ledger',
      'api',
      'ms',
    ])
  })
  it('are shared in part; a single shared word is nothing', () => {
    const share = (left: string, right: string) => textShare(tellingWords(left), tellingWords(right))
    expect(share('Cards fail', 'Cards fail 7')).toBe(1)
    expect(share('Cards fail slowly', 'cards FAIL')).toBeCloseTo(2 / 3)
    expect(share('Outage', 'Outage')).toBe(0)
    expect(share('', '')).toBe(0)
  })
})

describe('similar incidents', () => {
  it('share the problem, the activity, or near words on a workload', () => {
    expect(
      alike(
        incident('text', 399),
        incident('activity', 399, { activity: 'rotate', title: 'Other thing', workloads: [] }),
        incident('problem', 10, { problem: 'P', title: 'Other thing', workloads: ['edge'] }),
        incident('workload only', 399, { title: 'Disk almost full' }),
        incident('text only', 399, { workloads: ['edge'] }),
        one,
      ),
    ).toEqual(['problem: problem', 'text: workload,text', 'activity: activity'])
  })
  it('come newest first where they are as like, then by id', () => {
    const ids = similarTo(one, [incident('b', 5), incident('c', 9), incident('a', 5)]).map((each) => each.incident.id)
    expect(ids).toEqual(['c', 'a', 'b'])
  })
  it('are none where nothing is recorded to go by', () => {
    const bare = incident('bare', 1, { workloads: [] })
    expect(similarTo(bare, [incident('x', 0, { workloads: [] })])).toEqual([])
  })
})

describe('recurrence', () => {
  const of = (day: number) => incident(`P${day}`, day, { problem: 'P' })
  const told = (others: readonly Incident[], fixes: readonly number[], now = 400) =>
    recurrenceOf(one, problem(...fixes), others, at(now))
  it('counts the incidents of the problem in the twelve months before, itself among them', () => {
    expect(told([of(36), of(20), of(340), of(370), incident('other', 390), one], [])).toEqual({
      nth: 4,
      recent: 3,
      later: 0,
    })
    expect(told([of(35)], [])).toEqual({ nth: 2, recent: 1, later: 0 })
    expect(told([of(34)], [])).toEqual({ nth: 1, recent: 1, later: 0 })
  })
  it('judges the newest fix declared by now', () => {
    const { fix } = told([of(340), of(370)], [350, 360, 500])
    expect(fix?.fix.what).toBe('fix of day 360')
    expect(fix?.outcome.verdict).toBe('did not hold')
    expect(told([of(340), of(370)], [401], 402).fix?.outcome.verdict).toBe('too early')
    expect(told([of(340), of(370)], [401], 431).fix?.outcome.verdict).toBe('held')
  })
  it('tells of incidents after it', () => {
    expect(told([of(420)], [], 430).later).toBe(1)
    expect(told([of(440)], [], 430).later).toBe(0)
  })
})

it('a fix mended an incident when it came after it', () => {
  expect(fixAfter(incident('x', 5), problem(9, 3, 6))?.what).toBe('fix of day 6')
  expect(fixAfter(incident('x', 10), problem(9))).toBeUndefined()
  expect(fixAfter(incident('x', 10), undefined)).toBeUndefined()
})
