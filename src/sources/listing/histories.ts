import type { Incident } from '../../domain/incident'
import type { TimelineQuery } from '../../domain/query/timeline'
import type { TimelineEntry } from '../../domain/timeline'
import type { Id, Instant } from '../../domain/units'
import type { Backend } from './backend'
import type { Call, Caveat, CommandTaker, Reader, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { unlessAborted } from '../paging'

/** Timelines that a backend tells incident by incident. */
export interface Histories {
  /** Every entry of one incident. */
  readonly of: (incident: Id, call: Call) => Promise<readonly TimelineEntry[]>
  /** So many incidents are looked into for a question that names none; the newest. */
  readonly most?: number
  /** Milliseconds that the history of an incident whose version is unknown is good for. */
  readonly goodFor?: number
}

interface Known {
  readonly version: string | undefined
  readonly readAt: number
  readonly ids: readonly Id[]
}

const atOnce = 6
/** Milliseconds that an unchanged version is trusted: not every backend counts a note as a change. */
const trusted = 300_000

/** Adds a reader of timelines that asks for each incident when somebody wants to see it. */
export function withHistories(
  source: Source,
  { of, most = 500, goodFor = 30_000 }: Histories,
  engine: RemoteEngine,
  { now, backend }: { readonly now: () => number; readonly backend: Backend },
): Source {
  const incidents = source.readers.incidents
  if (!incidents) return source
  const known = new Map<Id, Known>()

  async function learn(id: Id, call: Call): Promise<void> {
    const incident = await incidents?.get(id, call)
    const before = known.get(id)
    const good = before?.version === undefined ? goodFor : trusted
    if (before && before.version === incident?.version && now() - before.readAt < good) return
    const entries = incident ? await of(id, call) : []
    const ids = entries.map((entry) => entry.id)
    const gone = before?.ids.filter((each) => !ids.includes(each)) ?? []
    if (gone.length > 0) await engine.remove('timeline', gone, call)
    await engine.put('timeline', entries, call)
    known.set(id, { version: incident?.version, readAt: now(), ids })
  }

  async function learnAll(ids: readonly Id[], call: Call): Promise<void> {
    const waiting = [...ids]
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await learn(id, call)
    }
    await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, work))
  }

  /** The incidents a question is about: those it names, else the newest that burnt while it looks. */
  async function concerned({ incidents: named, from, to }: TimelineQuery, call: Call) {
    if (named && named.length > 0) return { ids: named, caveats: [], asOf: undefined }
    const query = { ...(from !== undefined && { burningFrom: from }), ...(to !== undefined && { burningTo: to }) }
    const page = await incidents?.list(query, { limit: most }, call)
    const ids = (page?.items ?? []).map(({ id }: Incident) => id)
    const caveats: Caveat[] =
      page?.cursor === undefined
        ? []
        : [
            {
              kind: 'truncated',
              text: `Timelines of the newest ${most} incidents only: this source tells them one by one`,
            },
          ]
    return { ids, caveats, asOf: page?.asOf }
  }

  const reader: Reader<TimelineEntry, TimelineQuery> = {
    list: (query, page, call) =>
      unlessAborted(call, source.id, 'Listing timeline', async () => {
        const { ids, caveats } = await concerned(query, call)
        await learnAll(ids, call)
        const asOf: Instant = backend.present()
        return { ...(await engine.list('timeline', query, page, call)), asOf, caveats }
      }),
    get: (id, call) =>
      unlessAborted(call, source.id, `Reading ${id} of timeline`, async () => {
        const read = await engine.get('timeline', id, call)
        if (read) return read
        // An entry does not say whose it is: all that are looked into may have it.
        await learnAll((await concerned({}, call)).ids, call)
        return engine.get('timeline', id, call)
      }),
    ...(incidents.watch && { watch: incidents.watch.bind(incidents) }),
  }
  const { commands } = source
  const send =
    (taker: CommandTaker): CommandTaker['send'] =>
    async (envelope, call) => {
      const receipt = await taker.send(envelope, call)
      // What was just written is looked for, whatever the version says.
      for (const id of receipt.changed.incidents ?? []) {
        const read = known.get(id)
        if (read) known.set(id, { ...read, readAt: Number.NEGATIVE_INFINITY })
      }
      return receipt
    }
  return {
    ...source,
    readers: { ...source.readers, timeline: reader },
    ...(commands && { commands: { takes: commands.takes, send: send(commands) } }),
  }
}
