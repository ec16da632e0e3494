import { describe, expect, it } from 'vitest'
import { fromValues } from '../../../domain/distribution'
import { buckets } from '../../../domain/time/buckets'
import { formatInstant, hour, instant, parseInstant } from '../../../domain/units'
import { controlView } from './control'
import { spanOf } from './range'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T09:42:17Z')
const span = spanOf(
  { range: 'quarter' },
  { first: at('2024-01-01T00:00:00Z'), last: now, live: true },
  now,
  'Europe/Berlin',
)
const days = buckets(span.from, span.to, 'day', span.zone).map(({ label }) => label)

const cell = (day: number, ended: readonly number[], open: readonly number[] = []) => ({
  bucket: days[day] ?? '',
  key: [],
  count: ended.length + open.length,
  closed: fromValues(ended.map((value) => value * hour)),
  open: fromValues(open.map((value) => value * hour)),
  missing: 0,
  faults: 0,
})
const view = (cells: readonly ReturnType<typeof cell>[]) =>
  controlView({ cells }, span, 'resolved', ({ from, to }) => `${formatInstant(from)}/${formatInstant(to)}`)
const ten = (length: number) => Array.from({ length: 10 }, () => length)

describe('controlView', () => {
  it('joins days until they hold n, and leads to exactly those days, also across a change of clocks', () => {
    const day = days.indexOf('2026-10-24')
    const { model, n } = view([cell(day, [1, 1, 1, 2, 2]), cell(day + 1, [3, 3, 4, 4, 5]), cell(day + 2, ten(7))])
    expect(n).toBe(10)
    // Five at 1, 1, 1, 2, 2 and five at 3 to 5: half are done within 2 h.
    expect(model?.bars.map(({ words }) => words)).toEqual(['median 2 h, n = 10', 'median 7 h, n = 10'])
    expect(model?.bars[0]).toMatchObject({
      label: '24 Oct 2026 – 25 Oct 2026',
      to: '2026-10-23T22:00:00Z/2026-10-25T23:00:00Z',
    })
  })

  it('finds level and limits in the medians, and rings the one outside', () => {
    const lengths = [4, 5, 4, 5, 4, 5, 4, 5, 40, 4, 5]
    const { model, sentence } = view(lengths.map((length, index) => cell(index, ten(length))))
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(model?.levels).toHaveLength(1)
    expect(model?.levels[0]?.mean).toBeCloseTo(mean * hour, 3)
    expect(model?.signals.map(({ index, text }) => [index, text])).toEqual([[8, 'outside normal: 1 d 16 h']])
    expect(sentence).toContain('1 outside normal variation')
  })

  it('counts the open ones: a median that is not reached is said and takes no part', () => {
    const { model, table } = view([cell(0, ten(2)), cell(1, ten(3)), cell(2, [1, 1, 1, 1], [9, 9, 9, 9, 9, 9])])
    expect(model?.blanks).toEqual([{ from: 2, to: 2, text: 'median not reached yet' }])
    expect(model?.levels[0]).toMatchObject({ from: 0, to: 1, mean: 2.5 * hour })
    expect(table.rows[2]?.cells.slice(1, 4)).toEqual(['10', '6', 'not reached'])
  })

  it('keeps a last group that has not its n out of the level', () => {
    const { model } = view([cell(0, ten(2)), cell(1, ten(2)), cell(2, [50])])
    expect(model?.bars[2]?.partial).toBe('fewer than 10: no part in level and limits')
    expect(model?.levels[0]).toMatchObject({ to: 1, mean: 2 * hour })
  })

  it('draws nothing from one group, and says why', () => {
    const few = view([cell(0, [1, 2])])
    expect(few.model).toBeUndefined()
    expect(few.sentence).toBe('2 measured: too few for groups of 10.')
  })

  it('takes larger groups where there are many, so that the points stay few', () => {
    const many = view(
      days.map((_day, index) =>
        cell(
          index,
          Array.from({ length: 40 }, () => 1),
        ),
      ),
    )
    expect(many.n).toBeGreaterThanOrEqual((days.length * 40) / 40)
    expect(many.model?.bars.length).toBeLessThanOrEqual(40)
  })
})
