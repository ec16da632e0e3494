import { type SummaryView, useSummary } from '../../data'
import type { Dimension, SummaryQuestion } from '../../domain/summary'
import { type Filters, queryFor } from './address'
import { bucketFor } from './model/periods'
import type { Span } from './model/range'

/** Every figure of the screen comes out of these few answers; no incident is looped over here. */
export interface Figures {
  /** By severity and period, measuring the time to resolve. */
  readonly resolve: SummaryView
  /** All together, measuring the time to acknowledge. */
  readonly acknowledge: SummaryView
  /** By problem and period. */
  readonly problems: SummaryView
  readonly hours: SummaryView
  /** Those that still burn, measuring how long they have. */
  readonly open: SummaryView
  /** The periods right before, by period, measuring the same two clocks; not asked where nothing was recorded. */
  readonly resolveBefore: SummaryView
  readonly acknowledgeBefore: SummaryView
}

/** Asks for the figures of a span. What is seen first is asked first; the rest follows once it is there. */
export function useFigures(span: Span, before: Span | undefined, filters: Filters): Figures {
  const ask = (by: readonly Dimension[], more: Partial<SummaryQuestion>, stretch: Span = span): SummaryQuestion => ({
    query: queryFor(filters, stretch),
    zone: span.zone,
    now: span.now,
    by,
    ...more,
  })
  const bucket = bucketFor(span.step)
  const resolve = useSummary(ask(['severity'], { bucket, clock: 'resolve' }))
  const next = resolve.state === 'ready'
  const acknowledge = useSummary(ask([], { bucket, clock: 'acknowledge' }), next)
  const problems = useSummary(ask(['problem'], { bucket }), next)
  const hours = useSummary(ask(['hourOfWeek'], {}), next)
  const burning = ask([], { clock: 'resolve' })
  const open = useSummary({ ...burning, query: { ...burning.query, openAt: span.now } }, next)
  const earlier = next && before !== undefined
  const resolveBefore = useSummary(ask(['severity'], { bucket, clock: 'resolve' }, before ?? span), earlier)
  const acknowledgeBefore = useSummary(ask([], { bucket, clock: 'acknowledge' }, before ?? span), earlier)
  return { resolve, acknowledge, problems, hours, open, resolveBefore, acknowledgeBefore }
}
