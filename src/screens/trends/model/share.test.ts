import { describe, expect, it } from 'vitest'
import { fromValues } from '../../../domain/distribution'
import { kaplanMeier } from '../../../domain/statistics/kaplanMeier'
import type { Summary, SummaryCell } from '../../../domain/summary'
import { hour } from '../../../domain/units'
import { sharesAt, shareView } from './share'

const hours = (...values: number[]) => fromValues(values.map((value) => value * hour))

const cell = (severity: string, closed: number[], open: number[], missing = 0, faults = 0): SummaryCell => ({
  bucket: '',
  key: [severity],
  count: closed.length + open.length + missing + faults,
  closed: hours(...closed),
  open: hours(...open),
  missing,
  faults,
})
const view = (...cells: SummaryCell[]) =>
  shareView({ cells } satisfies Summary, {
    done: 'resolved',
    to: (severity, readings) => `/incidents/?severity=${severity || 0}&within=${readings.join('+')}`,
  })

describe('shareView', () => {
  it('counts the open ones: the share at a time is lower than among the ended alone', () => {
    const { model } = view(cell('2', [1, 2, 3, 4, 5], [2, 2, 6, 6, 6]))
    const at = model?.times.findIndex((time) => time >= 4.5 * hour) ?? 0
    expect(model?.curves.map(({ key }) => key)).toEqual(['2', 'closed-only'])
    // 10 at risk, then 9; two of age 2 leave after the second end: 6, 5 at risk.
    expect(model?.curves[0]?.shares[at]).toBeCloseTo(1 - (9 / 10) * (8 / 9) * (5 / 6) * (4 / 5), 9)
    expect(model?.curves[1]?.shares[at]).toBeCloseTo(0.8, 9)
  })

  it('draws no hint when nothing is open, and ends a curve where nobody was watched longer', () => {
    expect(view(cell('1', [1, 2, 3, 4, 5], [])).model?.curves.map(({ key }) => key)).toEqual(['1'])
    const curve = kaplanMeier(hours(1), hours(3))
    expect(sharesAt(curve, [hour / 2, hour, 2 * hour, 3 * hour, 4 * hour])).toEqual([0, 0.5, 0.5, 0.5, undefined])
  })

  it('draws too few incidents not at all, but tells them', () => {
    const { model, few, table } = view(cell('1', [1, 2], []), cell('3', [1, 2, 3, 4, 5], []))
    expect(model?.curves.map(({ label }) => label)).toEqual(['SEV3'])
    expect(few).toEqual(['SEV1 (n = 2)'])
    expect(table.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['SEV1', '2', '2', '0'],
      ['SEV3', '5', '5', '0'],
      ['All', '7', '7', '0'],
    ])
    expect(view(cell('1', [1], [])).model).toBeUndefined()
  })

  it('says n, and what was left out and why', () => {
    const { sentence, table } = view(cell('1', [1, 2, 3, 4, 5], [6], 2, 1))
    expect(sentence).toBe(
      'Half are resolved within 3 h, nine in ten not yet, the 1 still open counted; n = 6; left out: 2 without a recorded moment, 1 that ended before they began.',
    )
    expect(table.rows[0]?.cells).toEqual(['SEV1', '9', '5', '1', '3', '3 h', '4 h 36 m', '3 h', '–'])
  })

  it('leads from each number to what it was counted from', () => {
    const { table, model } = view(cell('1', [1, 2, 3, 4, 5], [6], 2, 1))
    const at = (readings: string) => `/incidents/?severity=1&within=${readings}`
    const [all, ended, both] = ['closed+open+missing+fault', 'closed', 'closed+open'].map(at)
    expect(table.rows[0]?.links).toEqual([
      undefined,
      all,
      ended,
      at('open'),
      at('missing+fault'),
      ended,
      ended,
      both,
      both,
    ])
    expect(model?.curves[0]?.to).toBe(both)
  })

  it('puts what is not known last, under its own name', () => {
    const { table } = view(cell('', [1], []), cell('2', [1], []))
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['SEV2', 'Severity not known', 'All'])
    expect(table.rows[1]?.to).toBe('/incidents/?severity=0&within=closed+open+missing+fault')
  })

  it('says so when no length can be told', () => {
    expect(view(cell('1', [], [], 4)).sentence).toBe(
      'No length can be told: of 4 incidents, left out: 4 without a recorded moment.',
    )
  })

  it('draws the band of the published formula, and none where all are done', () => {
    const { model } = view(cell('1', [1, 2, 3, 4, 5], []))
    const bands = model?.curves[0]?.bands ?? []
    const at = model?.times.findIndex((time) => time >= 2.5 * hour) ?? 0
    // S = 0.6, Greenwood's sum 1/(5·4) + 1/(4·3) = 2/15: exp(±1.96·√(2/15)/ln 0.6) as the power of S.
    const width = Math.exp((1.959963984540054 * Math.sqrt(2 / 15)) / -Math.log(0.6))
    expect(bands[at]?.low).toBeCloseTo(1 - 0.6 ** (1 / width), 9)
    expect(bands[at]?.high).toBeCloseTo(1 - 0.6 ** width, 9)
    expect(bands.at(-1)).toBeUndefined()
  })

  it('shows on demand what leaving the open ones out would flatter, and says by how much', () => {
    const cells = [cell('1', [1, 2, 3, 4, 5], [6, 6, 6]), cell('2', [1, 2, 3, 4, 5], [])]
    const { model, bias } = shareView({ cells }, { done: 'resolved', to: () => '/', closedOnly: true })
    expect(model?.curves.map(({ key, hint }) => [key, hint ?? false])).toEqual([
      ['1', false],
      ['2', false],
      ['1-closed', true],
    ])
    expect(model?.curves[0]?.bands).toBeUndefined()
    expect(bias).toBe(
      'With 3 open ones left out (dashed), half would seem resolved within 3 h instead of 4 h, nine in ten within 5 h instead of not yet.',
    )
    expect(view(...cells).bias).toBeUndefined()
  })
})
