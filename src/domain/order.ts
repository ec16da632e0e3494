import type { Standing } from './coverage'
import { gapKinds, reviewDue } from './gaps'
import { byShownName } from './matrix'
import { automationLevels } from './ownership'

/**
 * Ways to order activities. `tier`: by workload, the most critical first. `name`: by workload, then activity. `due`:
 * the review due first, those without one last. `gap`: the worst gap first, then how many. `automation`: what runs least
 * by itself first.
 */
export const orders = ['tier', 'name', 'due', 'gap', 'automation'] as const
export type Order = (typeof orders)[number]

const last = Number.MAX_SAFE_INTEGER

const dueOf = ({ activity, gaps }: Standing): number =>
  reviewDue(activity) ?? (gaps.some(({ kind }) => kind === 'review-overdue') ? 0 : last)

const severityOf = ({ gaps: [worst] }: Standing): number => (worst === undefined ? last : gapKinds.indexOf(worst.kind))

function levelOf({ activity: { automation } }: Standing): number {
  const at = automationLevels.findIndex((level) => level === automation?.level)
  return at < 0 ? last : at
}

type Compare = (left: Standing, right: Standing) => number

const workloadName = ({ workload, activity }: Standing): string => workload?.name ?? activity.workload

const compares: Readonly<Record<Exclude<Order, 'tier'>, Compare>> = {
  name: (left, right) =>
    byShownName(workloadName(left), workloadName(right)) || byShownName(left.activity.name, right.activity.name),
  due: (left, right) => dueOf(left) - dueOf(right),
  gap: (left, right) => severityOf(left) - severityOf(right) || right.gaps.length - left.gaps.length,
  automation: (left, right) => levelOf(left) - levelOf(right),
}

/** In the order wanted; ties stay as they were given. `given` stands in the order of `byWorkload`, which is `tier`. */
export const inOrderOf = (given: readonly Standing[], order: Order): readonly Standing[] =>
  order === 'tier' ? given : given.toSorted(compares[order])
