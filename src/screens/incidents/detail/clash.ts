import { type FieldWords, theirsText } from '../../../domain/clash'
import type { Command } from '../../../domain/command'
import { stepStateOf } from '../../../domain/duties'
import type { Incident } from '../../../domain/incident'
import type { Names } from '../useNames'
import { roleWords, severityWord, stateWord } from '../words'

type Say = Pick<Names, 'party'>

/** How far the plan is: the steps that were done or skipped. */
const planText = ({ plan }: Incident): string =>
  (plan?.steps ?? [])
    .flatMap((step) => (stepStateOf(step) === 'open' ? [] : [`${step.id} ${stepStateOf(step)}`]))
    .join(', ') || 'nothing done'

/** What others may have changed meanwhile, in words, by field. */
const fieldsOf = (incident: Incident, say: Say): FieldWords =>
  new Map([
    ['State', stateWord(incident.state)],
    ['Severity', severityWord(incident.severity)],
    ['Team', incident.team === undefined ? 'no owner' : say.party(incident.team)],
    ['Assigned', incident.assignee === undefined ? 'nobody' : say.party(incident.assignee)],
    ['Roles', incident.roles.map(({ role, person }) => `${role} ${say.party(person)}`).join(', ') || 'none'],
    ['Problem', incident.problem ?? 'none'],
    ['Plan', planText(incident)],
    ['Review', incident.review?.summary ?? 'none'],
  ])

const quoted = (text: string | undefined): string => (text === undefined || text === '' ? '' : ` “${text}”`)

/** What a command was meant to do: the fields it is about, and the wish in words. */
function wishOf(command: Command, say: Say): { readonly fields: readonly string[]; readonly wish: string } {
  switch (command.kind) {
    case 'set-state':
      return { fields: ['State'], wish: `state ${stateWord(command.to)}${quoted(command.note)}` }
    case 'set-severity':
      return { fields: ['Severity'], wish: `severity ${severityWord(command.to)}${quoted(command.reason)}` }
    case 'assign':
      return {
        fields: [
          ...(command.team === undefined ? [] : ['Team']),
          ...(command.person === undefined ? [] : ['Assigned']),
        ],
        wish: `assigned to ${[command.person, command.team].flatMap((id) => (id === undefined ? [] : say.party(id))).join(', ')}`,
      }
    case 'take-role':
      return { fields: ['Roles'], wish: `${roleWords[command.role]} ${say.party(command.person)}` }
    case 'add-entry':
      return { fields: [], wish: `${command.entry}${quoted(command.text)}` }
    case 'link-problem':
      return { fields: ['Problem'], wish: `problem ${command.problem ?? 'none'}` }
    case 'set-step':
      return { fields: ['Plan'], wish: `step ${command.step} ${command.to}${quoted(command.because)}` }
    case 'link-event':
      return { fields: [], wish: `event ${command.event} in ${command.incident ?? 'no incident'}` }
    case 'correct-entry':
      return { fields: [], wish: `correction${quoted(command.text)}` }
    case 'write-review':
      return { fields: ['Review'], wish: `review${quoted(command.review.summary)}` }
    case 'undo':
    case 'mark-reviewed':
    case 'request-change':
    case 'decide-change':
    case 'give-feedback':
    case 'record-improvement':
    case 'set-improvement':
    case 'record-problem':
    case 'set-problem':
    case 'declare-fix':
    case 'add-action':
    case 'set-action':
      return { fields: [], wish: command.kind.replaceAll('-', ' ') }
  }
}

export interface Clash {
  /** What the person saw, of the fields that differ now and of those that the command is about. */
  readonly base: string
  /** How the record stands now: what differs from what the person saw, and what the command is about. */
  readonly theirs: string
  readonly mine: string
}

/** What stood there before either of the two. */
function baseText(seen: FieldWords, now: FieldWords, about: readonly string[]): string {
  const told = [...seen].filter(([field, value]) => now.get(field) !== value || about.includes(field))
  return told.map(([field, value]) => `${field} ${value}`).join(', ') || 'the same, as far as it is shown here'
}

/** Base, theirs and mine, when a record moved on between `seen` and `now` and a command was refused for it. */
export function clashOf(command: Command, seen: Incident, now: Incident, say: Say): Clash {
  const { fields, wish } = wishOf(command, say)
  const [before, after] = [fieldsOf(seen, say), fieldsOf(now, say)]
  return { base: baseText(before, after, fields), theirs: theirsText(before, after, fields), mine: wish }
}
