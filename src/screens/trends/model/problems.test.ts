import { describe, expect, it } from 'vitest'
import { emptyDistribution } from '../../../domain/distribution'
import type { Incident } from '../../../domain/incident'
import type { Action, Problem } from '../../../domain/problem'
import type { SummaryCell } from '../../../domain/summary'
import { after, day24, duration, instant, parseInstant } from '../../../domain/units'
import { actionsOf, problemsSentence, rankingOf, rowsOf, verdictOf } from './problems'

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
    expect(verdictOf(fixed(110), began, now)).toEqual({ tone: 'ok', text: 'fix holds, 110 d' })
    expect(verdictOf(fixed(20), began, now)).toEqual({ tone: 'neutral', text: 'too early to tell, 20 d' })
    expect(verdictOf(fixed(110), [...began, daysAgo(3)], now)).toEqual({ tone: 'bad', text: 'fix did not hold' })
    const twice = { ...fixed(260), fixes: [...fixed(110).fixes, ...fixed(260).fixes] }
    expect(verdictOf(twice, began, now).text).toBe('fix holds, 110 d')
  })

  it('says what is missing where there is no fix, no owner, no record, or not all incidents', () => {
    expect(verdictOf(problem({ owner: 'person:ito' }), [], now).text).toBe('no fix recorded')
    expect(verdictOf(problem({}), [], now)).toEqual({ tone: 'stale', text: 'nobody owns it' })
    expect(verdictOf(problem({}), [], now, false).text).toBe('no fix recorded')
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
        { id: 'B', count: 3 },
        { id: 'C', count: 2 },
      ],
      any: 3,
      incidents: 15,
      unlinked: 9,
    })
    expect(problemsSentence(ranking)).toBe(
      '2 of 3 problems came back in the range: 5 of 15 incidents (33 %); 9 point to no problem.',
    )
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
      { id: 'PRB-1', count: 2 },
      { id: 'PRB-9', count: 2 },
    ],
    records: [fixed(20)],
    incidents: [incident('old', 150), incident('a', 75, 1), incident('b', 50)],
    counts: ({ id }: Incident) => id !== 'old',
    from: daysAgo(100),
    until: now,
    now,
    to: (id: string) => `/incidents/?problem=${id}`,
  }

  it('places the incidents counted and the fixes along the range', () => {
    expect(rowsOf(given)[0]).toMatchObject({
      title: 'Certificates expire',
      dots: [
        { key: 'a', at: 0.25, severity: '1' },
        { key: 'b', at: 0.5, severity: '' },
      ],
      fixes: [0.8],
      to: '/incidents/?problem=PRB-1',
    })
  })

  it('judges by incidents outside the range too', () => {
    // Gaps of 75 and 25 days: 20 quiet days are too few; without the old incident they would still be.
    expect(rowsOf(given)[0]?.verdict.text).toBe('too early to tell, 20 d')
    expect(rowsOf({ ...given, incidents: [incident('a', 75), incident('b', 60)] })[0]?.verdict.text).toBe(
      'fix holds, 20 d',
    )
  })

  it('keeps a problem that is known by its id only', () => {
    expect(rowsOf(given)[1]).toMatchObject({
      title: 'PRB-9',
      verdict: { text: 'no problem record' },
      actions: '',
    })
  })
})
