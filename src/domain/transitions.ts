import type { Command } from './command'
import type { Incident, IncidentState } from './incident'
import type { Open } from './units'

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

const isKnown = (state: Open<IncidentState>): state is IncidentState => state in mayFollow

/** Why the incident cannot go to that state, or undefined when it can. */
export function whyNotState(incident: Incident, to: IncidentState): string | undefined {
  if (!isKnown(incident.state)) return undefined
  return mayFollow[incident.state].includes(to) ? undefined : `It is ${nowWords[incident.state]}.`
}

const ended = (incident: Incident): boolean => incident.state === 'closed'

/** The one table of rules: why a command cannot be carried out on the incident, or undefined when it can. */
export function whyNot(incident: Incident, command: Command): string | undefined {
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
    case 'mark-reviewed':
    case 'request-change':
    case 'decide-change':
    case 'give-feedback':
    case 'record-improvement':
    case 'set-improvement':
      return undefined
  }
}
