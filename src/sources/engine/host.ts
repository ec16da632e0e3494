import { transfer } from 'comlink'
import type { Facet, Queries, Records } from '../../domain/query/facets'
import type { Id } from '../../domain/units'
import { type Fault, type PageRequest, type Question, SourceError } from '../contract'
import type { Engine } from './engine'
import { buffersOf } from './parcel'

/** One thing to do, as it travels to the thread that holds the engine. */
export type Task =
  | { readonly task: 'put'; readonly facet: Facet; readonly records: readonly Records[Facet][] }
  | { readonly task: 'begin' | 'settle'; readonly facet: Facet }
  | { readonly task: 'remove'; readonly facet: Facet; readonly ids: readonly Id[] }
  | { readonly task: 'list'; readonly facet: Facet; readonly query: Queries[Facet]; readonly page: PageRequest }
  | { readonly task: 'get'; readonly facet: Facet; readonly id: Id }
  | { readonly task: 'summarise'; readonly facet: Facet; readonly question: Question<Facet> }
  | { readonly task: 'search'; readonly text: string; readonly limit: number }
  | { readonly task: 'clear' }

/** What came of it. Errors travel as plain data: a thrown one would arrive without its fault. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly fault: Fault; readonly source: string; readonly message: string }

/** Carries out tasks on an engine, wherever that is. */
export type Ask = (task: Task) => Promise<Outcome>

function carryOut(engine: Engine, task: Exclude<Task, { task: 'summarise' }>): unknown {
  switch (task.task) {
    case 'put':
      return engine.put(task.facet, task.records)
    case 'begin':
      return engine.begin(task.facet)
    case 'settle':
      return engine.settle(task.facet)
    case 'remove':
      return engine.remove(task.facet, task.ids)
    case 'list':
      return engine.list(task.facet, task.query, task.page)
    case 'get':
      return engine.get(task.facet, task.id)
    case 'search':
      return engine.search(task.text, task.limit)
    case 'clear':
      return engine.clear()
  }
}

/** The parcel of a summary. A thread that it is sent to gets its arrays themselves, not copies. */
function count(engine: Engine, { facet, question }: Extract<Task, { task: 'summarise' }>): Outcome {
  const parcel = engine.count(facet, question)
  return transfer({ value: parcel }, buffersOf(parcel))
}

/**
 * The engine as something to ask. Use it directly where there is no worker, or expose it by comlink from one:
 * `expose(hosted(engine))`. `ready` is awaited before the first task.
 */
export function hosted(engine: Engine, ready: Promise<unknown> = Promise.resolve()): Ask {
  return async (task) => {
    await ready
    try {
      return task.task === 'summarise' ? count(engine, task) : { value: carryOut(engine, task) }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      return { fault: error.fault, source: error.source, message: error.message }
    }
  }
}
