import { applyCommand, changedIds, heldIn, isRefusal, type Refusal, writtenFacets } from '../../domain/apply'
import { type CommandEnvelope, type CommandKind, commandKinds } from '../../domain/command'
import { type Facet, facetNames, type Queries } from '../../domain/query/facets'
import type { Carried, Holder } from '../../domain/outcome'
import { remember } from '../../domain/undo'
import type { Id } from '../../domain/units'
import { type Fault, type Receipt, SourceError } from '../contract'
import type { Engine } from '../engine/engine'

/** Files do not change: edits are kept beside them and carried out on what was read from them. */
const faults: Readonly<Record<Refusal['refused'], Fault>> = {
  unknown: 'unsupported',
  unlawful: 'unsupported',
  stale: 'conflict',
}

const whole = { limit: Number.MAX_SAFE_INTEGER }

const holderOf = (engine: Engine, memory: ReadonlyMap<string, Carried>): Holder => ({
  get: (facet, id) => engine.get(facet, id),
  list: <F extends Facet>(facet: F, query: Queries[F]) => engine.list(facet, query, whole).items,
  carried: (key) => memory.get(key),
})

/** What must be among the files for a command to make sense. */
const needs: Readonly<Record<CommandKind, readonly Facet[]>> = {
  'set-state': ['incidents'],
  'set-severity': ['incidents'],
  assign: ['incidents'],
  'take-role': ['incidents'],
  'add-entry': ['incidents'],
  'link-problem': ['incidents'],
  'set-step': ['incidents'],
  'link-event': ['events', 'incidents'],
  'correct-entry': ['incidents', 'timeline'],
  'write-review': ['incidents'],
  'mark-reviewed': ['activities'],
  'request-change': ['requests', 'activities'],
  'decide-change': ['requests', 'activities'],
  'give-feedback': ['improvements', 'activities'],
  'record-improvement': ['improvements'],
  'set-improvement': ['improvements'],
  'record-problem': ['problems', 'incidents'],
  'set-problem': ['problems'],
  'declare-fix': ['problems'],
  'add-action': ['problems'],
  'set-action': ['problems'],
  undo: [],
}

/** The commands that make sense for what the files tell. */
export function commandsFor(facets: readonly Facet[]): readonly CommandKind[] {
  const taken = commandKinds.filter((kind) => needs[kind].every((facet) => facets.includes(facet)))
  // Where nothing can be done there is nothing to undo.
  return taken.some((kind) => kind !== 'undo') ? taken : []
}

const facetsIn = ({ changed }: Receipt): readonly (readonly [Facet, readonly Id[]])[] =>
  facetNames.flatMap((facet) => (changed[facet] === undefined ? [] : [[facet, changed[facet]]]))

/** Carries out edits on the engine, each key once. */
export class Journal {
  private readonly engine: Engine
  private readonly source: string
  private readonly done = new Map<string, Receipt>()
  private readonly memory = new Map<string, Carried>()
  private readonly touched = new Map<Facet, Set<Id>>()

  constructor(engine: Engine, source: string) {
    this.engine = engine
    this.source = source
  }

  /** Throws a SourceError that says why it was refused. */
  apply(envelope: CommandEnvelope): Receipt {
    const known = this.done.get(envelope.key)
    if (known) return known
    const holder = holderOf(this.engine, this.memory)
    const outcome = applyCommand(envelope, heldIn(holder))
    if (isRefusal(outcome)) throw new SourceError(faults[outcome.refused], this.source, outcome.reason)
    remember(this.memory, envelope, outcome, holder)
    if (outcome.removed.length > 0) this.engine.remove('assignments', outcome.removed)
    for (const facet of writtenFacets) if (outcome[facet].length > 0) this.engine.put(facet, outcome[facet])
    const receipt: Receipt = { changed: changedIds(outcome) }
    this.done.set(envelope.key, receipt)
    for (const [facet, ids] of facetsIn(receipt))
      this.touched.set(facet, (this.touched.get(facet) ?? new Set()).union(new Set(ids)))
    return receipt
  }

  /** Ids of the records of a facet that were edited. */
  edited(facet: Facet): ReadonlySet<Id> {
    return this.touched.get(facet) ?? new Set()
  }
}
