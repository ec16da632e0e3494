import { HttpResponse } from 'msw'
import { isRefusal } from '../../src/domain/apply'
import { type Command, type CommandEnvelope, commandKinds } from '../../src/domain/command'
import { parseInstant } from '../../src/domain/units'
import type { Wire } from '../../src/sources/rest/wire.generated'
import type { Backend } from '../backend'
import { BadRequest } from './params'
import { problem } from './problem'

const statuses = { unknown: 404, unlawful: 409, stale: 412 } as const

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The command in a body. Only what the backend would trip over is checked; a test holds bodies against the document. */
function commandIn(body: unknown): Command {
  const command = isObject(body) ? body['command'] : undefined
  if (!isObject(command) || !commandKinds.some((kind) => kind === command['kind']))
    throw new BadRequest('There is no command in the body.')
  const { at, ...rest } = command
  const moment = typeof at === 'string' ? parseInstant(at) : undefined
  return { ...rest, ...(moment !== undefined && { at: moment }) } as unknown as Command
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
  const changed: Record<string, string[]> = {}
  for (const [facet, records] of Object.entries(outcome) as [string, readonly { readonly id: string }[]][])
    if (records.length > 0) changed[facet] = records.map(({ id }) => id)
  const receipt: Wire['Receipt'] = { changed }
  return HttpResponse.json(receipt)
}
