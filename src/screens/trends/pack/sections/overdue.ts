import { pathTo } from '../../../../app/paths'
import type { Party } from '../../../../domain/ownership'
import type { Improvement, Problem } from '../../../../domain/problem'
import { dateText } from '../../../../domain/time/format'
import { day24 } from '../../../../domain/units'
import { followThrough, type Orphan } from '../../learning/model/followThrough'
import type { Span } from '../../model/range'
import { count, counted } from '../../model/words'
import { type Section, text } from '../model/section'
import { cut } from './useProblems'

const shown = 25
const orphanWords: Readonly<Record<Orphan, string>> = {
  nobody: 'nobody owns it',
  left: 'its owner has left',
  unknown: 'its owner is not known here',
}

export interface OverdueGiven {
  /** As they stood at the moment of the lock. */
  readonly problems: readonly Problem[]
  readonly improvements: readonly Improvement[]
  readonly parties: readonly Party[]
  readonly span: Span
  /** Sources whose part is missing. */
  readonly missing: readonly string[]
}

/** What was promised and is late, the longest first. */
export function overdueSection({ problems, improvements, parties, span, missing }: OverdueGiven): Section {
  const { commitments, ideas, overdue, orphaned } = followThrough(problems, improvements, parties, span.now)
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  const why = new Map(orphaned.map(([orphan, { key }]) => [key, orphanWords[orphan]]))
  const late = overdue.toSorted((left, right) => (left.due ?? 0) - (right.due ?? 0))
  return {
    key: 'overdue',
    title: 'Overdue actions and improvements',
    state: 'ready',
    told: [
      `${count(late.length)} of ${counted(commitments.length, 'open commitment')} overdue, ${count(orphaned.length)} orphaned; ${counted(ideas.length, 'idea')} apart. The filters do not narrow them.`,
      ...(missing.length > 0 ? [`Not counted: ${missing.join(', ')}.`] : []),
      ...cut(shown, late.length),
    ],
    columns: ['Action or improvement', 'Of', 'Owner', 'Due', 'Late'],
    rows: late.slice(0, shown).map(({ key, title, problem, owner, due }) => ({
      key,
      cells: [
        {
          text: title,
          to: problem === undefined ? pathTo('reviews', { tab: 'improvements' }) : pathTo('problems', { id: problem }),
        },
        text(problem ?? 'improvement'),
        text(
          [owner === undefined ? '' : (names.get(owner) ?? owner), why.get(key) ?? '']
            .filter((each) => each !== '')
            .join(': '),
        ),
        text(due === undefined ? '–' : dateText(due, span.zone)),
        text(due === undefined ? '–' : `${count(Math.floor((span.now - due) / day24))} d`),
      ],
    })),
  }
}
