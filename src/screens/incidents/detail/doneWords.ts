import type { Command } from '../../../domain/command'
import { roleWords, severityWord } from '../words'

const states: Readonly<Record<string, string>> = {
  triggered: 'Back to unacknowledged',
  acknowledged: 'Acknowledged',
  mitigating: 'Mitigating',
  resolved: 'Resolved',
  closed: 'Closed',
}

const steps = { done: 'Step done', skipped: 'Step skipped', open: 'Step to do again' } as const

/** What was done, as briefly as it can be said. */
export function doneText(command: Command): string {
  switch (command.kind) {
    case 'set-state':
      return states[command.to] ?? command.to
    case 'set-severity':
      return `${severityWord(command.to)} set`
    case 'assign':
      return 'Assigned'
    case 'take-role':
      return `${roleWords[command.role]} named`
    case 'add-entry':
      return command.entry === 'update' ? 'Update posted' : 'Note added'
    case 'link-problem':
      return command.problem === undefined ? 'Problem unlinked' : `${command.problem} linked`
    case 'set-step':
      return steps[command.to]
    case 'link-event':
      return command.incident === undefined ? 'Event unlinked' : 'Event linked'
    case 'correct-entry':
      return 'Entry corrected'
    case 'write-review':
      return 'Review written'
    case 'undo':
      return 'Undone'
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
      return 'Done'
  }
}
