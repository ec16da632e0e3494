import { HttpResponse } from 'msw'
import { changedIds, isRefusal } from '../../src/domain/apply'
import { type Command, type CommandEnvelope, commandKinds } from '../../src/domain/command'
import { roleNames, roles } from '../../src/domain/ownership'
import { parseInstant } from '../../src/domain/units'
import type { Wire } from '../../src/sources/rest/wire.generated'
import type { Backend } from '../backend'
import { BadRequest } from './params'
import { problem } from './problem'

const statuses = { unknown: 404, unlawful: 409, stale: 412 } as const

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isReview = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['summary'] === 'string' &&
  ['factors', 'wentWell', 'lessons', 'sharedWith'].every((field) => Array.isArray(value[field]))

/** The command in a body. Only what the backend would trip over is checked; a test holds bodies against the document. */
function commandIn(body: unknown): Command {
  const command = isObject(body) ? body['command'] : undefined
  if (!isObject(command) || !commandKinds.some((kind) => kind === command['kind']))
    throw new BadRequest('There is no command in the body.')
  if (command['kind'] === 'request-change' && !Array.isArray(command['steps']))
    throw new BadRequest('A request-change names its steps, if only none.')
  if (command['kind'] === 'write-review' && !isReview(command['review']))
    throw new BadRequest('A write-review brings the review.')
  return read(command) as unknown as Command
}

/** Fields of commands that are moments, wherever they stand. */
const moments = new Set(['at', 'expires', 'due', 'heldAt'])
const letters = new Map(roles.map((role) => [roleNames[role].toLowerCase(), role]))

/** A part of a command in the domain's words: moments as numbers, and the roles of ownership as letters. */
function read(told: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const part = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => (isObject(each) ? read(each) : each))
    if (isObject(value)) return read(value)
    if (typeof value !== 'string') return value
    if (moments.has(name)) return parseInstant(value)
    return name === 'role' && 'op' in told ? letters.get(value) : value
  }
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, part(name, value)]))
}

function envelopeOf(request: Request, body: unknown): CommandEnvelope {
  const key = request.headers.get('idempotency-key')
  if (!key) throw new BadRequest('Idempotency-Key is missing.')
  const actor = isObject(body) ? body['actor'] : undefined
  const at = isObject(body) && typeof body['at'] === 'string' ? parseInstant(body['at']) : undefined
  if (typeof actor !== 'string' || at === undefined) throw new BadRequest('actor and at must be given.')
  const version = request.headers.get('if-match')?.replaceAll('"', '')
  return { key, actor, at, command: commandIn(body), ...(version !== undefined && { version }) }
}

/** Carries a command out and tells what it changed, or why not. */
export async function commandResponse(backend: Backend, request: Request): Promise<Response> {
  const envelope = envelopeOf(request, await request.json())
  if (!backend.commands.includes(envelope.command.kind))
    return problem(501, `${envelope.command.kind} is not taken here.`)
  const outcome = backend.send(envelope)
  if (isRefusal(outcome)) return problem(statuses[outcome.refused], outcome.reason)
  const receipt: Wire['Receipt'] = { changed: {} }
  for (const [facet, ids] of Object.entries(changedIds(outcome))) receipt.changed[facet] = [...ids]
  return HttpResponse.json(receipt)
}
