import { severityLooks, type SeverityLook } from '../../../../charts/severity'
import { collapse } from '../../../../domain/summarise'
import type { Summary } from '../../../../domain/summary'
import { seriesOf, sum } from '../../model/counts'
import type { Period } from '../../model/periods'

/** A contributing factor: in how many incidents, how severe they were, and when they began. */
export interface Factor {
  readonly factor: string
  readonly count: number
  /** Worst first; only those that occur. */
  readonly severities: readonly (SeverityLook & { readonly count: number })[]
  /** Period by period. */
  readonly counts: readonly number[]
}

/** From a summary by factor and severity: those named, the most frequent first, and how many incidents name none. */
export function factorsOf(summary: Summary, periods: readonly Period[]) {
  const over = new Map(seriesOf(summary, periods).map(({ key, counts }) => [key, counts]))
  const byBoth = Map.groupBy(collapse(summary, [0, 1], true).cells, ({ key: [factor = ''] }) => factor)
  const factors = [...byBoth].map(([factor, cells]): Factor => {
    const looks = severityLooks(cells.map(({ key: [, severity = ''] }) => severity))
    const countOf = (severity: string) =>
      sum(cells.filter(({ key }) => (key[1] ?? '') === severity).map(({ count }) => count))
    return {
      factor,
      count: sum(cells.map(({ count }) => count)),
      severities: looks.map((look) => ({ ...look, count: countOf(look.key) })),
      counts: over.get(factor) ?? [],
    }
  })
  return {
    named: factors.filter(({ factor }) => factor !== '').toSorted((left, right) => right.count - left.count),
    silent: factors.find(({ factor }) => factor === '')?.count ?? 0,
  }
}
