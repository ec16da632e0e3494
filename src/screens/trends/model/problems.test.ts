import { describe, expect, it } from 'vitest'
import { pathTo } from '../../../app/paths'
import { emptyDistribution, fromValues } from '../../../domain/distribution'
import type { Incident } from '../../../domain/incident'
import type { Action, Problem } from '../../../domain/problem'
import type { SummaryCell } from '../../../domain/summary'
import { after, day24, duration, hour, instant, parseInstant } from '../../../domain/units'
import { hoursNote, hoursText, problemsSentence, rankingOf, rowsOf } from './problems'
import { actionsOf, ratesTold, verdictOf } from './problemVerdict'

const now = parseInstant('2026-11-20T00:00:00Z') ?? instant(0)
const daysAgo = (days: number) => after(now, duration(-days * day24))

const problem = (more: Partial<Problem>): Problem => ({
  id: 'PRB-1',
  title: 'Certificates expire',
  state: 'analysing',
  workloads: [],
  factors: [],
  fixes: [],
  actions: [],
  ...more,
})
const fixed = (days: number) => problem({ owner: 'person:ito', fixes: [{ at: daysAgo(days), what: 'renewed' }] })

describe('verdictOf', () => {
  it('judges the newest fix by the incidents of the problem', () => {
    const began = [300, 280, 250].map(daysAgo)
    expect(verdictOf(fixed(110), began, now)).toEqual({ tone: 'ok', text: 'fix held 110 d' })
    expect(verdictOf(fixed(20), began, now)).toEqual({ tone: 'neutral', text: 'too early: 20 d, needs 30 d' })
    expect(verdictOf(fixed(20), began.slice(1, 2), now).text).toBe('too early: 20 d, no earlier gap to compare with')
    expect(verdictOf(fixed(110), [...began, daysAgo(3)], now)).toEqual({
      tone: 'bad',
      text: 'fix did not hold: 107 d after',
    })
    const twice = { ...fixed(260), fixes: [...fixed(110).fixes, ...fixed(260).fixes] }
    expect(verdictOf(twice, began, now).text).toBe('fix held 110 d')
  })

  it('says what is missing where there is no fix, no owner, no record, or not all incidents', () => {
    expect(verdictOf(problem({ owner: 'person:ito' }), [], now).text).toBe('no fix recorded')
    expect(verdictOf(problem({}), [], now)).toEqual({ tone: 'stale', text: 'nobody owns it' })
    expect(verdictOf(problem({}), [], now, false).text).toBe('no fix recorded')
    const known = problem({ owner: 'person:ito', state: 'known-error', workaround: 'Restart it' })
    expect(verdictOf(known, [], now).text).toBe('known error, workaround')
    const often = [5, 9, 20].map(daysAgo)
    expect(verdictOf(problem({ owner: 'person:ito' }), often, now).text).toBe('no fix recorded, 3rd time')
    expect(verdictOf(undefined, [], now).text).toBe('no problem record')
    expect(verdictOf(fixed(9), undefined, now).text).toBe('fix not judged yet')
  })
})

describe('actionsOf', () => {
  const action = (state: Action['state'], due?: number): Action => ({
    id: state,
    title: state,
    kind: 'prevent',
    state,
    ...(due !== undefined && { due: daysAgo(due) }),
  })
  it.each([
    [[action('open', 3), action('done')], '2 actions, 1 late'],
    [[action('in-progress', -3)], '1 action'],
    [[action('done'), action('done'), action('dropped')], 'all done'],
    [[action('dropped')], 'no actions'],
    [[], 'no actions'],
  ])('tells %# as %s', (actions, text) => {
    expect(actionsOf(problem({ actions }), now)).toBe(text)
  })

  it('tells nothing where nobody records any', () => {
    expect(actionsOf(problem({}), now, false)).toBe('')
  })
})

const cell = (key: string, count: number, bucket = ''): SummaryCell => ({
  bucket,
  key: [key],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})

describe('rankingOf', () => {
  it('ranks what came back by its incidents over all periods, and counts the rest', () => {
    const ranking = rankingOf({
      cells: [
        cell('B', 2, '2026-01'),
        cell('A', 1, '2026-01'),
        cell('B', 1, '2026-02'),
        cell('C', 2, '2026-02'),
        cell('', 9),
      ],
    })
    expect(ranking).toEqual({
      coming: [
        { id: 'B', count: 3, impact: 0, open: 0, unmeasured: 0, last: '' },
        { id: 'C', count: 2, impact: 0, open: 0, unmeasured: 0, last: '' },
      ],
      any: 3,
      returning: 2,
      incidents: 15,
      repeated: 5,
      unlinked: 9,
    })
    expect(problemsSentence(ranking)).toBe(
      '2 of 3 problems came back in the range: 5 of 15 incidents (33 %); 9 point to no problem.',
    )
  })
})

