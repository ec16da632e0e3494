import type { Ownership } from '../../../domain/coverage'
import type { Dimension } from '../../../domain/dimension'
import type { Problem } from '../../../domain/problem'
import { reviewPolicy } from '../../../domain/reviewDue'
import type { Id, Instant } from '../../../domain/units'
import type { AnswerOf, ShareWords } from './shares'

/** A share of incidents: what it is counted by, what an answer is, and how that is said. */
export interface ShareKind {
  readonly by: readonly Dimension[]
  readonly words: ShareWords
  readonly about: { readonly definition: string; readonly formula: string }
  readonly answerOf: AnswerOf
  /** What the others are called, on the way to them: `on time or not due`. */
  readonly rest: string
}

/** Since when each problem is said to be mended: the question `cameBack` needs it. */
export function firstFixes(problems: readonly Problem[]): Readonly<Record<Id, Instant>> {
  const fixes: Record<string, Instant> = {}
  for (const { id, fixes: declared } of problems) {
    const first = declared.map(({ at }) => at).toSorted((left, right) => left - right)[0]
    if (first !== undefined) fixes[id] = first
  }
  return fixes
}

/** Incidents that began after their problem was said to be fixed. */
export const cameBack: ShareKind = {
  by: ['fixed'],
  words: {
    label: 'Came back after a fix',
    of: 'with a problem',
    out: 'without one',
    unrecorded: 'no incident here points to a problem',
    better: 'less',
  },
  about: {
    definition: 'Incidents that began at or after the first moment their problem was declared fixed.',
    formula:
      'Share = began after the fix ÷ all that point to a problem. Those without a problem are left out: nobody knows whether they came back.',
  },
  answerOf: ([fixed]) => (fixed === 'yes' || fixed === 'no' ? fixed : 'out'),
  rest: 'before any fix',
}

/** Incidents that were opened again after they had ended. */
export const reopened: ShareKind = {
  by: ['reopened'],
  words: {
    label: 'Reopened',
    of: 'incidents',
    out: 'not recorded',
    unrecorded: 'no source here records reopening',
    better: 'less',
  },
  about: {
    definition: 'Incidents that were opened again at least once after they had ended.',
    formula: 'Share = reopened once or more ÷ all of which it is recorded.',
  },
  answerOf: ([times = '']) => (times === '' ? 'out' : Number(times) > 0 ? 'yes' : 'no'),
  rest: 'never reopened',
}

const reviewed: ReadonlySet<string> = new Set(reviewPolicy.severities.map(String))

/** Post-incident reviews that were held within the policy. */
export const reviewsOnTime: ShareKind = {
  by: ['severity', 'review'],
  words: {
    label: 'Reviews done on time',
    of: 'due',
    out: 'not due yet, undated or not asked for',
    unrecorded: 'no review was due, or none is recorded',
    better: 'more',
    shows: ([, word]) => word === 'held' || word === 'held-late',
  },
  about: {
    definition: `Incidents of severity ${reviewPolicy.severities.join(' and ')} are to be reviewed within 7 days of their end.`,
    formula: 'Share = held in time ÷ (held in time + held late + overdue now).',
  },
  answerOf: ([severity = '', word]) => {
    if (!reviewed.has(severity)) return 'out'
    return word === 'held' ? 'yes' : word === 'held-late' || word === 'overdue' ? 'no' : 'out'
  },
  rest: 'late or overdue',
}

/** Incidents whose activity has somebody who answers for it. */
export const ownerKnown = ({ byId }: Ownership): ShareKind => ({
  by: ['activity'],
  words: {
    label: 'Owner known at page time',
    of: 'matched, by today’s owners',
    out: 'not matched',
    unrecorded: 'no incident here is matched with an activity',
    better: 'more',
  },
  about: {
    definition:
      'Incidents whose activity has an accountable party, as ownership stands now: no source tells who was accountable at an earlier moment in a form that can be counted.',
    formula:
      'Share = with an accountable party who has not left ÷ all matched with an activity whose owners are recorded.',
  },
  answerOf: ([activity = '']) => {
    const standing = byId.get(activity)
    if (!standing?.records.accountable) return 'out'
    return standing.gaps.some(({ kind }) => kind === 'no-accountable' || kind === 'accountable-left') ? 'no' : 'yes'
  },
  rest: 'without an owner',
})
