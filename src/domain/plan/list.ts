import type { Ownership } from '../coverage'
import { nameOf } from '../matrix'
import { roleNames } from '../ownership'
import { markdownTable, markdownText } from '../tables/markdown'
import type { Table } from '../tables/table'
import { dateTimeText } from '../time/format'
import { formatInstant, type Id, type Instant } from '../units'
import type { MoveResult } from './carryOut'
import { gapChanges } from './loads'
import { type Notice, noticeText } from './notices'
import type { Problem } from './problems'
import type { Outcome } from './rehearse'
import { counted, gapNames, moveText, type Names } from './words'

/** A rehearsal with all that is said of it. */
export interface Rehearsal {
  readonly outcome: Outcome
  readonly problems: readonly Problem[]
  readonly notices: readonly Notice[]
}

/** How the names of an outcome are looked up: after it, so that new teams have theirs. */
export const namesIn = ({ after }: { readonly after: Ownership }): Names => ({
  party: (id) => nameOf(id, after),
  workload: (id) => after.workload(id)?.name ?? id,
  activity: (id) => after.byId.get(id)?.activity.name ?? id,
})

/** A step with what became of it, in one line. */
function stepLine({ move, state, reason, activities, roles }: MoveResult, names: Names): string {
  const effect = `${counted(roles, 'role')} in ${counted(activities, 'activity', 'activities')}`
  const became = state === 'applies' ? effect : state === 'nothing' ? 'changes nothing' : 'left out'
  const why = reason === undefined ? '' : ` (${reason})`
  const single =
    move.kind === 'appoint' && move.gives.length > 1
      ? `: ${move.gives.map(({ role, party, activity }) => `${roleNames[role].toLowerCase()} for ${names.activity(activity)}: ${names.party(party)}`).join('; ')}`
      : ''
  return `${moveText(move, names)}${single}: ${became}${why}`
}

const definitions = [
  'Each row is one role of one party in one activity, taken away or given. All rows of an activity go out as one change request.',
  'A accountable (answers for it, exactly one), R responsible (performs it), V validator (checks it), C consulted, I informed (told).',
  'Only declared roles are moved. Who was merely observed stays what was observed.',
]

const problemLine = (problem: Problem, names: Names): string =>
  `${names.activity(problem.activity)} (${problem.activity}): ${problem.reason}`

/** Every role that is given or taken: whole, in the order of the activities, with scope, time and definitions. */
export function changeTable({ outcome, problems }: Rehearsal, at: Instant, zone: string): Table {
  const { plan, changes, moves, before, after } = outcome
  const names = namesIn(outcome)
  const roles = changes.reduce((sum, { steps }) => sum + steps.length, 0)
  const gaps = gapChanges(outcome).filter((gap) => gap.before !== gap.after)
  return {
    title: plan.name,
    scope: [
      `Rehearsed ${dateTimeText(at, zone)} (${formatInstant(at)}). Nothing of it is true before the requests are approved.`,
      ...(plan.reason.trim() === '' ? [] : [`Reason: ${plan.reason.trim()}`]),
      `${counted(changes.length, 'activity changes', 'activities change')} of ${counted(before.standings.length, 'activity', 'activities')}, ${counted(roles, 'role is', 'roles are')} given or taken.`,
      ...moves.map((move, index) => `Step ${index + 1}: ${stepLine(move, names)}.`),
      ...gaps.map((gap) => `${gapNames[gap.kind]}: ${gap.before} before, ${gap.after} after.`),
      `Unsolved problems: ${problems.length}.`,
    ],
    definitions,
    columns: [
      { key: 'activity', label: 'Activity id' },
      { key: 'name', label: 'Activity' },
      { key: 'workload', label: 'Workload' },
      { key: 'change', label: 'Change' },
      { key: 'role', label: 'Role' },
      { key: 'party', label: 'Party' },
      { key: 'partyId', label: 'Party id' },
    ],
    rows: changes.flatMap(({ id, steps }) => {
      const { activity, workload } = after.byId.get(id) ?? {}
      return steps.map(({ op, role, party }) => [
        id,
        activity?.name ?? id,
        workload?.name ?? activity?.workload ?? '',
        op === 'give' ? 'given' : 'taken',
        role,
        names.party(party),
        party,
      ])
    }),
  }
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n## ${title}\n\n${lines.map((line) => `- ${markdownText(line)}`).join('\n')}\n`

/** The change list to read: the same rows, and below them what is not solved and what is to be seen to besides. */
export function changeDocument(rehearsal: Rehearsal, at: Instant, zone: string): string {
  const { outcome, problems, notices } = rehearsal
  const names = namesIn(outcome)
  const ids = (all: readonly Id[]) => (all.length === 0 ? '' : ` ${all.join(', ')}`)
  return [
    markdownTable(changeTable(rehearsal, at, zone)),
    section(
      'Not solved',
      problems.map((each) => problemLine(each, names)),
    ),
    section(
      'To see to',
      notices.map((each) => `${noticeText(each, outcome)}${ids(each.ids)}`),
    ),
  ].join('')
}
