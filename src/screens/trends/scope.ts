import { pathTo } from '../../app/paths'
import { writeWithin } from '../../domain/query/within'
import { behind, type Dimension, type SummaryQuestion } from '../../domain/summary'
import { formatInstant, type Instant } from '../../domain/units'
import { type Filters, queryFor } from './address'
import type { Span } from './model/range'

type Key = Partial<Readonly<Record<Dimension, readonly string[]>>>

/** What all figures of the screen look at: one stretch of time under one set of filters. */
export interface Scope {
  readonly span: Span
  /** The stretch compared with; absent where nothing was recorded then. */
  readonly before: Span | undefined
  readonly filters: Filters
  /** A question about the incidents of the stretch (or of another one) under the filters. */
  readonly question: (by: readonly Dimension[], more?: Partial<SummaryQuestion>, stretch?: Span) => SummaryQuestion
  /** Where exactly the incidents are listed which the question counted under that part of the key, in that bucket. */
  readonly recordsAt: (question: SummaryQuestion, key?: Key, bucket?: Pick<Span, 'from' | 'to'>) => string
}

/** The list of the incidents that a query means. Only what `queryFor` and `behind` set is written. */
function listAt(
  { openedFrom, openedTo, openAt, within, severities, teams, workloads, problems, labels }: SummaryQuestion['query'],
  now: Instant,
) {
  return pathTo('incidents', {
    view: 'table',
    status: openAt === now ? 'open' : 'all',
    ...(openAt !== undefined && openAt !== now && { openAt: formatInstant(openAt) }),
    ...(openedFrom !== undefined && { from: formatInstant(openedFrom) }),
    ...(openedTo !== undefined && { to: formatInstant(openedTo) }),
    ...(severities && { severity: severities }),
    ...(teams && { team: teams }),
    ...(workloads && { workload: workloads }),
    ...(problems && { problem: problems }),
    ...(labels && { label: labels }),
    ...(within && within.length > 0 && { within: writeWithin(within) }),
  })
}

/** The scope of a stretch of time under the filters. */
export const scopeOf = (span: Span, before: Span | undefined, filters: Filters): Scope => ({
  span,
  before,
  filters,
  question: (by, more, stretch = span) => ({
    query: queryFor(filters, stretch),
    zone: stretch.zone,
    now: stretch.now,
    by,
    ...more,
  }),
  recordsAt: (question, key = {}, bucket) => listAt(behind(question, key, bucket), span.now),
})
