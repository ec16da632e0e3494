import { type SummaryView, useSummary } from '../../data'
import { instant } from '../../domain/units'
import type { BucketSize, SummaryQuestion } from '../../domain/summary'
import { sum } from './model/counts'
import { type MostOpen, mostOpenIn, narrow } from './model/mostOpen'
import type { Scope } from './scope'

/** No record ends after this, so that what has not ended before it has no end. */
const afterAll = instant(Date.UTC(2200, 0, 1))

/** The most that were open at once in the range, whenever they began. */
export interface MostOpenView {
  readonly state: SummaryView['state']
  readonly missing: SummaryView['missing']
  readonly outdated: boolean
  readonly asOf: SummaryView['asOf']
  /** Undefined where none was open. */
  readonly most: MostOpen | undefined
  /** There may have been up to so many at another moment; `most.count` where that is sure to be the most. */
  readonly upTo: number
  /** How many burned at some moment of the range, and how many more have ended without anybody writing down when. */
  readonly n: number
  readonly leftOut: number
  readonly to: string | undefined
}

/**
 * Counted by day first, then moment by moment in the days that may hold the most: what is open at once cannot be added up
 * from parts, but what opened and what stopped can.
 */
export function useMostOpen({ question, recordsAt, span }: Scope, enabled: boolean): MostOpenView {
  const { openedFrom: _from, openedTo: _to, ...filters } = question([]).query
  const asking = (query: SummaryQuestion['query'], bucket?: BucketSize | 'instant'): SummaryQuestion => ({
    ...question([]),
    query: { ...filters, ...query },
    ...(bucket && { bucket }),
  })
  const during = { burningFrom: span.from, burningTo: span.to }
  const opened = useSummary(asking(during, 'day'), enabled)
  const stopped = useSummary({ ...asking(during, 'day'), moment: 'stopped' }, enabled)
  const endless = useSummary(asking({ ...during, burningFrom: afterAll, states: ['resolved', 'closed'] }), enabled)
  const first = [opened, stopped, endless]
  const counted = first.every(({ state, outdated }) => state === 'ready' && !outdated)
  const { stretch, outside } = counted
    ? narrow({ opened: opened.summary, stopped: stopped.summary }, span.from, span.to, span.zone)
    : { stretch: undefined, outside: 0 }
  const close = stretch ? { burningFrom: stretch.from, burningTo: stretch.to } : during
  const openedAt = useSummary(asking(close, 'instant'), stretch !== undefined)
  const stoppedAt = useSummary({ ...asking(close, 'instant'), moment: 'stopped' }, stretch !== undefined)
  const views = stretch ? [...first, openedAt, stoppedAt] : first
  const most = stretch && mostOpenIn({ opened: openedAt.summary, stopped: stoppedAt.summary }, stretch.from, stretch.to)
  const total = (view: SummaryView) => sum(view.summary.cells.map(({ count }) => count))
  return {
    state:
      (['failed', 'absent', 'loading'] as const).find((each) => views.some(({ state }) => state === each)) ?? 'ready',
    missing: views.find(({ missing }) => missing.length > 0)?.missing ?? [],
    outdated: views.some((view) => view.outdated),
    asOf: opened.asOf,
    most,
    upTo: Math.max(most?.count ?? 0, outside),
    n: total(opened) - total(endless),
    leftOut: total(endless),
    to: most && recordsAt(asking({ openAt: most.at })),
  }
}
