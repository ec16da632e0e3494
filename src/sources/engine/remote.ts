import type { Facet, Queries, Records } from '../../domain/query/facets'
import type { Summary } from '../../domain/summary'
import type { Id } from '../../domain/units'
import { type Call, type PageRequest, type Question, SourceError } from '../contract'
import { unlessAborted } from '../paging'
import type { Found, Window } from './engine'
import type { Ask, Task } from './host'
import { type Parcel, unpacked } from './parcel'

/** An engine that may live in another thread. Rejects with SourceErrors only; an aborted call with `aborted`. */
export interface RemoteEngine {
  put<F extends Facet>(facet: F, records: readonly Records[F][], call: Call): Promise<void>
  begin(facet: Facet, call: Call): Promise<void>
  settle(facet: Facet, call: Call): Promise<void>
  remove(facet: Facet, ids: readonly Id[], call: Call): Promise<void>
  list<F extends Facet>(facet: F, query: Queries[F], page: PageRequest, call: Call): Promise<Window<Records[F]>>
  get<F extends Facet>(facet: F, id: Id, call: Call): Promise<Records[F] | undefined>
  summarise<F extends Facet>(facet: F, question: Question<F>, call: Call): Promise<Summary>
  search(text: string, limit: number, call: Call): Promise<readonly Found[]>
  clear(call: Call): Promise<void>
  /** Frees the engine. Calls under way reject with `aborted`. */
  close(): void
}

/**
 * The engine behind `ask`, in the name of a source. An aborted call rejects at once; the engine may still finish the
 * task, which takes milliseconds and changes nothing that anybody sees.
 */
export function remoteEngine(ask: Ask, source: string, free: () => void = () => {}): RemoteEngine {
  const life = new AbortController()

  /** `ask` answers each task with what the engine's method of that name returns, a count as a parcel: T must be that type. */
  async function perform<T>(task: Task, what: string, { signal }: Call): Promise<T> {
    const call = { signal: AbortSignal.any([signal, life.signal]) }
    const outcome = await unlessAborted(call, source, what, async () => {
      try {
        return await ask(task)
      } catch (cause) {
        if (cause instanceof SourceError) throw cause
        throw new SourceError('bad-response', source, `${what} failed in the engine: ${String(cause)}`, { cause })
      }
    })
    if ('fault' in outcome) throw new SourceError(outcome.fault, source, outcome.message)
    return outcome.value as T
  }

  return {
    put: (facet, records, call) => perform({ task: 'put', facet, records }, `Keeping ${facet}`, call),
    begin: (facet, call) => perform({ task: 'begin', facet }, `Gathering ${facet}`, call),
    settle: (facet, call) => perform({ task: 'settle', facet }, `Dropping ${facet}`, call),
    remove: (facet, ids, call) => perform({ task: 'remove', facet, ids }, `Dropping ${facet}`, call),
    list: (facet, query, page, call) => perform({ task: 'list', facet, query, page }, `Listing ${facet}`, call),
    get: (facet, id, call) => perform({ task: 'get', facet, id }, `Reading ${id} of ${facet}`, call),
    summarise: async (facet, question, call) =>
      unpacked(await perform<Parcel>({ task: 'summarise', facet, question }, `Counting ${facet}`, call)),
    search: (text, limit, call) => perform({ task: 'search', text, limit }, `Looking for "${text}"`, call),
    clear: (call) => perform({ task: 'clear' }, 'Forgetting all records', call),
    close: () => {
      life.abort()
      free()
    },
  }
}
