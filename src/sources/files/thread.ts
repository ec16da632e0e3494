import { proxy, wrap } from 'comlink'
import { SourceError } from '../contract'
import type { Outcome } from '../engine/host'
import { startWorker } from '../engine/spawn'
import type { Host, Told } from './host'
import workerUrl from './worker.ts?worker&url'

/** A workspace in a thread of its own. `stop` ends the thread, whatever it is doing. */
export function spawnHost(source: string): Host {
  const worker = startWorker(workerUrl)
  const remote = wrap<Host>(worker)
  const waiting = new Set<(error: SourceError) => void>()
  let over: SourceError | undefined
  const end = (error: SourceError) => {
    over ??= error
    for (const fail of waiting) fail(over)
    waiting.clear()
  }
  worker.addEventListener('error', ({ message }) =>
    end(new SourceError('unreachable', source, `The worker that reads the files broke: ${message}`)),
  )
  /** Comlink leaves a call open for ever when its worker ends: here it rejects. */
  async function until<T>(work: () => Promise<T>): Promise<T> {
    if (over) throw over
    const { promise, reject } = Promise.withResolvers<never>()
    waiting.add(reject)
    try {
      return await Promise.race([work(), promise])
    } finally {
      waiting.delete(reject)
    }
  }
  const told = <T>(work: () => Promise<Told<T>>) => until(work)
  return {
    survey: (id, origin) => told(() => remote.survey(id, origin)),
    read: (journal, now, tell) => told(() => remote.read(journal, now, proxy(tell))),
    ask: (task) => until<Outcome>(async () => remote.ask(task)),
    apply: (envelope) => told(() => remote.apply(envelope)),
    changed: () => told(() => remote.changed()),
    stop: () => {
      worker.terminate()
      end(new SourceError('aborted', source, 'The files were closed'))
    },
  }
}
