import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../domain/problem'
import { after, day24, duration, parseInstant } from '../../../domain/units'
import { agesView } from './problemAges'
import type { Span } from './range'

const now = parseInstant('2026-11-20T00:00:00Z')!
const daysAgo = (days: number) => after(now, duration(-days * day24))
const span: Span = {
  choice: { range: 'all' },
  zone: 'UTC',
  from: daysAgo(100),
  to: now,
  now,
  live: true,
  step: 'week',
  steps: [],
  periods: [],
}
const problem = (opened: number, fixed?: number): Problem => ({
  id: String(opened),
  title: 'P',
  state: fixed === undefined ? 'analysing' : 'resolved',
  opened: daysAgo(opened),
  workloads: [],
  factors: [],
  fixes: fixed === undefined ? [] : [{ at: daysAgo(fixed), what: 'done' }],
  actions: [],
})

describe('agesView', () => {
  // Ends after 20, 50 and 100 days, two open since 60 and 400 days: S = 4/5, 3/5, and after one is lost 3/5 · 1/2.
  const problems = [problem(220, 200), problem(250, 200), problem(300, 200), problem(60), problem(400)]

  it('counts the open ones in the share still open', () => {
    const { table, sentence, model } = agesView(problems, span)
    expect(table.rows[0]?.cells.slice(0, 5)).toEqual(['All problems', '5', '2', '0', '100 d'])
    expect(table.rows[0]?.cells.slice(5, 8).map((cell) => cell.split(' (')[0])).toEqual(['100 %', '80 %', '60 %'])
    expect(table.rows[0]?.cells.at(-1)).toBe('not known yet')
    expect(sentence).toMatch(/^Half have a fix within 100 d; 60 % .* are still open after 90 d \(n = 5, 2 open ones/)
    expect(model?.curves.map(({ key }) => key)).toEqual(['all'])
  })

  it('draws nothing of too few, and says how many it left out', () => {
    const { opened: _unknown, ...unborn } = problem(9)
    const { model, table } = agesView([problem(40), unborn], span)
    expect(model).toBeUndefined()
    expect(table.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['All problems', '1', '1', '1'],
      ['Opened in the range', '1', '1', '0'],
    ])
  })
})
