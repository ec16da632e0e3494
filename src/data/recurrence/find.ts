import type { Candidate } from '../../domain/recurrence/candidate'
import type { Grouping } from '../../domain/recurrence/groups'
import { trustedWorkerUrl } from '../../sources/engine/trusted'
import workerUrl from './worker.ts?worker&url'

/** In a thread of its own, which ends with the answer or with the signal. Rejects where the thread cannot run. */
function inThread(candidates: readonly Candidate[], signal: AbortSignal): Promise<Grouping> {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module' })
  const { promise, resolve, reject } = Promise.withResolvers<Grouping>()
  worker.addEventListener('message', ({ data }: MessageEvent<Grouping>) => resolve(data))
  worker.addEventListener('error', ({ message }) => reject(new Error(message)))
  signal.addEventListener('abort', () => reject(signal.reason))
  worker.postMessage(candidates)
  return promise.finally(() => worker.terminate())
}

/** Groups of incidents that are alike, found off the page's thread; on it where the browser has no other or it broke. */
export async function find(candidates: readonly Candidate[], signal: AbortSignal): Promise<Grouping> {
  try {
    if ('Worker' in globalThis) return await inThread(candidates, signal)
  } catch {
    signal.throwIfAborted()
  }
  const { findGroups } = await import('../../domain/recurrence/groups')
  return findGroups(candidates)
}
