import { applyCommand, type Change, heldIn, isRefusal, type Refusal } from '../../src/domain/apply'
import { type Command, type CommandEnvelope, type CommandKind, targetOf } from '../../src/domain/command'
import { type Facet, facetRules, type Holdings, type Records } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { attempts } from './attempts'

/** After everything in the worlds under test. */
const at = instant(Date.UTC(2027, 0, 1))

/** Nobody that the worlds under test know: a plain name, as a sign-in may tell it. */
export const kitActor = 'Kit'

/** An envelope with a key of its own for each name. */
export const envelopeOf = (command: Command, key: string, version?: string): CommandEnvelope => ({
  key,
  actor: kitActor,
  at,
  command,
  ...(version !== undefined && { version }),
})

export const anyEnvelope = envelopeOf({ kind: 'add-entry', incident: 'nobody', entry: 'note', text: 'x' }, 'kit-any')

/** What a command may look at, for the reference. */
const heldBy = (world: Holdings) => {
  const all = <F extends Facet>(facet: F): readonly Records[F][] => world[facet]
  return heldIn({
    get: (facet, id) => all(facet).find((record) => facetRules[facet].id(record) === id),
    list: (facet, query) => all(facet).filter(facetRules[facet].matcher(query)),
  })
}

export const reference = (world: Holdings, envelope: CommandEnvelope): Change | Refusal =>
  applyCommand(envelope, heldBy(world))

const all = (kind: CommandKind, world: Holdings): readonly CommandEnvelope[] =>
  attempts(kind, world, at).map((command) => envelopeOf(command, `kit-${kind}`))

/** Up to three commands of a kind that the domain carries out, on different records; of those that `wanted` lets through. */
export function lawful(
  kind: CommandKind,
  world: Holdings,
  wanted: (command: Command) => boolean = () => true,
): readonly CommandEnvelope[] {
  const carried = all(kind, world).filter(
    (envelope) => wanted(envelope.command) && !isRefusal(reference(world, envelope)),
  )
  const byRecord = new Map(carried.map((envelope) => [targetOf(envelope.command)?.id ?? '', envelope]))
  return [...byRecord.values()].slice(-3).map((envelope, index) => ({ ...envelope, key: `${envelope.key}-${index}` }))
}

/** A command of a kind that the domain refuses as unlawful, where there is one. */
export const unlawful = (kind: CommandKind, world: Holdings): CommandEnvelope | undefined =>
  all(kind, world).find((envelope) => {
    const outcome = reference(world, envelope)
    return isRefusal(outcome) && outcome.refused === 'unlawful'
  })

function elsewhere(command: Command): Command {
  switch (command.kind) {
    case 'mark-reviewed':
    case 'request-change':
    case 'give-feedback':
    case 'record-improvement':
      return { ...command, activity: 'nobody' }
    case 'decide-change':
      return { ...command, request: 'nobody' }
    case 'set-improvement':
      return { ...command, improvement: 'nobody' }
    case 'record-problem':
      return { ...command, incidents: ['nobody'] }
    case 'set-problem':
    case 'declare-fix':
    case 'add-action':
    case 'set-action':
      return { ...command, problem: 'nobody' }
    case 'link-event':
      return { ...command, event: 'nobody' }
    case 'undo':
      return { ...command, of: 'nobody' }
    case 'set-state':
    case 'set-severity':
    case 'assign':
    case 'take-role':
    case 'add-entry':
    case 'link-problem':
    case 'set-step':
    case 'correct-entry':
    case 'write-review':
      return { ...command, incident: 'nobody' }
  }
}

/** The same command on a record that nobody has. */
export const astray = ({ command, ...envelope }: CommandEnvelope): CommandEnvelope => ({
  ...envelope,
  key: `${envelope.key}-astray`,
  command: elsewhere(command),
})
