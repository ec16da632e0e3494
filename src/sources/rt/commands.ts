import type { Command, CommandEnvelope, CommandKind } from '../../domain/command'
import type { Incident } from '../../domain/incident'
import type { Problem } from '../../domain/problem'
import { whyNotNewProblem, whyNotProblem } from '../../domain/problemRules'
import { whyNot } from '../../domain/transitions'
import type { Id } from '../../domain/units'
import { type Call, type CommandTaker, type Receipt, SourceError } from '../contract'
import { readJson } from '../http'
import { type Backend, fitting } from '../listing/backend'
import { once } from '../listing/once'
import {
  type Change,
  changeOf,
  type IncidentChange,
  Lacking,
  type Of,
  ofIncidents,
  ofProblems,
  problemChangeOf,
  ticketOf,
} from './changes'
import type { Client } from './client'
import { incidentOf, problemOf } from './map'
import type { Rules } from './rules'
import { created, messages } from './wire'

export interface CommandRoom {
  readonly backend: Backend
  readonly client: Client
  readonly rules: Rules
  readonly incidentQueues: readonly string[]
  readonly problemQueues: readonly string[]
}

const isOfIncident = (command: Command): command is IncidentChange => ofIncidents.some((kind) => kind === command.kind)
const sending = (method: string, body: object, headers: Readonly<Record<string, string>> = {}) => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/**
 * Changes tickets. A change is written against the version that was looked at (`If-Match`), and read again: RT says in
 * words that it refused one. It knows no keys, so what was carried out here is remembered.
 */
export function createCommands({ backend, client, rules, incidentQueues, problemQueues }: CommandRoom): CommandTaker {
  const { source } = backend
  const refuse = (message: string) => new SourceError('unsupported', source, message)
  const place = (id: Id) => `/REST/2.0/ticket/${rules.numberOf(id) ?? 0}`

  const readIncident = async (id: Id, call: Call): Promise<Incident> => {
    const ticket = await client.one(incidentQueues, id, call)
    if (!ticket) throw refuse(`There is no incident ${id} here.`)
    return incidentOf(ticket, rules)
  }
  const readProblem = async (id: Id, call: Call): Promise<Problem> => {
    const ticket = await client.one(problemQueues, id, call)
    if (!ticket) throw refuse(`There is no problem ${id} here.`)
    return problemOf(ticket, rules)
  }

  /** Writes a change, unless the ticket moved on since it was read. */
  async function write<R extends Incident | Problem>(
    before: R,
    { set, words, took }: Change<R>,
    read: (id: Id, call: Call) => Promise<R>,
    call: Call,
  ): Promise<void> {
    const at = place(before.id)
    if (Object.keys(set).length > 0) {
      const head = await backend.request(at, call)
      await head.body?.cancel()
      const tag = head.headers.get('etag')
      const modified = head.headers.get('last-modified')
      if (modified !== null && modified !== before.version) throw moved(before)
      const answer = await backend.request(at, call, sending('PUT', set, tag === null ? {} : { 'if-match': tag }))
      const said = fitting(messages, await readJson(answer, source, call), source, backend.url + at)
      if (!took(await read(before.id, call))) {
        const why = said.filter((each) => each != null && each !== '').join('. ')
        throw new SourceError(
          /permission denied/i.test(why) ? 'forbidden' : 'unsupported',
          source,
          `Request Tracker did not change ${before.id} so: ${why || 'it does not say why'}`,
        )
      }
    }
    if (words) {
      const message = { Content: words.text, ContentType: 'text/plain' }
      const answer = await backend.request(`${at}/${words.to}`, call, sending('POST', message))
      await answer.body?.cancel()
    }
  }
  const moved = ({ id, version }: Incident | Problem) =>
    new SourceError('conflict', source, `${id} was changed at ${version ?? 'some time'}: look at it again.`)
  const seen = (record: Incident | Problem, { version }: CommandEnvelope) => {
    if (version !== undefined && version !== record.version) throw moved(record)
  }

  async function onIncident(envelope: CommandEnvelope, command: IncidentChange, call: Call): Promise<Receipt> {
    const incident = await readIncident(command.incident, call)
    seen(incident, envelope)
    const reason = whyNot(incident, command)
    if (reason !== undefined) throw refuse(reason)
    if (command.kind === 'link-problem' && command.problem !== undefined) await readProblem(command.problem, call)
    await write(incident, changeOf(command, incident, rules), readIncident, call)
    return { changed: { incidents: [incident.id] } }
  }

  async function onProblem(envelope: CommandEnvelope, command: Of<'set-problem'>, call: Call): Promise<Receipt> {
    const problem = await readProblem(command.problem, call)
    seen(problem, envelope)
    const reason = whyNotProblem(problem, command)
    if (reason !== undefined) throw refuse(reason)
    await write(problem, problemChangeOf(command, rules), readProblem, call)
    return { changed: { problems: [problem.id] } }
  }

  /** The ticket of the problem first, with its incidents as members: made at once or not at all. */
  async function record(envelope: CommandEnvelope, command: Of<'record-problem'>, call: Call): Promise<Receipt> {
    const ids = [...new Set(command.incidents)]
    const incidents: Incident[] = []
    for (const id of ids) incidents.push(await readIncident(id, call))
    if (incidents[0]) seen(incidents[0], envelope)
    const reason = whyNotNewProblem(command.title, incidents)
    if (reason !== undefined) throw refuse(reason)
    const members = ids.map((id) => Number(rules.numberOf(id)))
    const ticket = { ...ticketOf(command, problemQueues[0] ?? '', rules), Members: members }
    const made = await backend.json('/REST/2.0/ticket', created, call, sending('POST', ticket))
    return { changed: { problems: [rules.idOf(made.id)], incidents: ids } }
  }

  // Without a queue of problems there is none to make an incident a member of.
  const takes: readonly CommandKind[] =
    problemQueues.length > 0 ? [...ofIncidents, ...ofProblems] : ofIncidents.filter((kind) => kind !== 'link-problem')

  async function carryOut(envelope: CommandEnvelope, call: Call): Promise<Receipt> {
    const { command } = envelope
    const taken = takes.some((kind) => kind === command.kind)
    try {
      if (taken && isOfIncident(command)) return await onIncident(envelope, command, call)
      if (taken && command.kind === 'set-problem') return await onProblem(envelope, command, call)
      if (taken && command.kind === 'record-problem') return await record(envelope, command, call)
    } catch (cause) {
      throw cause instanceof Lacking ? refuse(cause.message) : cause
    }
    throw refuse(`Request Tracker does not take ${command.kind} from here.`)
  }

  return { takes, send: once(carryOut) }
}
