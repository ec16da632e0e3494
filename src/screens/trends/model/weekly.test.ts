import { describe, expect, it } from 'vitest'
import { emptyDistribution } from '../../../domain/distribution'
import type { Summary, SummaryCell } from '../../../domain/summary'
import { instant, parseInstant } from '../../../domain/units'
import { type Extent, spanOf } from './range'
import { weeklyView } from './weekly'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T09:42:17Z')
const extent: Extent = { first: at('2024-01-01T00:00:00Z'), last: now, live: true }
const span = spanOf({ range: 'quarter' }, extent, now, 'UTC')

const cell = (bucket: string, key: string, count: number): SummaryCell => ({
  bucket,
  key: [key],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})
/** Thirteen weeks of counts under one key. */
const weeks = (key: string, counts: readonly number[]) =>
  counts.flatMap((n, index) => (n > 0 ? [cell(span.periods[index]?.label ?? '', key, n)] : []))
const view = (cells: readonly SummaryCell[], problems?: Summary, recorded = { first: extent.first, until: now }) =>
  weeklyView({
    summary: { cells },
    span,
    recorded,
    to: ({ label }) => `/incidents/?from=${label}`,
    ...(problems && { problems }),
  })

const even = [10, 12, 11, 9, 10, 12, 11, 10, 9, 11, 10, 12, 3]

describe('weeklyView', () => {
  it('stacks severities with the worst on top, what is not known at the bottom, and loses no incident', () => {
    const { model, total } = view([...weeks('3', even), ...weeks('', [1]), ...weeks('1', [0, 2])])
    expect(model.series.map(({ key }) => key)).toEqual(['', '3', '1'])
    expect(model.bars[0]).toMatchObject({ values: [1, 10, 0], total: 11, to: '/incidents/?from=2026-08-24' })
    expect(model.bars[1]).toMatchObject({ values: [0, 12, 2], total: 14 })
    expect(total).toBe(even.reduce((sum, n) => sum + n, 0) + 3)
  })

  it('finds level and limits in the whole weeks only: the week that is not over is hatched and takes no part', () => {
    const { model, sentence } = view(weeks('3', even))
    // Mean of the first twelve is 127/12; moving ranges 2 1 2 1 2 1 1 1 2 1 2 have the mean 16/11.
    const mean = 127 / 12
    const width = (2.66 * 16) / 11
    expect(model.levels).toHaveLength(1)
    expect(model.levels[0]).toMatchObject({ from: 0, to: 11 })
    expect(model.levels[0]?.mean).toBeCloseTo(mean, 9)
    expect(model.levels[0]?.limits?.upper).toBeCloseTo(mean + width, 9)
    expect(model.levels[0]?.limits?.lower).toBeCloseTo(mean - width, 9)
    expect(model.bars.map(({ partial }) => partial !== undefined)).toEqual([...Array(12).fill(false), true])
    expect(sentence).toBe(
      '130 incidents in 13 weeks: about 11 a week; no week lies outside normal variation (now 6.7 to 14).',
    )
  })

  it('rings the week outside the limits, with the problem that most of it came from', () => {
    const counts = even.with(6, 42)
    const week = span.periods[6]?.label ?? ''
    const { model, sentence } = view(weeks('2', counts), { cells: [cell(week, 'PRB-118', 11), cell(week, '', 31)] })
    expect(model.signals).toEqual([
      {
        index: 6,
        text: 'outside normal: 42 in the week of 5 Oct 2026',
        detail: '11 of them from PRB-118',
        spoken: true,
      },
    ])
    expect(sentence).toContain('the week of 5 Oct 2026 (42)')
  })

  it('sets a stretch without data apart, so that it is no fall', () => {
    const { gaps, model } = view(weeks('3', [...even.slice(0, 9), 0, 0, 0, 0]), undefined, {
      first: extent.first,
      until: at('2026-10-25T12:00:00Z'),
    })
    expect(gaps).toEqual([{ kind: 'after', from: 9, to: 12 }])
    expect(model.levels[0]).toMatchObject({ from: 0, to: 8 })
    expect(model.bars[9]?.partial).toBe('no records')
  })

  it('draws no limits from a handful of weeks, and says so', () => {
    const short = weeklyView({
      summary: { cells: [cell('2026-10-05', '3', 4), cell('2026-10-12', '3', 6)] },
      span: spanOf({ range: 'custom', first: '2026-10-05', last: '2026-10-25', step: 'week' }, extent, now, 'UTC'),
      recorded: { first: extent.first, until: now },
      to: () => '/incidents/',
    })
    expect(short.model.levels[0]?.limits).toBeUndefined()
    expect(short.sentence).toBe(
      '10 incidents in 3 weeks, about 3.3 a week; with fewer than 8 whole weeks limits would mean nothing.',
    )
  })

  it('tells every bar in its table, each a way to its records', () => {
    const { table, model } = view([...weeks('3', even), ...weeks('1', [0, 2])])
    expect(table.columns).toEqual(['Period', 'All', 'SEV1', 'SEV3', 'Level', 'Limits', 'Note'])
    expect(table.rows.map(({ cells, to }) => [cells[1], to])).toEqual(
      model.bars.map(({ total, to }) => [String(total), to]),
    )
    expect(table.rows[1]?.cells.slice(0, 4)).toEqual(['Week of 31 Aug 2026', '14', '2', '12'])
  })

  it('adds months up to quarters', () => {
    const quarters = spanOf({ range: 'all', step: 'quarter' }, extent, now, 'UTC')
    const { model } = weeklyView({
      summary: { cells: [cell('2024-01-01', '2', 3), cell('2024-03-01', '2', 4), cell('2024-04-01', '2', 5)] },
      span: quarters,
      recorded: { first: extent.first, until: now },
      to: () => '/incidents/',
    })
    expect(model.bars.slice(0, 2).map(({ label, total }) => [label, total])).toEqual([
      ['Q1 2024', 7],
      ['Q2 2024', 5],
    ])
  })
})
