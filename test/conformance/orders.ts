import { applyCommand, type Change, type Held, isRefusal, type Refusal } from '../../src/domain/apply'
import type { Command, CommandEnvelope, CommandKind } from '../../src/domain/command'
import { type Incident, incidentStates, severities } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'

/** After everything in the worlds under test. */
const at = instant(Date.UTC(2027, 0, 1))

/** An envelope with a key of its own for each name. */
export const envelopeOf = (command: Command, key: string, version?: string): CommandEnvelope => ({
  key,
  actor: 'person:kit',
  at,
  command,
  ...(version !== undefined && { version }),
})

export const anyEnvelope = envelopeOf({ kind: 'add-entry', incident: 'nobody', entry: 'note', text: 'x' }, 'kit-any')

/** What a command may look at, for the reference. */
export const heldBy = ({ incidents, activities, timeline }: Holdings): Held => ({
  incident: (id) => incidents.find((each) => each.id === id),
  activity: (id) => activities.find((each) => each.id === id),
  nextSequence: (id) => Math.max(0, ...timeline.flatMap((each) => (each.incident === id ? [each.sequence] : []))) + 1,
})

export const reference = (world: Holdings, envelope: CommandEnvelope): Change | Refusal =>
  applyCommand(envelope, heldBy(world))

/** Commands of one kind on an incident, lawful and unlawful ones. */
function attempts(kind: CommandKind, incident: Incident, world: Holdings): readonly Command[] {
  const id = incident.id
  const person = world.parties.find((party) => party.type === 'person')?.id ?? 'person:x'
  const team = world.parties.find((party) => party.type === 'team' && party.id !== incident.team)?.id ?? 'team:x'
  const problem = world.problems.find((each) => each.id !== incident.problem)?.id ?? 'problem'
  switch (kind) {
    case 'set-state':
      return incidentStates.map((to) => ({ kind, incident: id, to }))
    case 'set-severity':
      return severities.map((to) => ({ kind, incident: id, to, reason: 'seen worse' }))
    case 'assign':
      return [
        { kind, incident: id, team },
        { kind, incident: id, person },
        { kind, incident: id },
      ]
    case 'take-role':
      return [
        { kind, incident: id, role: 'commander', person },
        { kind, incident: id, role: 'responder', person },
      ]
    case 'add-entry':
      return [
        { kind, incident: id, entry: 'note', text: 'It began before the deploy.' },
        { kind, incident: id, entry: 'update', text: 'Half of the traffic is well.' },
        { kind, incident: id, entry: 'note', text: ' ' },
      ]
    case 'link-problem':
      return [
        { kind, incident: id, problem },
        { kind, incident: id, ...(incident.problem !== undefined && { problem: incident.problem }) },
      ]
    case 'mark-reviewed':
      return world.activities.slice(0, 3).map((activity) => ({ kind, activity: activity.id }))
  }
}

const all = (kind: CommandKind, world: Holdings): readonly CommandEnvelope[] =>
  world.incidents
    .flatMap((incident) => attempts(kind, incident, world))
    .map((command) => envelopeOf(command, `kit-${kind}`))

/** Up to three commands of a kind that the domain carries out, on different records. */
export function lawful(kind: CommandKind, world: Holdings): readonly CommandEnvelope[] {
  const carried = all(kind, world).filter((envelope) => !isRefusal(reference(world, envelope)))
  const byRecord = new Map(carried.map((envelope) => [targetOf(envelope.command).id, envelope]))
  return [...byRecord.values()].slice(-3).map((envelope, index) => ({ ...envelope, key: `${envelope.key}-${index}` }))
}

/** A command of a kind that the domain refuses as unlawful, where there is one. */
export const unlawful = (kind: CommandKind, world: Holdings): CommandEnvelope | undefined =>
  all(kind, world).find((envelope) => {
    const outcome = reference(world, envelope)
    return isRefusal(outcome) && outcome.refused === 'unlawful'
  })

/** The same command on a record that nobody has. */
export function astray({ command, ...envelope }: CommandEnvelope): CommandEnvelope {
  const strayed: Command =
    command.kind === 'mark-reviewed' ? { ...command, activity: 'nobody' } : { ...command, incident: 'nobody' }
  return { ...envelope, key: `${envelope.key}-astray`, command: strayed }
}

/** The record that a command changes. */
export const targetOf = (command: Command): { readonly facet: 'incidents' | 'activities'; readonly id: string } =>
  command.kind === 'mark-reviewed'
    ? { facet: 'activities', id: command.activity }
    : { facet: 'incidents', id: command.incident }
