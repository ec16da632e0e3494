import { applyCommand, type Held, isRefusal, type Refusal } from '../../domain/apply'
import { type CommandEnvelope, type CommandKind, commandKinds } from '../../domain/command'
import type { Facet } from '../../domain/query/facets'
import { type Fault, type Receipt, SourceError } from '../contract'
import type { Engine } from '../engine/engine'

/** Files do not change: edits are kept beside them and carried out on what was read from them. */
const faults: Readonly<Record<Refusal['refused'], Fault>> = {
  unknown: 'unsupported',
  unlawful: 'unsupported',
  stale: 'conflict',
}

const heldBy = (engine: Engine): Held => ({
  incident: (id) => engine.get('incidents', id),
  activity: (id) => engine.get('activities', id),
  nextSequence: (incident) => {
    const { items } = engine.list('timeline', { incidents: [incident] }, { limit: Number.MAX_SAFE_INTEGER })
    return items.reduce((most, { sequence }) => Math.max(most, sequence + 1), 0)
  },
})

/** The commands that make sense for what the files tell. */
export const commandsFor = (facets: readonly Facet[]): readonly CommandKind[] =>
  commandKinds.filter((kind) => facets.includes(kind === 'mark-reviewed' ? 'activities' : 'incidents'))

/** Carries out edits on the engine, each key once. */
export class Journal {
  private readonly engine: Engine
  private readonly source: string
  private readonly done = new Map<string, Receipt>()

  constructor(engine: Engine, source: string) {
    this.engine = engine
    this.source = source
  }

  /** Throws a SourceError that says why it was refused. */
  apply(envelope: CommandEnvelope): Receipt {
    const known = this.done.get(envelope.key)
    if (known) return known
    const outcome = applyCommand(envelope, heldBy(this.engine))
    if (isRefusal(outcome)) throw new SourceError(faults[outcome.refused], this.source, outcome.reason)
    if (outcome.incidents.length > 0) this.engine.put('incidents', outcome.incidents)
    if (outcome.activities.length > 0) this.engine.put('activities', outcome.activities)
    if (outcome.timeline.length > 0) this.engine.put('timeline', outcome.timeline)
    const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id)
    const receipt: Receipt = {
      changed: {
        ...(outcome.incidents.length > 0 && { incidents: ids(outcome.incidents) }),
        ...(outcome.activities.length > 0 && { activities: ids(outcome.activities) }),
        ...(outcome.timeline.length > 0 && { timeline: ids(outcome.timeline) }),
      },
    }
    this.done.set(envelope.key, receipt)
    return receipt
  }
}
