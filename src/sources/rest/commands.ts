import { type CommandEnvelope, type CommandKind, commandKinds } from '../../domain/command'
import type { PostIncidentReview } from '../../domain/incident'
import { type Facet, facetNames } from '../../domain/query/facets'
import type { Id } from '../../domain/units'
import { formatInstant } from '../../domain/units'
import { type Call, type CommandTaker, type Fault, type Receipt, SourceError } from '../contract'
import { readJson } from '../http'
import { check } from './check'
import { type Client, detailOf } from './client'
import { spelledOut } from './roleWords'
import type { Wire } from './wire.generated'

/** Refusals that the backend explains, and what they mean here. */
const refusals: ReadonlyMap<number, Fault> = new Map([
  [404, 'unsupported'],
  [409, 'conflict'],
  [412, 'conflict'],
  [422, 'unsupported'],
  [501, 'unsupported'],
])

const wireReview = ({ heldAt, ...review }: PostIncidentReview): Wire['Review'] => ({
  summary: review.summary,
  factors: [...review.factors],
  wentWell: [...review.wentWell],
  lessons: [...review.lessons],
  sharedWith: [...review.sharedWith],
  ...(heldAt !== undefined && { heldAt: formatInstant(heldAt) }),
})

/** Moments as texts, roles spelled out; everything else is the same on the wire. */
function wireCommand({ command }: CommandEnvelope): Wire['Command'] {
  switch (command.kind) {
    case 'add-entry': {
      const { at, ...rest } = command
      return { ...rest, ...(at !== undefined && { at: formatInstant(at) }) }
    }
    case 'request-change': {
      const { expires, steps, ...rest } = command
      return {
        ...rest,
        steps: steps.map((step) => ({ ...step, role: spelledOut[step.role] })),
        ...(expires !== undefined && { expires: formatInstant(expires) }),
      }
    }
    case 'record-improvement': {
      const { due, ...rest } = command
      return { ...rest, ...(due !== undefined && { due: formatInstant(due) }) }
    }
    case 'set-improvement': {
      const { due, ...rest } = command
      return { ...rest, ...(due !== undefined && { due: formatInstant(due) }) }
    }
    case 'declare-fix': {
      const { at, ...rest } = command
      return { ...rest, ...(at !== undefined && { at: formatInstant(at) }) }
    }
    case 'add-action':
    case 'set-action': {
      const { due, ...rest } = command
      return { ...rest, ...(due !== undefined && { due: formatInstant(due) }) }
    }
    case 'record-problem':
      return { ...command, workloads: [...command.workloads], incidents: [...command.incidents] }
    case 'write-review':
      return { ...command, review: wireReview(command.review) }
    case 'set-state':
    case 'set-severity':
    case 'assign':
    case 'take-role':
    case 'link-problem':
    case 'set-step':
    case 'link-event':
    case 'correct-entry':
    case 'undo':
    case 'mark-reviewed':
    case 'decide-change':
    case 'give-feedback':
    case 'set-problem':
      return command
  }
}

const isFacet = (name: string): name is Facet => facetNames.some((each) => each === name)

function receiptOf(wire: Wire['Receipt']): Receipt {
  const changed: { [F in Facet]?: readonly Id[] } = {}
  for (const [facet, ids] of Object.entries(wire.changed)) if (isFacet(facet)) changed[facet] = ids
  return { changed }
}

/** Takes the commands that the backend offers and this version knows; none: the source is read-only. */
export function createCommands(client: Client, offered: readonly string[]): CommandTaker | undefined {
  const takes: readonly CommandKind[] = commandKinds.filter((kind) => offered.includes(kind))
  if (takes.length === 0) return undefined
  const { source } = client.address

  async function send(envelope: CommandEnvelope, call: Call): Promise<Receipt> {
    const { key, actor, at, version, command } = envelope
    if (!takes.includes(command.kind))
      throw new SourceError('unsupported', source, `This backend does not take ${command.kind}.`)
    const body: Wire['CommandRequest'] = { actor, at: formatInstant(at), command: wireCommand(envelope) }
    const response = await client.request('/v1/commands', call, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: JSON.stringify(body),
      accept: [...refusals.keys()],
    })
    const fault = refusals.get(response.status)
    if (fault) throw new SourceError(fault, source, await detailOf(response, source, call))
    const verdict = check('Receipt', await readJson(response, source, call))
    if (verdict.fits) return receiptOf(verdict.value)
    throw new SourceError('bad-response', source, `The receipt cannot be read: ${verdict.reason}`)
  }

  return { takes, send }
}
