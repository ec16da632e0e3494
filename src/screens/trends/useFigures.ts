import { type SummaryView, useSummary } from '../../data'
import type { Clock } from '../../domain/incident'
import { bucketFor } from './model/periods'
import type { Scope } from './scope'

/** What the board asks first; no incident is looped over here. The panels ask for the rest themselves. */
export interface Figures {
  /** By severity and period, measuring the time to resolve. */
  readonly resolve: SummaryView
  /** The clock that `timed` measures, by severity and period. */
  readonly clock: Clock
  readonly timed: SummaryView
  /** By problem and period. */
  readonly problems: SummaryView
  readonly hours: SummaryView
  /** Those that still burn, measuring how long they have. */
  readonly open: SummaryView
  /** The stretch compared with, by period; not asked where nothing was recorded then. */
  readonly resolveBefore: SummaryView
  readonly timedBefore: SummaryView
}

/** Asks for the figures of a span. What is seen first is asked first; the rest follows once it is there. */
export function useFigures({ question, span, before }: Scope, clock: Clock): Figures {
  const bucket = bucketFor(span.step)
  const resolve = useSummary(question(['severity'], { bucket, clock: 'resolve' }))
  const next = resolve.state === 'ready'
  // Where it is the same question it is asked once.
  const timed = useSummary(question(['severity'], { bucket, clock }), next)
  const problems = useSummary(question(['problem'], { bucket }), next)
  const hours = useSummary(question(['hourOfWeek']), next)
  const burning = question([], { clock: 'resolve' })
  const open = useSummary({ ...burning, query: { ...burning.query, openAt: span.now } }, next)
  const earlier = next && before !== undefined
  const resolveBefore = useSummary(question(['severity'], { bucket, clock: 'resolve' }, before), earlier)
  const timedBefore = useSummary(question(['severity'], { bucket, clock }, before), earlier)
  return { resolve, clock, timed, problems, hours, open, resolveBefore, timedBefore }
}
