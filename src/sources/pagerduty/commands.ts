import * as v from 'valibot'
import type { Command, CommandEnvelope, CommandKind } from '../../domain/command'
import type { Incident } from '../../domain/incident'
import { isTeamId } from '../../domain/ownership'
import { whyNot } from '../../domain/transitions'
import type { Id } from '../../domain/units'
import { type Call, type CommandTaker, type Receipt, SourceError } from '../contract'
import { once } from '../listing/once'
import type { Asking, Backend } from '../listing/backend'
import { severityOf } from './map'
import { priority } from './wire'

const takes = ['set-state', 'set-severity', 'assign', 'add-entry'] as const satisfies readonly CommandKind[]

type Taken = Extract<Command, { readonly kind: (typeof takes)[number] }>
const isTaken = (command: Command): command is Taken => takes.some((kind) => kind === command.kind)

export interface CommandRoom {
  readonly backend: Backend
  readonly readIncident: (id: Id, call: Call) => Promise<Incident | undefined>
}

/** What is to be sent: a change of the incident, or words beside it. A text says why it cannot be. */
interface Sending {
  readonly method: 'PUT' | 'POST'
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

const priorities = v.object({ priorities: v.array(priority) })

/**
 * Changes incidents. PagerDuty has neither keys nor versions to write against: what was carried out here is remembered,
 * and the incident is read and compared right before it is written. The proxy adds the token and the `From` it needs.
 */
export function createCommands({ backend, readIncident }: CommandRoom): CommandTaker {
  const { source } = backend
  const refuse = (message: string) => new SourceError('unsupported', source, message)

  async function sendingOf(command: Taken, place: string, call: Call): Promise<readonly Sending[] | string> {
    const change = (fields: object): Sending => ({
      method: 'PUT',
      path: place,
      body: { incident: { type: 'incident_reference', ...fields } },
    })
    const note = (content: string): Sending => ({ method: 'POST', path: `${place}/notes`, body: { note: { content } } })
    switch (command.kind) {
      case 'set-state': {
        if (command.to !== 'acknowledged' && command.to !== 'resolved')
          return `PagerDuty has no way to make an incident ${command.to}: it can be acknowledged or resolved.`
        return [change({ status: command.to }), ...(command.note ? [note(command.note)] : [])]
      }
      case 'set-severity': {
        const known = await backend.json('/priorities', priorities, call)
        const found = known.priorities.find(({ name, summary }) => severityOf(summary ?? name) === command.to)
        if (!found) return `No priority of this account stands for SEV${command.to}.`
        return [change({ priority: { id: found.id, type: 'priority_reference' } }), note(command.reason)]
      }
      case 'assign': {
        const { team, person } = command
        if (team !== undefined || person === undefined || isTeamId(person))
          return 'PagerDuty assigns incidents to people: a team is reached by its escalation policy.'
        const assignee = { id: person.replace(/^person:/, ''), type: 'user_reference' }
        return [change({ assignments: [{ assignee }] })]
      }
      case 'add-entry':
        return command.entry === 'note'
          ? [note(command.text)]
          : [{ method: 'POST', path: `${place}/status_updates`, body: { message: command.text } }]
    }
  }

  async function carryOut({ command, version }: CommandEnvelope, call: Call): Promise<Receipt> {
    if (!isTaken(command)) throw refuse(`PagerDuty does not take ${command.kind}.`)
    const incident = await readIncident(command.incident, call)
    if (!incident) throw refuse(`There is no incident ${command.incident} here.`)
    if (version !== undefined && version !== incident.version)
      throw new SourceError('conflict', source, `${incident.id} was changed at ${incident.version}: look at it again.`)
    const reason = whyNot(incident, command)
    if (reason !== undefined) throw refuse(reason)
    const sendings = await sendingOf(command, `/incidents/${encodeURIComponent(incident.id)}`, call)
    if (typeof sendings === 'string') throw refuse(sendings)
    for (const { method, path, body } of sendings) {
      const asking: Asking = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      await backend.request(path, call, asking)
    }
    return { changed: { incidents: [incident.id] } }
  }

  return {
    takes,
    send: once(carryOut),
  }
}
