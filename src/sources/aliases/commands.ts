import type { Command } from '../../domain/command'
import type { Id } from '../../domain/units'
import type { Names } from './names'

/**
 * A command in the names of the source. Of several names that may be meant, the first in the rules is used; one that no
 * rule names goes as it is.
 */
export function commandToTheirs(command: Command, { party, workload }: Names): Command {
  const their = (id: Id): Id => party.theirs(id)[0] ?? id
  const owner = (id: Id | undefined) => (id === undefined ? {} : { owner: their(id) })
  switch (command.kind) {
    case 'assign':
      return {
        ...command,
        ...(command.team !== undefined && { team: their(command.team) }),
        ...(command.person !== undefined && { person: their(command.person) }),
      }
    case 'take-role':
      return { ...command, person: their(command.person) }
    case 'request-change':
      return { ...command, steps: command.steps.map((step) => ({ ...step, party: their(step.party) })) }
    case 'record-improvement':
    case 'set-improvement':
    case 'set-problem':
    case 'add-action':
    case 'set-action':
      return { ...command, ...owner(command.owner) }
    case 'record-problem':
      return {
        ...command,
        ...owner(command.owner),
        workloads: command.workloads.map((id) => workload.theirs(id)[0] ?? id),
      }
    case 'set-state':
    case 'set-severity':
    case 'add-entry':
    case 'link-problem':
    case 'set-step':
    case 'link-event':
    case 'correct-entry':
    case 'write-review':
    case 'mark-reviewed':
    case 'decide-change':
    case 'give-feedback':
    case 'declare-fix':
    case 'undo':
      return command
  }
}
