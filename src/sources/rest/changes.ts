import { retryable, SourceError } from '../contract'
import type { Client } from './client'

/** Milliseconds: the longest pause between two attempts, and the first. */
const cap = 30_000
const first = 500
/** The contract promises a sign of life every 25 s; after twice that the connection is taken for dead. */
const silence = 55_000
/** A look at the clock every so often: one that comes this late, the computer slept, and its connections are dead. */
const look = 5_000
const slept = 90_000
/** A refusal that will not heal by itself: with the two questions a minute of the rest, three requests. */
const refused = 60_000

/** What the stream needs from outside, so that tests need not wait. */
export interface Pacing {
  /** Resolves after so many milliseconds, or at once when aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** In [0, 1). */
  readonly random: () => number
}

export const pacing: Pacing = {
  random: Math.random,
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, ms)
      function done() {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    }),
}

/** Full jitter under a doubling ceiling; a fault that will not heal by itself, or one that names its wait, waits longer. */
function pause(attempt: number, cause: unknown, random: () => number): number {
  const jittered = random() * Math.min(cap, first * 2 ** attempt)
  if (!(cause instanceof SourceError)) return jittered
  // Given up on by ourselves, for its silence.
  if (cause.fault === 'aborted') return jittered
  if (!retryable[cause.fault]) return refused
  return Math.max(jittered, cause.retryAfter ?? 0)
}

/** Calls `heard` for each event in the stream's text, whatever its name, and leaves out comments. */
function listener(heard: () => void): (text: string) => void {
  let rest = ''
  let data = false
  return (text) => {
    const lines = (rest + text).split(/\r\n|\r|\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('data') || line.startsWith('event')) data = true
      if (line !== '' || !data) continue
      data = false
      heard()
    }
  }
}

/** What becomes of one connection. */
interface Connection {
  readonly opened: () => void
  /** It has held for a while. */
  readonly held: () => void
  readonly heard: () => void
}

/** Calls back when the clock jumps. Returns the way to stop. */
function onWaking(now: () => number, woke: () => void): () => void {
  let last = now()
  const timer = setInterval(() => {
    const before = last
    last = now()
    if (last - before > slept) woke()
  }, look)
  return () => clearInterval(timer)
}

/** Reads one connection to its end. */
async function listen(client: Client, signal: AbortSignal, { opened, held, heard }: Connection): Promise<void> {
  const idle = new AbortController()
  const either = AbortSignal.any([signal, idle.signal])
  let watchdog = setTimeout(() => idle.abort(), silence)
  const steady = setTimeout(held, cap)
  const stopLooking = onWaking(client.address.now, () => idle.abort())
  try {
    const response = await client.request(
      '/v1/changes',
      { signal: either },
      { headers: { accept: 'text/event-stream' } },
    )
    opened()
    const hear = listener(heard)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => idle.abort(), silence)
      hear(chunk.value)
    }
  } finally {
    clearTimeout(watchdog)
    clearTimeout(steady)
    stopLooking()
  }
}

/**
 * The stream of changes, kept up for as long as it is wanted: reconnects for ever, and tells of a change after each
 * reconnection, as some may have been missed. A connection that holds or says something makes the pauses short again;
 * one that is only accepted does not. The client must have endless patience. Returns the way to stop.
 */
export function follow(client: Client, changed: () => void, { wait, random }: Pacing = pacing): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let attempt = 0
  let before = false
  const held = () => {
    attempt = 0
  }
  const connection: Connection = {
    held,
    opened: () => {
      if (before) changed()
      before = true
    },
    heard: () => {
      held()
      changed()
    },
  }
  async function keepUp(): Promise<void> {
    while (!signal.aborted) {
      const cause = await listen(client, signal, connection).catch((error: unknown) => error)
      if (!signal.aborted) await wait(pause(attempt, cause, random), signal)
      attempt += 1
    }
  }
  void keepUp()
  return () => stop.abort()
}
