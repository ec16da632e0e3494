import type { Happening } from '../../../charts'
import type { ChangeRequest } from '../../../domain/change'
import type { Problem } from '../../../domain/problem'
import type { Summary } from '../../../domain/summary'
import type { Instant } from '../../../domain/units'
import { seriesOf, totalsOf } from './counts'
import type { Period } from './periods'
import { counted, listed } from './words'

/** What was done that may explain a change in the counts. */
export interface Done {
  readonly problems: readonly Pick<Problem, 'id' | 'fixes'>[]
  /** Deploys and promotions, bucketed. */
  readonly releases: Summary
  /** Approved transfers of ownership. */
  readonly transfers: readonly Pick<ChangeRequest, 'decidedAt' | 'plan' | 'activity'>[]
}

/** Names up to three; beyond, how many more. */
const few = (names: readonly string[]): string =>
  names.length <= 3 ? listed(names) : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`

function placed<T>(
  periods: readonly Period[],
  all: readonly T[],
  at: (each: T) => Instant | undefined,
): readonly { readonly index: number; readonly those: readonly T[] }[] {
  return periods.flatMap(({ start, end }, index) => {
    const those = all.filter((each) => {
      const moment = at(each)
      return moment !== undefined && moment >= start && moment < end
    })
    return those.length === 0 ? [] : [{ index, those }]
  })
}

function transferText(those: Done['transfers']): string {
  const plans = [...new Set(those.flatMap(({ plan }) => (plan === undefined ? [] : [plan])))]
  const moved = `ownership of ${counted(new Set(those.map(({ activity }) => activity)).size, 'activity', 'activities')} transferred`
  return plans.length === 0 ? moved : `${moved} (${few(plans)})`
}

/** What was done in each period, one entry a kind: several of a kind are told together. */
export function happenedIn(periods: readonly Period[], { problems, releases, transfers }: Done): readonly Happening[] {
  const fixes = problems.flatMap(({ id, fixes: each }) => each.map((fix) => ({ ...fix, id })))
  const counts = totalsOf(seriesOf(releases, periods), periods.length)
  return [
    ...placed(periods, fixes, ({ at }) => at).map(({ index, those }) => ({
      index,
      kind: 'fix' as const,
      count: those.length,
      text: `${counted(those.length, 'fix', 'fixes')} declared: ${few([...new Set(those.map(({ id }) => id))])}`,
    })),
    ...counts.flatMap((n, index) =>
      n === 0 ? [] : [{ index, kind: 'release' as const, count: n, text: counted(n, 'release') }],
    ),
    ...placed(periods, transfers, ({ decidedAt }) => decidedAt).map(({ index, those }) => ({
      index,
      kind: 'transfer' as const,
      count: those.length,
      text: transferText(those),
    })),
  ]
}
