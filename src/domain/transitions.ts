import type { Command } from './command'
import type { OpsEvent } from './event'
import { endOf, type Incident, type IncidentState } from './incident'
import { stepStateOf } from './duties'
import type { EntryKind, TimelineEntry } from './timeline'
import { type Open, unknownText } from './units'

/** From each state, the states that may follow. `resolved` and `closed` may reopen into `mitigating`. */
const mayFollow: Readonly<Record<IncidentState, readonly IncidentState[]>> = {
  triggered: ['acknowledged', 'mitigating', 'resolved', 'closed'],
  acknowledged: ['mitigating', 'resolved', 'closed'],
  mitigating: ['resolved', 'closed'],
  resolved: ['closed', 'mitigating'],
  closed: ['mitigating'],
}

const nowWords: Readonly<Record<IncidentState, string>> = {
  triggered: 'not acknowledged yet',
  acknowledged: 'acknowledged already',
  mitigating: 'being mitigated already',
  resolved: 'resolved already',
  closed: 'closed already',
}

type Of<K extends Command['kind']> = Extract<Command, { readonly kind: K }>

const isKnown = (state: Open<IncidentState>): state is IncidentState => state in mayFollow

/** Why the incident cannot go to that state, or undefined when it can. */
export function whyNotState(incident: Incident, to: IncidentState): string | undefined {
  if (!isKnown(incident.state)) return undefined
  return mayFollow[incident.state].includes(to) ? undefined : `It is ${nowWords[incident.state]}.`
}

const ended = (incident: Incident): boolean => incident.state === 'closed'

/** What else a command is about, where it is known: the entry to correct, the event to link. */
export interface About {
  readonly entry?: TimelineEntry
  readonly event?: OpsEvent
}

const stepWords = { done: 'done', skipped: 'skipped', open: 'to do' } as const

function whyNotStep(incident: Incident, { step: id, to, because }: Of<'set-step'>): string | undefined {
  if (ended(incident)) return 'It is closed: reopen it to go on with the plan.'
  const step = incident.plan?.steps.find((each) => each.id === id)
  if (!step) return 'Its plan has no such step.'
  if (stepStateOf(step) === to) return `It is ${stepWords[to]} already.`
  return to === 'skipped' && !because?.trim() ? 'Say why it is skipped.' : undefined
}

/** Entries whose text is what somebody said. In others it names a step, a role, an event. */
const saying: ReadonlySet<string> = new Set<EntryKind>(['note', 'update', 'state', 'severity', 'resume'])

function whyNotCorrect(incident: Incident, text: string, entry: TimelineEntry | undefined): string | undefined {
  if (text.trim() === '') return 'There is no text.'
  if (!entry) return undefined
  if (entry.incident !== incident.id) return `It stands in the timeline of ${entry.incident}.`
  if (!saying.has(entry.kind) && unknownText(entry.kind) === undefined) return 'It is a fact, not a text.'
  if (entry.text === undefined || entry.text === '') return 'It has no text to correct.'
  return entry.text === text.trim() ? 'It says that already.' : undefined
}

function whyNotReview(incident: Incident, { review }: Of<'write-review'>): string | undefined {
  const over = incident.state === 'resolved' || incident.state === 'closed' || endOf(incident) !== undefined
  if (!over) return 'It is not over yet: resolve it, then review it.'
  return review.summary.trim() === '' ? 'There is no summary.' : undefined
}

/** Why an event cannot be linked so, or undefined when it can. Without an incident it is to belong to none. */
export function whyNotLink(event: OpsEvent, incident: Incident['id'] | undefined): string | undefined {
  if (event.incident !== incident) return undefined
  return incident === undefined ? 'It belongs to no incident.' : `It belongs to ${incident} already.`
}

/** The one table of rules: why a command cannot be carried out on the incident, or undefined when it can. */
export function whyNot(incident: Incident, command: Command, { entry, event }: About = {}): string | undefined {
  switch (command.kind) {
    case 'set-state':
      return whyNotState(incident, command.to)
    case 'set-severity':
      return incident.severity === command.to ? `It is SEV${command.to} already.` : undefined
    case 'assign':
      return command.team === undefined && command.person === undefined
        ? 'Name a team or a person to assign it to.'
        : ended(incident)
          ? 'It is closed: reopen it to assign it.'
          : undefined
    case 'take-role':
      return ended(incident) ? 'It is closed: there is no role to take.' : undefined
    case 'add-entry':
      return command.text.trim() === '' ? 'There is no text.' : undefined
    case 'link-problem':
      return incident.problem === command.problem ? 'It is linked like that already.' : undefined
    case 'set-step':
      return whyNotStep(incident, command)
    case 'link-event':
      return event && whyNotLink(event, command.incident)
    case 'correct-entry':
      return whyNotCorrect(incident, command.text, entry)
    case 'write-review':
      return whyNotReview(incident, command)
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
      return undefined
  }
}
