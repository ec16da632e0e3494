import type { Command, CommandEnvelope, CommandKind } from '../../domain/command'
import type { Incident } from '../../domain/incident'
import { isTeamId } from '../../domain/ownership'
import { whyNot } from '../../domain/transitions'
import type { Id } from '../../domain/units'
import { type Call, type CommandTaker, type Receipt, SourceError } from '../contract'
import { once } from '../listing/once'

const takes = [
  'set-state',
  'set-severity',
  'assign',
  'add-entry',
  'link-problem',
] as const satisfies readonly CommandKind[]
type Taken = Extract<Command, { readonly kind: (typeof takes)[number] }>
const isTaken = (command: Command): command is Taken => takes.some((kind) => kind === command.kind)

export interface CommandRoom {
  readonly source: string
  /** An incident with its sys_id. */
  readonly readIncident: (
    id: Id,
    call: Call,
  ) => Promise<{ readonly incident: Incident; readonly sysId: string } | undefined>
  /** The sys_id of a problem. */
  readonly problemKey: (id: Id, call: Call) => Promise<string | undefined>
  readonly patch: (sysId: string, change: Readonly<Record<string, string>>, call: Call) => Promise<unknown>
}

const codes: Readonly<Record<string, string>> = { triggered: '1', acknowledged: '2', resolved: '6', closed: '7' }

/** Impact and urgency that make each priority by the rule every instance begins with. */
const weights: Readonly<Record<number, readonly [impact: string, urgency: string]>> = {
  1: ['1', '1'],
  2: ['1', '2'],
  3: ['2', '2'],
  4: ['2', '3'],
  5: ['3', '3'],
}

/**
 * Changes incidents. The API takes no key and no version to write against: what was carried out here is remembered, and
 * the record is read and compared (`sys_mod_count`) right before it is written.
 */
export function createCommands({ source, readIncident, problemKey, patch }: CommandRoom): CommandTaker {
  const refuse = (message: string) => new SourceError('unsupported', source, message)

  async function changeOf(command: Taken, call: Call): Promise<Readonly<Record<string, string>> | string> {
    switch (command.kind) {
      case 'set-state': {
        const state = codes[command.to]
        const note = command.note?.trim() ?? ''
        if (state === undefined) return `The incident table has no state ${command.to}.`
        // The product wants a resolution with its notes.
        if (command.to === 'resolved')
          return { state, close_code: 'Solved (Permanently)', close_notes: note || 'Resolved' }
        return { state, ...(note !== '' && { work_notes: note }) }
      }
      case 'set-severity': {
        const [impact, urgency] = weights[command.to] ?? ['3', '3']
        return { impact, urgency, work_notes: command.reason }
      }
      case 'assign':
        return {
          ...(command.team !== undefined && {
            assignment_group: isTeamId(command.team) ? command.team.slice(5) : command.team,
          }),
          ...(command.person !== undefined && { assigned_to: command.person.replace(/^person:/, '') }),
        }
      case 'add-entry':
        return command.entry === 'update' ? { comments: command.text } : { work_notes: command.text }
      case 'link-problem': {
        if (command.problem === undefined) return { problem_id: '' }
        const key = await problemKey(command.problem, call)
        return key === undefined ? `There is no problem ${command.problem} here.` : { problem_id: key }
      }
    }
  }

  async function carryOut({ command, version }: CommandEnvelope, call: Call): Promise<Receipt> {
    if (!isTaken(command)) throw refuse(`ServiceNow does not take ${command.kind} from here.`)
    const found = await readIncident(command.incident, call)
    if (!found) throw refuse(`There is no incident ${command.incident} here.`)
    const { incident, sysId } = found
    if (version !== undefined && version !== incident.version)
      throw new SourceError('conflict', source, `${incident.id} is at update ${incident.version}: look at it again.`)
    const reason = whyNot(incident, command)
    if (reason !== undefined) throw refuse(reason)
    const change = await changeOf(command, call)
    if (typeof change === 'string') throw refuse(change)
    await patch(sysId, change, call)
    return { changed: { incidents: [incident.id] } }
  }

  return {
    takes,
    send: once(carryOut),
  }
}
