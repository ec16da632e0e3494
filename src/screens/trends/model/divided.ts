import { groupLooks, type PeriodBar } from '../../../charts'
import { mostGroups } from '../../../charts/groups'
import type { Summary } from '../../../domain/summary'
import { type Series, seriesOf, sum } from './counts'
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

function partsOf(series: readonly Series[], length: number, { by, nameOf }: Dividing): readonly Part[] {
  const ranked = series.toSorted((left, right) => right.total - left.total)
  const label = (key: string) => (key === '' ? `No ${by} recorded` : nameOf(key))
  const kept = ranked.length <= mostGroups + 1 ? ranked : ranked.slice(0, mostGroups)
  const others = ranked.slice(kept.length)
  const named = kept.map((each) => ({ ...each, label: label(each.key), keys: [each.key] }))
  if (others.length === 0) return named
  const counts = Array.from({ length }, (_, index) => sum(others.map((each) => each.counts[index] ?? 0)))
  return [
    ...named,
    {
      key: 'others',
      label: `${count(others.length)} others`,
      keys: others.map(({ key }) => key),
      counts,
      total: sum(counts),
    },
  ]
}

/**
 * The same bars divided anew, the most frequent lowest, all but the first few together as others. Totals, level, limits and signals
 * stay those of the undivided count: an incident that has several keys stands in each of their parts.
 */
export function dividedView(weekly: WeeklyView, periods: readonly Period[], dividing: Dividing): DividedView {
  const { by, to } = dividing
  const parts = partsOf(seriesOf(dividing.summary, periods), periods.length, dividing)
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
