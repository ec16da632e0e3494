import * as v from 'valibot'
import type { Command, CommandKind } from '../../domain/command'
import type { Incident, IncidentState } from '../../domain/incident'
import { whyNot } from '../../domain/transitions'
import type { Id } from '../../domain/units'
import { type Call, type CommandTaker, SourceError } from '../contract'
import { once } from '../listing/once'
import { states } from './map'

const takes = ['set-state', 'set-severity'] as const satisfies readonly CommandKind[]

/** What stands behind the commands of OpsCenter. */
export interface CommandRoom {
  readonly source: string
  readonly readIncident: (id: Id, call: Call) => Promise<Incident | undefined>
  /** `AmazonSSM.UpdateOpsItem`. */
  readonly update: (change: Readonly<Record<string, unknown>>, call: Call) => Promise<unknown>
}

const words = new Map<IncidentState, string>(Object.entries(states).map(([theirs, ours]) => [ours, theirs]))

/** What UpdateOpsItem is to set; a text says why it cannot. */
function changeOf(command: Command): Readonly<Record<string, unknown>> | string {
  if (command.kind === 'set-severity')
    return command.to > 4 ? 'OpsCenter knows the severities 1 to 4.' : { Severity: String(command.to) }
  if (command.kind !== 'set-state') return `OpsCenter does not take ${command.kind}.`
  const status = words.get(command.to)
  if (status === undefined) return `OpsCenter has no state ${command.to}: an OpsItem is open, in progress or resolved.`
  return command.note === undefined || command.note === ''
    ? { Status: status }
    : 'An OpsItem takes no notes: change the state without one.'
}

/**
 * Changes OpsItems. The API has no keys and no versions to write against: what was carried out here is remembered, and
 * the item is read and compared right before it is written.
 */
export function createCommands({ source, readIncident, update }: CommandRoom): CommandTaker {
  const refuse = (message: string) => new SourceError('unsupported', source, message)
  return {
    takes,
    send: once(async ({ command, version }, call) => {
      if (command.kind !== 'set-state' && command.kind !== 'set-severity')
        throw refuse(`OpsCenter does not take ${command.kind}.`)
      const incident = await readIncident(command.incident, call)
      if (!incident) throw refuse(`There is no OpsItem ${command.incident}.`)
      if (version !== undefined && version !== incident.version)
        throw new SourceError(
          'conflict',
          source,
          `${incident.id} was changed at ${incident.version}: look at it again.`,
        )
      const reason = whyNot(incident, command)
      if (reason !== undefined) throw refuse(reason)
      const change = changeOf(command)
      if (typeof change === 'string') throw refuse(change)
      await update({ OpsItemId: incident.id, ...change }, call)
      return { changed: { incidents: [incident.id] } }
    }),
  }
}

/** UpdateOpsItem answers with an empty object. */
export const updated = v.record(v.string(), v.unknown())
