import { type SummaryView, useSummary } from '../../../../data'
import type { SummaryQuestion } from '../../../../domain/summary'
import type { Measured } from '../../model/figures'
import type { Comparable } from '../../model/headWords'
import { bucketFor } from '../../model/periods'
import type { Scope } from '../../scope'

/** What a section looks at. */
export interface Given {
  readonly scope: Scope
  readonly comparable: Comparable
  /** False while what is to be seen first is not there. */
  readonly enabled: boolean
}

export interface MeasuredView {
  readonly question: SummaryQuestion
  readonly view: SummaryView
  /** `ready` once both stretches answered, or the one before cannot. */
  readonly state: SummaryView['state']
  readonly now: Measured
  /** The stretch compared with; absent where there is none, or nothing answered for it. */
  readonly was: Measured | undefined
}

/** One question about the range and the stretch compared with, period by period. */
export function useMeasured(
  { scope, comparable, enabled }: Given,
  by: SummaryQuestion['by'],
  more?: Partial<SummaryQuestion>,
): MeasuredView {
  const { span, before } = scope
  const bucket = bucketFor(span.step)
  const question = scope.question(by, { bucket, ...more })
  const view = useSummary(question, enabled)
  const comparing = enabled && before !== undefined
  const earlier = useSummary(scope.question(by, { bucket, ...more }, before), comparing)
  const waits = view.outdated || (comparing && (earlier.state === 'loading' || earlier.outdated))
  return {
    question,
    view,
    state: view.state === 'ready' && waits ? 'loading' : view.state,
    now: { summary: view.summary, periods: span.periods, whole: comparable.now },
    was:
      before && earlier.state === 'ready'
        ? { summary: earlier.summary, periods: before.periods, whole: comparable.before }
        : undefined,
  }
}
