import { describe, expect, it } from 'vitest'
import { emptyDistribution } from '../../../domain/distribution'
import type { SummaryCell } from '../../../domain/summary'
import { instant, parseInstant } from '../../../domain/units'
import { dividedView, otherKeys } from './divided'
import { type Extent, spanOf } from './range'
import { weeklyView } from './weekly'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T09:42:17Z')
const extent: Extent = { first: at('2024-01-01T00:00:00Z'), last: now, live: true }
const span = spanOf({ range: 'quarter' }, extent, now, 'UTC')
const [week = ''] = span.periods.map(({ label }) => label)

const cell = (key: string, count: number): SummaryCell => ({
  bucket: week,
  key: [key],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})
const weekly = weeklyView({
  summary: { cells: [cell('2', 10)] },
  span,
  recorded: { first: extent.first, until: now },
  to: () => '/incidents/',
})
const divide = (counts: Readonly<Record<string, number>>) =>
  dividedView(weekly, span.periods, {
    summary: { cells: Object.entries(counts).map(([key, count]) => cell(key, count)) },
    by: 'workload',
    nameOf: (key) => key.toUpperCase(),
    to: (keys, period) => `/${keys.join('+')}/${period?.label ?? 'all'}`,
  })

describe('dividedView', () => {
  it('draws the most frequent lowest, and says how many others there are', () => {
    const { model, table, parts } = divide({ a: 1, b: 4, c: 2, d: 3, e: 5, f: 1, g: 1 })
    expect(model.series.map(({ label }) => label)).toEqual(['E', 'B', 'D', 'C', 'A', '2 others'])
    expect(model.bars[0]?.values).toEqual([5, 4, 3, 2, 1, 2])
    expect(parts.at(-1)).toBe('/f+g/all')
    expect(table.columns.slice(1, 4)).toEqual(['All', '2 others', 'A'])
    expect(table.rows[0]?.links?.slice(2, 4)).toEqual([`/f+g/${week}`, `/a/${week}`])
  })

  it('draws a sixth one by its own name, for one other is no "others"', () => {
    expect(divide({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }).model.series.at(-1)?.label).toBe('F')
  })

  it('keeps totals, level and limits of the undivided count, and states the overlap', () => {
    const { model, note } = divide({ a: 8, b: 6 })
    expect(model.bars[0]?.total).toBe(10)
    expect(model.levels).toEqual(weekly.model.levels)
    expect(model.top).toBeGreaterThanOrEqual(14)
    expect(note).toContain('14 in the parts, 10 incidents in all')
    expect(divide({ a: 4, b: 6 }).note).toBeUndefined()
  })

  it('names what has no value, and leads to exactly these', () => {
    const { model, parts } = divide({ '': 4, a: 6 })
    expect(model.series.map(({ label }) => label)).toEqual(['A', 'No workload recorded'])
    expect(parts).toEqual(['/a/all', '//all'])
  })

  it('gives each part a texture besides its colour', () => {
    const { model } = divide({ a: 1, b: 1, c: 1, d: 1, e: 1 })
    expect(new Set(model.series.map(({ texture }) => texture)).size).toBe(5)
  })

  it('counts an incident with several of the others once among them', () => {
    const counts = { a: 1, b: 4, c: 2, d: 3, e: 5, f: 2, g: 2 }
    const summary = { cells: Object.entries(counts).map(([key, n]) => cell(key, n)) }
    expect(otherKeys(summary, span.periods)).toEqual(['g', 'a'])
    const given = { summary, by: 'factor', nameOf: (key: string) => key, to: () => '/' }
    const others = { cells: [{ ...cell('', 2), key: [] }] }
    expect(dividedView(weekly, span.periods, given).model.bars[0]?.values.at(-1)).toBe(3)
    expect(dividedView(weekly, span.periods, { ...given, others }).model.bars[0]?.values.at(-1)).toBe(2)
  })
})
