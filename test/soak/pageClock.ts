/** What the page of a soak has beside its own. */
export interface SoakHook {
  /** Lets so many milliseconds pass at once: whatever is due fires, once, in order, as on a computer that was busy. */
  readonly advance: (ms: number) => void
  /** Requests that were sent and whose answers are not all read; streams do not count. */
  readonly pending: () => number
  /** Timers that wait, without the limits of requests. */
  readonly timers: () => number
  /** Notes that were sounded. */
  readonly notes: () => number
  /** SEV1s that an alert has named since the last question, in order: each time it began to. */
  readonly named: () => readonly string[]
}

declare global {
  interface Window {
    soak: SoakHook
  }
}

/**
 * Runs in the page before anything else. Time goes on only when told, a reload keeps it (the name of a window outlives
 * its page), and time-outs go by it. What is due within a few milliseconds comes by itself, for it orders work and
 * measures nothing. Not Playwright's clock: that one keeps a script in the page for every step ever made.
 */
export function installClock(start: number): void {
  const own = {
    set: window.setTimeout.bind(window),
    clear: window.clearTimeout.bind(window),
    Date,
    fetch: window.fetch,
  }
  interface Timer {
    readonly run: () => void
    readonly every?: number
    /** Of a request: gone with its time, whatever became of the request. */
    readonly limit?: boolean
    at: number
  }
  const timers = new Map<number, Timer>()
  let now = Number(window.name) || start
  let last = 1e9
  const soon = 20

  const wait = (run: () => void, ms: number, more: Pick<Timer, 'every' | 'limit'> = {}): number => {
    last += 1
    timers.set(last, { run, at: now + Math.max(1, ms), ...more })
    return last
  }
  const forget = (id: number | undefined) => {
    if (id !== undefined && !timers.delete(id)) own.clear(id)
  }
  const advance = (ms: number) => {
    now += ms
    window.name = String(now)
    const due = [...timers].filter(([, { at }]) => at <= now).toSorted((left, right) => left[1].at - right[1].at)
    for (const [id, timer] of due) {
      if (!timers.has(id)) continue
      if (timer.every === undefined) timers.delete(id)
      else timer.at = now + timer.every
      timer.run()
    }
  }

  const timeout = (run: () => void, ms = 0, ...rest: never[]) =>
    ms <= soon ? own.set(run, ms, ...rest) : wait(() => run(...(rest as [])), ms)
  const interval = (run: () => void, ms = 0) => wait(run, ms, { every: ms })
  const replaced = { setTimeout: timeout, setInterval: interval, clearTimeout: forget, clearInterval: forget }
  Object.assign(window, replaced)
  window.Date = class extends Date {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [now] : given) as [number]))
    }
    static override now() {
      return now
    }
  } as DateConstructor
  AbortSignal.timeout = (ms: number) => {
    const late = new AbortController()
    wait(() => late.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms, { limit: true })
    return late.signal
  }

  let pending = 0
  const counted = <T>(promise: Promise<T>): Promise<T> => {
    pending += 1
    return promise.finally(() => {
      pending -= 1
    })
  }
  window.fetch = (address, init) => {
    const answer = own.fetch.call(window, address, init)
    return new Request(address).url.endsWith('/changes') ? answer : counted(answer)
  }
  const read: (this: Response) => Promise<string> = Reflect.get(Response.prototype, 'text')
  Response.prototype.text = function text() {
    return counted(read.call(this))
  }

  let notes = 0
  window.OscillatorNode = class extends OscillatorNode {
    override start(when?: number) {
      notes += 1
      super.start(when)
    }
  }
  const named: string[] = []
  let standing: string | undefined
  new MutationObserver(() => {
    const alerts = [...document.querySelectorAll('[role="alert"]')]
    const id = alerts.flatMap(({ textContent }) => /SEV1 (INC-\d+)/.exec(textContent)?.[1] ?? [])[0]
    if (id !== undefined && id !== standing) named.push(id)
    standing = id
  }).observe(document, { childList: true, characterData: true, subtree: true })

  window.soak = {
    advance,
    pending: () => pending,
    timers: () => [...timers.values()].filter(({ limit }) => !limit).length,
    notes: () => notes,
    named: () => named.splice(0),
  }
}
