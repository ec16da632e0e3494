import { expose, wrap } from 'comlink'
import { applyCommand, changedIds, heldIn, isRefusal, writtenFacets } from '../../src/domain/apply'
import { type CommandEnvelope, commandKinds } from '../../src/domain/command'
import type { Carried, Holder } from '../../src/domain/outcome'
import { type Facet, facetNames, type Holdings, type Queries, type Records } from '../../src/domain/query/facets'
import { remember } from '../../src/domain/undo'
import { type Instant, instant } from '../../src/domain/units'
import {
  type Call,
  type Caveat,
  contractVersion,
  type Fault,
  isCounted,
  type Question,
  type Reader,
  type Readers,
  type Receipt,
  type Source,
  SourceError,
} from '../../src/sources/contract'
import { createEngine, type Engine } from '../../src/sources/engine/engine'
import { type Ask, hosted } from '../../src/sources/engine/host'
import { type RemoteEngine, remoteEngine } from '../../src/sources/engine/remote'
import { unlessAborted } from '../../src/sources/paging'
import { eachFault, type Harness } from './harness'

const id = 'memory'

/** The same engine behind a message channel, as if it were in a worker. */
function throughChannel(ask: Ask): { ask: Ask; free: () => void } {
  const { port1, port2 } = new MessageChannel()
  expose(ask, port1)
  const free = () => {
    port1.close()
    port2.close()
  }
  return { ask: wrap<Ask>(port2), free }
}

/** A backend that does everything a source can be asked to do, held in memory. */
class Backend {
  readonly engine: Engine = createEngine(id)
  readonly remote: RemoteEngine
  readonly watchers = new Set<() => void>()
  fault: Fault | undefined
  caveats: readonly Caveat[] = []
  private readonly receipts = new Map<string, Receipt>()
  private readonly memory = new Map<string, Carried>()
  private clock = instant(Date.UTC(2027, 5, 1))

  constructor(world: Holdings, channel: boolean) {
    const put = <F extends Facet>(facet: F) => this.engine.put(facet, world[facet])
    for (const facet of facetNames) put(facet)
    const direct = hosted(this.engine)
    const { ask, free } = channel ? throughChannel(direct) : { ask: direct, free: () => {} }
    this.remote = remoteEngine(ask, id, free)
  }

  /** A millisecond later each time it is asked. */
  now(): Instant {
    this.clock = instant(this.clock + 1)
    return this.clock
  }

  changed(): void {
    for (const watcher of this.watchers) watcher()
  }

  async answer<T>(what: string, call: Call, work: () => T | Promise<T>): Promise<T> {
    return unlessAborted(call, id, what, async () => {
      if (this.fault) throw new SourceError(this.fault, id, `${what}: the backend was told to be ${this.fault}`)
      return work()
    })
  }

  carryOut(envelope: CommandEnvelope): Receipt {
    const known = this.receipts.get(envelope.key)
    if (known) return known
    const whole = { limit: 100_000 }
    const holder: Holder = {
      get: (facet, record) => this.engine.get(facet, record),
      list: <F extends Facet>(facet: F, query: Queries[F]) => this.engine.list(facet, query, whole).items,
      carried: (key) => this.memory.get(key),
    }
    const outcome = applyCommand(envelope, heldIn(holder))
    if (isRefusal(outcome))
      throw new SourceError(outcome.refused === 'stale' ? 'conflict' : 'unsupported', id, outcome.reason)
    remember(this.memory, envelope, outcome, holder)
    this.engine.remove('assignments', outcome.removed)
    for (const facet of writtenFacets) this.engine.put(facet, outcome[facet])
    const receipt = { changed: changedIds(outcome) }
    this.receipts.set(envelope.key, receipt)
    this.changed()
    return receipt
  }

  /** Every record of every facet is one field richer. */
  addToAll(): void {
    const touch = <F extends Facet>(facet: F, change: (record: Records[F]) => Records[F]) => {
      const { items } = this.engine.list<F>(facet, {}, { limit: 1 })
      this.engine.put(facet, items.map(change))
    }
    touch('workloads', (record) => ({ ...record, description: `${record.description ?? ''} Changed.` }))
    touch('incidents', (record) => ({ ...record, impact: `${record.impact ?? ''} Changed.` }))
    this.changed()
  }
}

function readerOfFacet<F extends Facet>(backend: Backend, facet: F): Reader<Records[F], Queries[F], Question<F>> {
  const { remote } = backend
  return {
    list: (query, page, call) =>
      backend.answer(`Listing ${facet}`, call, async () => ({
        ...(await remote.list(facet, query, page, call)),
        asOf: backend.now(),
        caveats: backend.caveats,
      })),
    get: (record, call) => backend.answer(`Reading ${record} of ${facet}`, call, () => remote.get(facet, record, call)),
    watch: (changed) => {
      const watcher = () => changed()
      backend.watchers.add(watcher)
      return () => backend.watchers.delete(watcher)
    },
    ...(isCounted(facet) && {
      summarise: (question: Question<F>, call: Call) =>
        backend.answer(`Counting ${facet}`, call, async () => ({
          summary: await remote.summarise(facet, question, call),
          asOf: backend.now(),
          caveats: backend.caveats,
        })),
    }),
  }
}

export interface MemoryOptions {
  /** The engine answers through a message channel, as from a worker. */
  readonly channel?: boolean
  readonly facets?: readonly Facet[]
}

/** The right source: everything the contract knows, over an engine. */
export async function memory(world: Holdings, options: MemoryOptions = {}): Promise<Harness> {
  const { channel = false, facets = facetNames } = options
  const backend = new Backend(world, channel)
  const readers: Readers = Object.fromEntries(facets.map((facet) => [facet, readerOfFacet(backend, facet)]))
  const source: Source = {
    contract: contractVersion,
    id,
    title: 'In memory',
    readers,
    commands: {
      takes: commandKinds,
      send: (envelope, call) => backend.answer('Sending a command', call, () => backend.carryOut(envelope)),
    },
    close: () => backend.remote.close(),
  }
  return {
    source,
    offers: { facets, watched: facets, summaries: facets.includes('incidents'), commands: commandKinds },
    now: () => backend.now(),
    faults: eachFault((fault) => async () => {
      backend.fault = fault
      return async () => {
        backend.fault = undefined
      }
    }),
    change: async () => backend.addToAll(),
    partial: async () => {
      backend.caveats = [{ kind: 'partial', text: 'Half of the incidents could not be read.' }]
    },
    close: async () => source.close(),
  }
}
