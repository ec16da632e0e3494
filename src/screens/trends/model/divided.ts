import { groupLooks, type PeriodBar } from '../../../charts'
import { mostGroups } from '../../../charts/groups'
import type { Summary } from '../../../domain/summary'
import { type Series, seriesOf, sum, totalsOf } from './counts'
import type { Period } from './periods'
import type { WeeklyView } from './weekly'
import { type PartAt, tableOf } from './weeklyTable'
import { count, counted } from './words'

/** How the bars are divided, other than by severity. */
export interface Dividing {
  /** By one dimension, bucketed like the bars. */
  readonly summary: Summary
  /** What it divides by: `workload`. */
  readonly by: string
  /** The incidents of `otherKeys`, each counted once, bucketed. Absent where no incident has several keys. */
  readonly others?: Summary
  readonly nameOf: (key: string) => string
  /** Where the incidents of some keys are listed, of one period or of all. */
  readonly to: (keys: readonly string[], period?: Period) => string
}

/** A part of each bar, with the keys it adds up. */
interface Part extends Series {
  readonly label: string
  readonly keys: readonly string[]
}

export interface DividedView extends WeeklyView {
  /** Where the incidents of each part are listed, in the order of the series. */
  readonly parts: readonly (string | undefined)[]
  /** What must be known to read the parts: others, overlap. */
  readonly note: string | undefined
}

/** With more keys than this an address grows too long for browsers and servers. */
const mostKeys = 40

const rankedBy = (summary: Summary, periods: readonly Period[]) => {
  const ranked = seriesOf(summary, periods).toSorted((left, right) => right.total - left.total)
  const kept = ranked.length <= mostGroups + 1 ? ranked : ranked.slice(0, mostGroups)
  return { kept, rest: ranked.slice(kept.length) }
}

/** The keys that are drawn together as others. */
export const otherKeys = (summary: Summary, periods: readonly Period[]): readonly string[] =>
  rankedBy(summary, periods).rest.map(({ key }) => key)

function partsOf(periods: readonly Period[], { summary, others, by, nameOf }: Dividing): readonly Part[] {
  const { kept, rest } = rankedBy(summary, periods)
  const label = (key: string) => (key === '' ? `No ${by} recorded` : nameOf(key))
  const named = kept.map((each) => ({ ...each, label: label(each.key), keys: [each.key] }))
  if (rest.length === 0) return named
  const counts = totalsOf(others ? seriesOf(others, periods) : rest, periods.length)
  const keys = rest.map(({ key }) => key)
  return [...named, { key: 'others', label: `${count(rest.length)} others`, keys, counts, total: sum(counts) }]
}

/**
 * The same bars divided anew, the most frequent lowest, all but the first few together as others. Totals, level, limits and signals
 * stay those of the undivided count: an incident that has several keys stands in each of their parts.
 */
export function dividedView(weekly: WeeklyView, periods: readonly Period[], dividing: Dividing): DividedView {
  const { by, to } = dividing
  const parts = partsOf(periods, dividing)
  const keysOf = (part: number) => {
    const keys = parts[part]?.keys
    return keys && keys.length <= mostKeys ? keys : undefined
  }
  const bars = weekly.model.bars.map((bar, index): PeriodBar => ({
    ...bar,
    values: parts.map(({ counts }) => counts[index] ?? 0),
  }))
  const stacks = bars.map(({ values }) => sum(values))
  const model = {
    ...weekly.model,
    bars,
    series: groupLooks(parts),
    top: Math.max(weekly.model.top, ...stacks.map((stack) => stack * 1.06)),
  }
  const partAt: PartAt = (bar, part) => {
    const [keys, period] = [keysOf(part), periods[bar]]
    return keys && period && to(keys, period)
  }
  return {
    ...weekly,
    model,
    table: tableOf(model, partAt),
    parts: parts.map((_part, index) => {
      const keys = keysOf(index)
      return keys && to(keys)
    }),
    note: overlapOf(sum(stacks), weekly.total, by),
  }
}

const overlapOf = (inParts: number, total: number, by: string): string | undefined =>
  inParts > total
    ? `An incident with several ${by}s stands in each of their parts: ${count(inParts)} in the parts, ${counted(total, 'incident')} in all. Level, limits and signals are those of the ${count(total)}.`
    : undefined
