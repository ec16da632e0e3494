import { SourceError } from '../contract'
import { type Backend } from '../listing/backend'

/** What is listened for: all that changes what is told here. */
const types = [
  'StateChange', 'AcknowledgementSet', 'AcknowledgementCleared', 'CommentAdded', 'CommentRemoved', 'DowntimeStarted',
  'DowntimeRemoved', 'Flapping',
] as const // prettier-ignore

/** Milliseconds until the stream is asked for again after it broke. */
const again = 5_000

/** Faults that time does not heal: what changed is then asked for now and then, as without a stream. */
const forGood = new Set(['unauthenticated', 'forbidden', 'unsupported'])

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/**
 * Icinga's stream of events, one for all who watch, open while anybody does. It tells in bursts, up to five seconds
 * late. Calls back once for what comes together, and after a break, for nobody knows what was missed.
 */
export function createStream(backend: Backend, queue: string): (changed: () => void) => () => void {
  const watchers = new Set<() => void>()
  let open: AbortController | undefined
  const tell = () => {
    for (const changed of watchers) changed()
  }

  async function listen(signal: AbortSignal): Promise<void> {
    const response = await backend.request(
      '/v1/events',
      { signal },
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ queue, types }),
        patience: Number.POSITIVE_INFINITY,
      },
    )
    const reader = response.body?.getReader()
    if (!reader) return
    const decoder = new TextDecoder()
    for (let rest = ''; ;) {
      const { done, value } = await reader.read()
      if (done) return
      rest += decoder.decode(value, { stream: true })
      // An event is a line; half of one says nothing yet.
      const end = rest.lastIndexOf('\n')
      if (end >= 0 && rest.slice(0, end).trim() !== '') tell()
      rest = rest.slice(end + 1)
    }
  }

  async function keep(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await listen(signal)
      } catch (cause) {
        if (cause instanceof SourceError && forGood.has(cause.fault)) return
      }
      await pause(again, signal)
      if (!signal.aborted) tell()
    }
  }

  return (changed) => {
    // Each watch is one of its own, though the same function may be given twice.
    const watcher = () => changed()
    watchers.add(watcher)
    if (!open) {
      open = new AbortController()
      void keep(open.signal)
    }
    return () => {
      watchers.delete(watcher)
      if (watchers.size > 0) return
      open?.abort()
      open = undefined
    }
  }
}
