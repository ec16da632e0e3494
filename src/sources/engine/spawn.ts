import { wrap } from 'comlink'
import { SourceError } from '../contract'
import type { Ask, Outcome } from './host'
import { type RemoteEngine, remoteEngine } from './remote'
import { trustedWorkerUrl } from './trusted'
import workerUrl from './worker.ts?worker&url'

/**
 * Starts one of our workers from its address: `import url from './worker.ts?worker&url'` makes Vite bundle the worker
 * and name it, which `new Worker(new URL(…))` would do too, but without room for a trusted address.
 */
export const startWorker = (url: string): Worker => new Worker(trustedWorkerUrl(url), { type: 'module' })

/** An engine in a worker of its own: the page never holds the rows. A worker that breaks rejects with `unreachable`. */
export function spawnEngine(source: string): RemoteEngine {
  const worker = startWorker(workerUrl)
  const remote = wrap<Ask>(worker)
  const waiting = new Set<(error: SourceError) => void>()
  let broken: SourceError | undefined
  worker.addEventListener('error', ({ message }) => {
    broken = new SourceError('unreachable', source, `The worker that holds the records broke: ${message}`)
    for (const fail of waiting) fail(broken)
    waiting.clear()
  })
  const ask: Ask = async (task) => {
    if (broken) throw broken
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
    waiting.add(reject)
    remote(task).then(resolve, reject)
    try {
      return await promise
    } finally {
      waiting.delete(reject)
    }
  }
  return remoteEngine(ask, source, () => worker.terminate())
}
