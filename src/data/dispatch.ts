import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Id } from '../domain/units'
import type { Source } from '../sources/contract'
import { readerOf } from '../sources/paging'
import { targetOf } from '../domain/command'
import { asError } from './ask'
import { deliver } from './deliver'
import { foresee } from './foresee'
import { type Gate, pauseAfter } from './gate'
import type { HealthBoard } from './health'
import { aboutOf, isKept, type Outbox, type Waiting } from './outbox'

interface Office {
  readonly outbox: Outbox
  readonly client: QueryClient
  readonly health: HealthBoard
  readonly gate: Gate
  readonly random: () => number
  readonly sources: readonly Source[]
  /** Some configured source is not open yet: nobody knows whether it takes what no other does. */
  readonly opening: boolean
}

/** Milliseconds: those who were cut off together must not come back together. */
const spread = 1_000
/** Milliseconds at most until what has just failed is tried again. */
const first = 2_000

/** Sends what waits, once the line seems to be back. */
export interface Dispatch {
  /** A person wants it now. */
  readonly now: () => void
  /** Shows again what waits. */
  readonly repaint: () => void
  readonly stop: () => void
}

/** The version that the record has where it was just changed, for what waits behind. */
async function versionAt(source: Source, item: Waiting): Promise<string | undefined> {
  const target = targetOf(item.command)
  if (!target) return undefined
  const { signal } = new AbortController()
  const record = await readerOf(source, target.facet)?.get(target.id, { signal })
  return record && 'version' in record ? record.version : undefined
}

/**
 * Sends what waits: at once, after a pause that grows with each failure, when the browser says it is online again, and
 * when a source that failed answers again. One after another for each record; behind one that was refused nothing goes
 * on until a person has decided.
 */
export function dispatch({ outbox, client, health, gate, random, sources, opening }: Office): Dispatch {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let busy = false
  let stopped = false
  let down = failing()
  const heardOf = new Set<string>()

  function failing(): ReadonlySet<string> {
    return new Set([...health.read().values()].flatMap(({ source, error }) => (error ? [source] : [])))
  }

  function later(wait: number): void {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(() => {
      timer = undefined
      void attempt()
    }, wait)
  }

  /** Whether it was carried out. Throws what stands in the way of all others too. */
  async function send(item: Waiting): Promise<boolean> {
    const { seen, ...parcel } = item
    try {
      const told = new Map(seen.map(([source, version]) => [source, version ?? undefined]))
      const source = await deliver(sources, { ...parcel, seen: told })
      heardOf.add(source.id)
      const behind = outbox.about(aboutOf(item)).find(({ key }) => key !== item.key)
      const version = behind && (await versionAt(source, item).catch(() => undefined))
      // What was given on top of this one saw a version that only the picture had.
      if (behind)
        outbox.change(behind.key, ({ version: _version, seen: _seen, ...rest }) => ({
          ...rest,
          seen: [],
          ...(version !== undefined && { version }),
        }))
      outbox.remove(item.key)
      return true
    } catch (cause) {
      const error = asError(cause, '')
      if (isKept(item.command, error.fault) || (opening && error.fault === 'unsupported')) throw error
      outbox.hide(aboutOf(item))
      heardOf.add(error.source)
      outbox.change(item.key, (each) => ({ ...each, refused: { fault: error.fault, message: error.message } }))
      return false
    }
  }

  async function ofRecord(record: Id): Promise<void> {
    for (;;) {
      const [head] = outbox.about(record)
      if (!head || head.refused || stopped || !(await send(head))) return
    }
  }

  /** One source that is down does not stand in the way of what is for another. */
  async function round(): Promise<unknown> {
    let failed: unknown
    for (const record of new Set(outbox.read().map(aboutOf)))
      await ofRecord(record).catch((cause: unknown) => {
        failed ??= cause
      })
    return failed
  }

  const waits = () => outbox.read().some(({ refused }) => !refused)

  async function attempt(): Promise<void> {
    if (busy || stopped) return
    outbox.refresh()
    if (!waits()) return
    busy = true
    const before = outbox.read()
    const failed = await round()
    busy = false
    if (outbox.read() !== before) {
      // It has just answered: nothing need wait for the pauses that were made when it did not.
      for (const source of heardOf) gate.open(source)
      heardOf.clear()
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.length > 1 })
    }
    failures = failed === undefined ? 0 : failures + 1
    down = failing()
    if (waits()) later(pauseAfter(Math.max(1, failures), asError(failed, ''), random))
  }

  /** A source that failed answers again. */
  const heard = () => {
    const now = failing()
    const back = [...down].some((source) => !now.has(source))
    down = now
    if (back) later(random() * spread)
  }
  const online = () => later(random() * spread)

  /** An answer has come: what waits is shown in it again. */
  function repaint(key: QueryKey): void {
    for (const item of outbox.read()) {
      const { key: of, actor, at, command } = item
      // Behind a refused one the picture is what the source tells: on that a person decides.
      if (outbox.about(aboutOf(item))[0]?.refused) continue
      const known = outbox.picture(of)
      if (known) known.again(key)
      else {
        const picture = foresee(client, { key: of, actor, at, command })
        if (!picture) continue
        outbox.paint(of, picture)
        picture.show()
      }
    }
  }
  const unwatch = client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && event.action.manual !== true)
      repaint(event.query.queryKey)
  })
  const repaintAll = () =>
    client
      .getQueryCache()
      .getAll()
      .forEach(({ queryKey }) => repaint(queryKey))
  repaintAll()
  const unhear = health.subscribe(heard)
  const given = outbox.subscribe(() => {
    if (timer === undefined && !busy && waits()) later(first * random())
  })
  globalThis.addEventListener('online', online)
  globalThis.addEventListener('storage', outbox.refresh)
  later(random() * spread)

  return {
    now: () => {
      failures = 0
      later(0)
    },
    repaint: repaintAll,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      unwatch()
      unhear()
      given()
      globalThis.removeEventListener('online', online)
      globalThis.removeEventListener('storage', outbox.refresh)
    },
  }
}
