import { useOwnership, useWhole } from '../../../data'
import { reviewPolicy } from '../../../domain/reviewDue'
import type { Instant } from '../../../domain/units'
import type { AnswerOf } from '../model/shares'
import { type ShareCardProps, ShareCard } from './ShareCard'
import styles from './figures.module.css'
import { Waiting } from './Shown'

export type Given = Pick<ShareCardProps, 'scope' | 'comparable'>

const everything = {}

const fixedAnswer: AnswerOf = ([fixed]) => (fixed === 'yes' || fixed === 'no' ? fixed : 'out')

/** Incidents that began after their problem was said to be fixed. */
export function CameBack({ scope, comparable }: Given) {
  const problems = useWhole('problems', everything)
  const words = {
    label: 'Came back after a fix',
    of: 'with a problem',
    out: 'without one',
    unrecorded: 'no incident here points to a problem',
    better: 'less' as const,
  }
  if (problems.state !== 'ready')
    return <Waiting label={words.label} view={{ state: problems.state, missing: missingOf(problems.parts) }} />
  const fixes: Record<string, Instant> = {}
  for (const { id, fixes: declared } of problems.items) {
    const first = declared.map(({ at }) => at).toSorted((left, right) => left - right)[0]
    if (first !== undefined) fixes[id] = first
  }
  return (
    <ShareCard
      scope={scope}
      comparable={comparable}
      by={['fixed']}
      more={{ fixes }}
      words={words}
      about={{
        definition: 'Incidents that began at or after the first moment their problem was declared fixed.',
        formula:
          'Share = began after the fix ÷ all that point to a problem. Those without a problem are left out: nobody knows whether they came back.',
      }}
      answerOf={fixedAnswer}
      rest="before any fix"
    />
  )
}

const missingOf = (parts: readonly { readonly source: string; readonly error?: Error }[]) =>
  parts.flatMap(({ source, error }) => (error ? [{ source, error }] : []))

const reopenedAnswer: AnswerOf = ([times = '']) => (times === '' ? 'out' : Number(times) > 0 ? 'yes' : 'no')

/** Incidents that were opened again after they had ended. */
export const Reopened = (given: Given) => (
  <ShareCard
    {...given}
    by={['reopened']}
    words={{
      label: 'Reopened',
      of: 'incidents',
      out: 'not recorded',
      unrecorded: 'no source here records reopening',
      better: 'less',
    }}
    about={{
      definition: 'Incidents that were opened again at least once after they had ended.',
      formula: 'Share = reopened once or more ÷ all of which it is recorded.',
    }}
    answerOf={reopenedAnswer}
    rest="never reopened"
    className={styles.second}
  />
)

const reviewed: ReadonlySet<string> = new Set(reviewPolicy.severities.map(String))
const reviewAnswer: AnswerOf = ([severity = '', word]) => {
  if (!reviewed.has(severity)) return 'out'
  return word === 'held' ? 'yes' : word === 'held-late' || word === 'overdue' ? 'no' : 'out'
}

/** Post-incident reviews that were held within the policy. */
export const ReviewsOnTime = (given: Given) => (
  <ShareCard
    {...given}
    by={['severity', 'review']}
    words={{
      label: 'Reviews done on time',
      of: 'due',
      out: 'not due yet, undated or not asked for',
      unrecorded: 'no review was due in this range',
      better: 'more',
    }}
    about={{
      definition: `Incidents of severity ${reviewPolicy.severities.join(' and ')} are to be reviewed within 7 days of their end.`,
      formula: 'Share = held in time ÷ (held in time + held late + overdue now).',
    }}
    answerOf={reviewAnswer}
    rest="late or overdue"
    className={styles.second}
  />
)

/** Incidents whose activity has somebody who answers for it. */
export function OwnerKnown({ scope, comparable }: Given) {
  const { ownership, state } = useOwnership()
  const label = 'Owner known at page time'
  if (state !== 'ready') return <Waiting label={label} view={{ state, missing: [] }} />
  const answerOf: AnswerOf = ([activity = '']) => {
    const standing = ownership.byId.get(activity)
    if (!standing?.records.accountable) return 'out'
    return standing.gaps.some(({ kind }) => kind === 'no-accountable' || kind === 'accountable-left') ? 'no' : 'yes'
  }
  return (
    <ShareCard
      scope={scope}
      comparable={comparable}
      by={['activity']}
      words={{
        label,
        of: 'matched, by today’s owners',
        out: 'not matched',
        unrecorded: 'no incident here is matched with an activity',
        better: 'more',
      }}
      about={{
        definition:
          'Incidents whose activity has an accountable party, as ownership stands now: no source tells who was accountable at an earlier moment in a form that can be counted.',
        formula:
          'Share = with an accountable party who has not left ÷ all matched with an activity whose owners are recorded.',
      }}
      answerOf={answerOf}
      rest="without an owner"
    />
  )
}
