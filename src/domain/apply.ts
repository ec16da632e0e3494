import { applyToEvent } from './applyEvent'
import { applyToImprovement } from './applyImprovement'
import { applyToIncident } from './applyIncident'
import { applyToOwnership } from './applyOwnership'
import { applyToProblem } from './applyProblem'
import type { CommandEnvelope } from './command'
import type { Change, Held, Refusal } from './outcome'
import { applyUndo } from './undo'

export { type Change, changedIds, type Held, heldIn, isRefusal, type Refusal, writtenFacets } from './outcome'

/**
 * Carries out a command on records: what a mock backend, a local journal and an optimistic screen all do. Pure; the
 * caller keeps keys apart so that an envelope is applied once.
 */
export function applyCommand(envelope: CommandEnvelope, held: Held): Change | Refusal {
  const { command } = envelope
  switch (command.kind) {
    case 'mark-reviewed':
    case 'request-change':
    case 'decide-change':
      return applyToOwnership(envelope, command, held)
    case 'give-feedback':
    case 'record-improvement':
    case 'set-improvement':
      return applyToImprovement(envelope, command, held)
    case 'set-state':
    case 'set-severity':
    case 'assign':
    case 'take-role':
    case 'add-entry':
    case 'link-problem':
    case 'set-step':
    case 'correct-entry':
    case 'write-review':
      return applyToIncident(envelope, command, held)
    case 'link-event':
      return applyToEvent(envelope, command, held)
    case 'record-problem':
    case 'set-problem':
    case 'declare-fix':
    case 'add-action':
    case 'set-action':
      return applyToProblem(envelope, command, held)
    case 'undo':
      return applyUndo(envelope, command, held)
  }
}
