import { describe, expect, it } from 'vitest'
import { collapse } from '../../domain/summarise'
import { countOf, quantileOf, relativeError } from '../../domain/distribution'
import type { Incident } from '../../domain/incident'
import type { Summary } from '../../domain/summary'
import { instant } from '../../domain/units'
import { createEngine } from './engine'

const begin = Date.UTC(2026, 0, 1)
const longest = 86_400_000 * 30

/** Resolved after lengths that are spread evenly from nothing to thirty days. */
const incidents = (count: number): Incident[] =>
  Array.from({ length: count }, (_, index) => {
    const opened = instant(begin + index)
    const resolved = instant(opened + Math.floor((index / count) * longest))
    return {
      id: `INC-${index}`,
      title: '',
      state: 'closed',
      opened,
      clocks: { detected: opened, resolved },
      workloads: [],
      roles: [],
      factors: [],
      labels: [],
      links: [],
    }
  })

function measured(count: number): Summary {
  const engine = createEngine('own')
  engine.put('incidents', incidents(count))
  const now = instant(begin + 2 * longest)
  return engine.summarise('incidents', { query: {}, zone: 'UTC', by: ['severity'], clock: 'resolve', now })
}

/** How much of an answer travels to the page, in characters. */
const weight = (summary: Summary) => JSON.stringify(summary).length

describe('an answer about very many incidents', () => {
  it('is exact up to a hundred thousand lengths, and in bins from there on', () => {
    expect(measured(100_000).cells[0]?.closed.kind).toBe('exact')
    const [cell] = measured(100_001).cells
    expect(cell?.closed.kind).toBe('binned')
    expect(cell && countOf(cell.closed)).toBe(100_001)
    for (const p of [0.5, 0.9, 0.95]) {
      const near = cell && quantileOf(cell.closed, p)
      expect(Math.abs((near ?? 0) / (p * longest) - 1)).toBeLessThan(relativeError * 1.01)
    }
  })

  it('weighs the same however many there are', () => {
    const [some, more] = [measured(110_000), measured(220_000)]
    expect(weight(more) / weight(some)).toBeLessThan(1.1)
    expect(weight(some)).toBeLessThan(weight(measured(25_000)) / 10)
  })

  it('of a summarising source costs the page the same for 25 thousand and for a thousand million', () => {
    const times = 40_000
    const small = measured(110_000)
    const huge: Summary = {
      cells: small.cells.map((cell) => ({
        ...cell,
        count: cell.count * times,
        ...(cell.closed.kind === 'binned' && {
          closed: { ...cell.closed, bins: cell.closed.bins.map(([bin, count]) => [bin, count * times] as const) },
        }),
      })),
    }
    const bins = ({ cells }: Summary) => cells.map(({ closed }) => (closed.kind === 'binned' ? closed.bins.length : -1))
    const [left, right] = [collapse(small, [], true), collapse(huge, [], true)]
    expect(bins(right)).toEqual(bins(left))
    // The lengths from a millisecond to ten years fall into so many bins at most.
    expect(Math.max(...bins(right))).toBeLessThan(1_325)
    expect(quantileOf(right.cells[0]!.closed, 0.9)).toBe(quantileOf(left.cells[0]!.closed, 0.9))
  })
})