describe('the other orders', () => {
  const measured = (key: string, closed: readonly number[], open: readonly number[], missing: number): SummaryCell => ({
    ...cell(key, closed.length + open.length + missing),
    closed: fromValues(closed.map((hours) => hours * hour)),
    open: fromValues(open.map((hours) => hours * hour)),
    missing,
  })
  const summary = { cells: [measured('A', [1, 2, 3], [], 0), measured('B', [1], [40], 2), measured('C', [], [], 2)] }

  it('add up hours, the open ones up to now, and count what could not be measured', () => {
    const ranking = rankingOf(summary, 'hours')
    expect(ranking.coming.map((each) => [each.id, hoursText(each)])).toEqual([
      ['B', '41 h'],
      ['A', '6 h'],
      ['C', '–'],
    ])
    expect(hoursNote(ranking)).toMatch(/1 open incident counted until now; 4 left out/)
  })

  it('put the newest first, by day', () => {
    const byDay = { cells: [cell('A', 1, '2026-11-02'), cell('B', 1, '2026-10-30'), cell('C', 1, '2026-11-19')] }
    expect(rankingOf(summary, 'recent', byDay).coming.map(({ id }) => id)).toEqual(['C', 'A', 'B'])
  })
})

describe('ratesTold', () => {
  it('tells both rates, the ratio with its interval, or that there are too few', () => {
    const often = Array.from({ length: 12 }, (_, index) => daysAgo(400 - index * 30))
    expect(ratesTold(fixed(60), often, now)).toEqual({
      short: '1.0, then 0.0 per 30 d (×0.00…2.3)',
      full: '1.0, then 0.0 per 30 d: within noise, ×0.00 (95 %: 0.00…2.3)',
    })
    expect(ratesTold(fixed(60), often.slice(0, 3), now)?.full).toMatch(/too few to tell \(n = 2, needs 6\)$/)
    expect(ratesTold(problem({}), often, now)).toBeUndefined()
  })
})

describe('rowsOf', () => {
  const incident = (id: string, days: number, severity?: 1 | 2): Incident => ({
    id,
    title: id,
    state: 'closed',
    opened: daysAgo(days),
    clocks: {},
    workloads: [],
    roles: [],
    factors: [],
    labels: [],
    links: [],
    problem: 'PRB-1',
    ...(severity && { severity }),
  })
  const given = {
    ranked: [
      { id: 'PRB-1', count: 2, impact: 0, open: 0, unmeasured: 0, last: '' },
      { id: 'PRB-9', count: 2, impact: 0, open: 0, unmeasured: 0, last: '' },
    ],
    records: [fixed(20)],
    incidents: [incident('old', 150), incident('a', 75, 1), incident('b', 50)],
    counts: ({ id }: Incident) => id !== 'old',
    from: daysAgo(100),
    until: now,
    now,
    zone: 'UTC',
    to: (id: string) => `/incidents/?problem=${id}`,
  }

  it('places the incidents counted and the fixes along the range', () => {
    expect(rowsOf(given)[0]).toMatchObject({
      title: 'Certificates expire',
      dots: [
        { key: 'a', at: 0.25, severity: '1', to: pathTo('incidents', { id: 'a' }) },
        { key: 'b', at: 0.5, severity: '' },
      ],
      fixes: [0.8],
      to: pathTo('problems', { id: 'PRB-1' }),
      toIncidents: '/incidents/?problem=PRB-1',
    })
  })

  it('judges by incidents outside the range too', () => {
    // Gaps of 75 and 25 days: 20 quiet days are too few; without the old incident they would still be.
    expect(rowsOf(given)[0]?.verdict.text).toBe('too early: 20 d, needs 75 d')
    expect(rowsOf({ ...given, incidents: [incident('a', 75), incident('b', 60)] })[0]?.verdict.text).toBe(
      'fix held 20 d',
    )
  })

  it('keeps a problem that is known by its id only', () => {
    expect(rowsOf(given)[1]).toMatchObject({
      title: 'PRB-9',
      to: '/incidents/?problem=PRB-9',
      verdict: { text: 'no problem record' },
      actions: '',
    })
  })
})
