import type { Improvement } from './problem'
import { inOrder, byText } from './query/rules'
import type { Instant } from './units'

/** How an improvement stands: what nobody has taken on comes first. */
export const improvementGroups = ['feedback', 'overdue', 'open', 'done', 'dropped'] as const
export type ImprovementGroup = (typeof improvementGroups)[number]

/**
 * `feedback`: somebody said so, and nobody has taken it on. `overdue`: taken on, or found otherwise, and due before now.
 * A state that nobody here knows counts as open: it may need somebody.
 */
export function improvementGroup({ state, from, owner, due }: Improvement, now: Instant): ImprovementGroup {
  if (state === 'done' || state === 'dropped') return state
  if (from === 'feedback' && owner === undefined) return 'feedback'
  return due !== undefined && due < now ? 'overdue' : 'open'
}

const finished = (group: ImprovementGroup) => group === 'done' || group === 'dropped'

/** Group by group. What is to do: the first due first; what is over: the newest first. */
export const improvementsInOrder = (
  improvements: readonly Improvement[],
  now: Instant,
): readonly { readonly improvement: Improvement; readonly group: ImprovementGroup }[] =>
  improvements
    .map((improvement) => ({ improvement, group: improvementGroup(improvement, now) }))
    .toSorted(
      inOrder(
        (left, right) => improvementGroups.indexOf(left.group) - improvementGroups.indexOf(right.group),
        (left, right) =>
          finished(left.group)
            ? (right.improvement.doneAt ?? 0) - (left.improvement.doneAt ?? 0)
            : (left.improvement.due ?? Infinity) - (right.improvement.due ?? Infinity) || 0,
        (left, right) => byText(left.improvement.id, right.improvement.id),
      ),
    )
