import { describe, expect, it } from 'vitest'
import { emptyDistribution, fromValues, toBinned } from '../../../domain/distribution'
import type { SummaryCell } from '../../../domain/summary'
import { hour, instant, parseInstant } from '../../../domain/units'
import { countFigure, isBinned, lengthFigure, type Measured, openFigure } from './figures'
import { periodsOf } from './periods'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-03-12T12:00:00Z')
const since = at('2025-01-01T00:00:00Z')
const weeks = periodsOf(at('2026-01-05T00:00:00Z'), at('2026-03-16T00:00:00Z'), 'week', 'UTC', now, since)
const earlier = periodsOf(at('2025-10-27T00:00:00Z'), at('2026-01-05T00:00:00Z'), 'week', 'UTC', now, since)

const cell = (
  bucket: string,
  severity: string,
  hours: readonly number[],
  more: Partial<SummaryCell> = {},
): SummaryCell => ({
  bucket,
  key: [severity],
  count: hours.length,
  closed: fromValues(hours.map((each) => each * hour)),
  open: emptyDistribution,
  missing: 0,
  faults: 0,
  ...more,
})
const times = (n: number, of: (index: number) => number) => Array.from({ length: n }, (_, index) => of(index))

/** The same number of incidents each week, with lengths about `typical` hours; the last week is not over. */
const measured = (periods: typeof weeks, n: number, typical: number): Measured => ({
  periods,
  whole: periods.flatMap(({ partial }, index) => (partial ? [] : [index])),
  summary: {
    cells: periods.map(({ label }, week) =>
      cell(
        label,
        week % 2 === 0 ? '1' : '3',
        times(n + (week % 3), (index) => typical + index / 10),
      ),
    ),
  },
})

describe('countFigure', () => {
  it('counts all weeks, but compares whole ones, as many before as now', () => {
    const figure = countFigure('Incidents', measured(weeks, 6, 2), measured(earlier, 20, 2), 'week')
    expect(figure).toMatchObject({ value: '69', basis: ['n = 69'] })
    expect(figure.shape).toHaveLength(10)
    expect(figure.verdict).toMatchObject({ text: 'real change', direction: 'down', tone: 'ok' })
    expect(figure.verdict?.change).toMatch(/^−6\d\u00a0%$/)
  })

  it('calls the same again noise, with an interval about zero', () => {
    const { verdict } = countFigure('Incidents', measured(weeks, 6, 2), measured(earlier, 6, 2), 'week')
    expect(verdict).toMatchObject({ text: '≈ within noise', tone: 'neutral' })
    expect(verdict?.interval).toMatch(/^\(95 %: −\d+…\+\d+\)$/)
  })

  it('gives no change without a time before, or with too few weeks', () => {
    expect(countFigure('Incidents', measured(weeks, 6, 2), undefined, 'week').verdict).toBeUndefined()
    const short = { ...measured(weeks, 6, 2), whole: [0, 1, 2] }
    expect(countFigure('Incidents', short, measured(earlier, 6, 2), 'week').verdict).toEqual({
      tone: 'neutral',
      text: 'too few to tell a change: 3 weeks before, 3 now; 8 needed',
    })
  })

  it('counts some severities of all', () => {
    expect(countFigure('SEV1', measured(weeks, 6, 2), undefined, 'week', ['1'])).toMatchObject({
      value: '35',
      basis: ['of 69 incidents'],
    })
  })
})

describe('lengthFigure', () => {
  it('tells the type 7 quantile of the ended, n, the open ones and what was left out and why', () => {
    const summary = {
      cells: [cell(weeks[0]?.label ?? '', '2', [1, 2, 3, 10], { open: fromValues([5 * hour]), missing: 2, faults: 1 })],
    }
    const given = { summary, periods: weeks, whole: [0] }
    expect(lengthFigure('Median', 0.5, given, undefined, 'nobody says')).toEqual({
      label: 'Median',
      value: '2 h 30 m',
      basis: ['n = 4 ended, 1 open', 'left out: 2 not recorded, 1 negative'],
      exact: { value: 2.5 * hour, unit: 'milliseconds', n: 4, leftOut: 3 },
    })
    expect(lengthFigure('p90', 0.9, given, undefined, 'nobody says').value).toBe('7 h 54 m')
  })

  it('is not available, and no zero, where nothing was measured', () => {
    const summary = { cells: [cell(weeks[0]?.label ?? '', '2', [], { count: 3, missing: 3 })] }
    expect(lengthFigure('Median', 0.5, { summary, periods: weeks, whole: [0] }, undefined, 'nobody says')).toEqual({
      label: 'Median',
      value: 'not available',
      basis: ['nobody says', 'left out: 3 not recorded'],
    })
  })

  it('compares the lengths of whole weeks', () => {
    const { verdict } = lengthFigure('Median', 0.5, measured(weeks, 6, 4), measured(earlier, 6, 2), 'nobody says')
    expect(verdict).toMatchObject({ text: 'real change', direction: 'up', tone: 'sev2' })
    const few = lengthFigure('p90', 0.9, measured(weeks, 2, 4), measured(earlier, 2, 2), 'nobody says')
    expect(few.verdict?.text).toMatch(/^too few to tell a change: \d+ incidents before/)
    expect(few.verdict?.change).toBeUndefined()
  })
})

describe('openFigure', () => {
  it('tells how long they have burnt', () => {
    const cells = [cell('', '1', [], { count: 3, open: fromValues([hour, 2 * hour, 30 * hour]) })]
    expect(openFigure({ cells }, 1_049)).toMatchObject({
      value: '3',
      basis: ['of 1,049 that began in the range', 'half older than 2 h', 'the oldest 1 d 6 h'],
    })
    expect(openFigure({ cells: [] })).toMatchObject({ value: '0' })
  })
})

describe('isBinned', () => {
  it('notices lengths that are near and not exact', () => {
    const exact = cell('', '1', [1])
    expect(isBinned({ cells: [exact] })).toBe(false)
    expect(isBinned({ cells: [{ ...exact, closed: toBinned(exact.closed) }] })).toBe(true)
  })
})
