import { compareShares } from '../../../domain/statistics/bootstrap'
import type { Improvement, Problem, WorkState } from '../../../domain/problem'
import type { Id, Instant, Open } from '../../../domain/units'
import { shareVerdict } from './compare'
import type { HeadFigure } from './figures'
import { percentText } from './shares'
import { count } from './words'

/** Something that was to be done by a day. */
export interface Work {
  readonly key: string
  readonly title: string
  /** The problem it belongs to; absent for an improvement. */
  readonly problem?: Id
  readonly state: Open<WorkState>
  readonly due?: Instant
  readonly doneAt?: Instant
}

/** The actions of all problems, and the improvements. */
export const workOf = (problems: readonly Problem[], improvements: readonly Improvement[]): readonly Work[] => [
  ...problems.flatMap(({ id: problem, actions }) =>
    actions.map((action) => ({ ...action, key: `${problem} ${action.id}`, problem })),
  ),
  ...improvements.map((improvement) => ({ ...improvement, key: improvement.id })),
]

export interface Judged {
  readonly onTime: readonly Work[]
  readonly late: readonly Work[]
  /** Dropped, or done nobody knows when: neither. */
  readonly out: readonly Work[]
}

/**
 * What was due in [from, to) and before now: done by then, or not. What was done later than `now` is not known yet: the
 * same question gives the same answer next month.
 */
export function judge(
  work: readonly Work[],
  { from, to, now }: { readonly from: Instant; readonly to: Instant; readonly now: Instant },
): Judged {
  const due = work.filter((each) => each.due !== undefined && each.due >= from && each.due < to && each.due < now)
  const isOut = ({ state, doneAt }: Work) => state === 'dropped' || (state === 'done' && doneAt === undefined)
  const onTime = ({ due: by, doneAt }: Work) => by !== undefined && doneAt !== undefined && doneAt <= by
  return {
    onTime: due.filter((each) => !isOut(each) && onTime(each)),
    late: due.filter((each) => !isOut(each) && !onTime(each)),
    out: due.filter(isOut),
  }
}

const label = 'Actions done on time'

/** The share that was done by the day it was due. */
export function actionsFigure(now: Judged, before: Judged | undefined): HeadFigure {
  const share = ({ onTime, late }: Judged) => ({ count: onTime.length, of: onTime.length + late.length })
  const is = share(now)
  const left = now.out.length > 0 ? `left out: ${count(now.out.length)} dropped or undated` : 'none left out'
  if (is.of === 0) return { label, value: 'not available', basis: ['none was due in this range', left] }
  const exact = { value: is.count / is.of, unit: 'share' as const, n: is.of, leftOut: now.out.length }
  const told = { label, value: percentText(is), exact, basis: [`${count(is.count)} of ${count(is.of)} due`, left] }
  return before ? { ...told, verdict: shareVerdict(compareShares(share(before), is), 'more') } : told
}
