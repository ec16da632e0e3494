import type { Command } from '../../../domain/command'
import type { Id } from '../../../domain/units'

/** What waits to be sent, as briefly as it can be said. */
export function unsentText(command: Command): string {
  switch (command.kind) {
    case 'set-state':
      return `make it ${command.to}`
    case 'set-severity':
      return `severity SEV${command.to}`
    case 'assign':
      return 'assign it'
    case 'take-role':
      return `name a ${command.role}`
    case 'add-entry':
      return `${command.entry} “${command.text}”`
    case 'link-problem':
      return command.problem === undefined ? 'unlink the problem' : `link ${command.problem}`
    case 'set-step':
      return `step ${command.to === 'open' ? 'to do again' : command.to}`
    case 'link-event':
      return command.incident === undefined ? 'unlink an event' : 'link an event'
    case 'correct-entry':
      return `correction “${command.text}”`
    case 'write-review':
      return 'post-incident review'
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
      return command.kind.replaceAll('-', ' ')
  }
}

/** The incident it is about; an event that is to belong to none has none. */
export const incidentOf = (command: Command): Id | undefined => ('incident' in command ? command.incident : undefined)
