import type { CommandEnvelope } from '../../domain/command'
import { type Facet, facetNames, type Queries, type Records } from '../../domain/query/facets'
import {
  type Call,
  type CommandTaker,
  isCounted,
  type Question,
  type Reader,
  type Readers,
  type Receipt,
  type Source,
} from '../contract'
import { readerOf, unlessAborted } from '../paging'
import { Gatherer, type GatherOptions } from './gatherer'
import type { RemoteEngine } from './remote'

export type { GatherOptions } from './gatherer'

/** A reader that answers from the engine, after the facet was gathered from the reader beneath. */
function gatheredReader<F extends Facet>(
  facet: F,
  beneath: Reader<Records[F], Queries[F]>,
  gatherer: Gatherer,
  engine: RemoteEngine,
  source: Source,
): Reader<Records[F], Queries[F], Question<F>> {
  return {
    list: (query, page, call) =>
      unlessAborted(call, source.id, `Listing ${facet}`, async () => {
        const { asOf, caveats } = await gatherer.reading(facet, beneath)
        return { ...(await engine.list(facet, query, page, call)), asOf, caveats }
      }),
    get: (id, call) =>
      unlessAborted(call, source.id, `Reading ${id} of ${facet}`, () =>
        gatherer.has(facet) ? engine.get(facet, id, call) : beneath.get(id, call),
      ),
    ...(!source.snapshot && { watch: (changed) => gatherer.watch(facet, beneath, changed) }),
    ...(isCounted(facet) && {
      summarise: (question: Question<F>, call: Call) =>
        unlessAborted(call, source.id, `Counting ${facet}`, async () => {
          const { asOf, caveats } = await gatherer.reading(facet, beneath)
          return { summary: await engine.summarise(facet, question, call), asOf, caveats }
        }),
    }),
  }
}

/** Sends commands on, and reads again what they changed. */
function gatheredCommands(
  beneath: CommandTaker,
  gatherer: Gatherer,
  engine: RemoteEngine,
  source: Source,
): CommandTaker {
  async function readAgain<F extends Facet>(facet: F, receipt: Receipt, call: Call): Promise<void> {
    const reader = readerOf(source, facet)
    if (!reader || !gatherer.has(facet)) return
    const ids = receipt.changed[facet] ?? []
    const records = await Promise.all(ids.map((id) => reader.get(id, call)))
    const found: Records[F][] = records.flatMap((record) => record ?? [])
    const gone = ids.filter((_, index) => records[index] === undefined)
    if (found.length > 0) await engine.put(facet, found, call)
    if (gone.length > 0) await engine.remove(facet, gone, call)
  }
  return {
    takes: beneath.takes,
    send: async (envelope: CommandEnvelope, call: Call) => {
      const receipt = await beneath.send(envelope, call)
      await Promise.all(facetNames.map((facet) => readAgain(facet, receipt, call)))
      return receipt
    },
  }
}

/**
 * A source whose readers can only list, made into one that answers everything: each facet is gathered once into the
 * engine, with progress, and every query, text, order and summary is answered from there. The page holds ids, never rows.
 * `close` closes the source beneath and the engine too.
 */
export function gathered(source: Source, engine: RemoteEngine, options: GatherOptions): Source {
  const gatherer = new Gatherer(source, engine, options)
  const readers: Readers = {}
  const offer = <F extends Facet>(facet: F) => {
    const beneath = readerOf(source, facet)
    if (beneath) Object.assign(readers, { [facet]: gatheredReader(facet, beneath, gatherer, engine, source) })
  }
  for (const facet of facetNames) offer(facet)
  return {
    contract: source.contract,
    id: source.id,
    title: source.title,
    readers,
    progress: (listener) => gatherer.progress(listener),
    ...(source.snapshot && { snapshot: source.snapshot }),
    ...(source.commands && { commands: gatheredCommands(source.commands, gatherer, engine, source) }),
    ...(source.clockOffset && { clockOffset: () => source.clockOffset?.() }),
    ...(source.setAside && { setAside: source.setAside.bind(source) }),
    close: () => {
      gatherer.close()
      engine.close()
      source.close()
    },
  }
}
