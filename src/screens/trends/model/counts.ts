import type { Summary } from '../../../domain/summary'
import type { Period } from './periods'

/** Counts of one key, period by period. */
export interface Series {
  readonly key: string
  readonly counts: readonly number[]
  readonly total: number
}

/** The counts of a bucketed summary by the dimension at `at`, in the order of the periods. Keys in text order. */
export function seriesOf(summary: Summary, periods: readonly Period[], at = 0): readonly Series[] {
  const places = new Map(periods.flatMap(({ buckets }, index) => buckets.map((bucket) => [bucket, index] as const)))
  const found = new Map<string, number[]>()
  for (const { bucket, key, count } of summary.cells) {
    const place = places.get(bucket)
    if (place === undefined) continue
    const name = key[at] ?? ''
    const counts = found.get(name) ?? Array.from({ length: periods.length }, () => 0)
    counts[place] = (counts[place] ?? 0) + count
    found.set(name, counts)
  }
  return [...found]
    .map(([key, counts]) => ({ key, counts, total: sum(counts) }))
    .toSorted((left, right) => (left.key < right.key ? -1 : 1))
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Period by period, the sum over all series. */
export const totalsOf = (series: readonly Series[], length: number): readonly number[] =>
  Array.from({ length }, (_, index) => sum(series.map(({ counts }) => counts[index] ?? 0)))
