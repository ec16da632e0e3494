import * as v from 'valibot'
import { after, day24, duration, formatInstant, type Id, type Instant, instant } from '../../domain/units'
import type { Opening } from '../catalogue'
import type { Call, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { type Backend, connect, fitting } from '../listing/backend'
import { listing, openListed, type WirePage } from '../listing/listed'
import { createCommands } from './commands'
import { activityOf, assignmentsOf, entriesOf, incidentOf, onCallOf, personOf, teamOf, workloadOf } from './map'
import { incident, logEntry, onCall, page, policy, service, team, user } from './wire'

export interface PagerdutyOptions {
  readonly url: string
  /** How far back incidents are read; a year. */
  readonly historyDays?: number
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

/** The most that a page of this API holds. */
const perPage = 100
/** Beyond this offset the API refuses: the next window begins where this one ends. */
const deepest = 10_000
/** Incidents are asked for in windows of half a year at most. */
const longest = duration(180 * day24)

/** One page of the list that stands under `name`. */
async function pageOf(
  backend: Backend,
  path: string,
  name: string,
  cursor: string | undefined,
  call: Call,
): Promise<WirePage> {
  const offset = Number(cursor ?? 0)
  const join = path.includes('?') ? '&' : '?'
  const read = await backend.json(`${path}${join}limit=${perPage}&offset=${offset}`, page, call)
  const items = fitting(v.array(v.unknown()), read[name], backend.source, `${backend.url}${path}`)
  return { items, ...(read.more === true && { cursor: String(offset + perPage) }) }
}

/** Every item of a list, each as the schema says; one that does not fit makes the list unreadable. */
async function allOf<S extends v.GenericSchema>(backend: Backend, path: string, name: string, schema: S, call: Call) {
  const items: v.InferOutput<S>[] = []
  let cursor: string | undefined
  do {
    const next = await pageOf(backend, path, name, cursor, call)
    items.push(...next.items.map((item) => fitting(schema, item, backend.source, `${backend.url}${path}`)))
    cursor = next.cursor
  } while (cursor !== undefined)
  return items
}

/** Opens an account of PagerDuty: incidents with their log, services, teams, people, and who is on call. */
export function openPagerduty(options: PagerdutyOptions, opening: Opening, engine: RemoteEngine): Source {
  const url = new URL(options.url, opening.base).href.replace(/\/$/, '')
  const headers = { accept: 'application/vnd.pagerduty+json;version=2' }
  const patience = options.timeoutSeconds === undefined ? {} : { patience: options.timeoutSeconds * 1000 }
  const backend = connect({ source: opening.id, url, now: opening.now, headers, ...patience })
  const history = duration((options.historyDays ?? 365) * day24)

  /** `<since>|<offset>`: windows follow one another until the present. */
  async function incidents(cursor: string | undefined, call: Call): Promise<WirePage> {
    const [begin, offset = '0'] = (cursor ?? formatInstant(after(backend.present(), duration(0 - history)))).split('|')
    const since = instant(Date.parse(begin ?? ''))
    const until = instant(Math.min(after(since, longest), after(backend.present(), day24)))
    const path = `/incidents?since=${formatInstant(since)}&until=${formatInstant(until)}&sort_by=created_at:asc`
    const read = await pageOf(backend, path, 'incidents', offset, call)
    const last = read.items.at(-1)
    const at = typeof last === 'object' && last !== null && 'created_at' in last ? String(last.created_at) : undefined
    const deep = read.cursor !== undefined && Number(read.cursor) >= deepest && at !== undefined
    const next = deep
      ? `${at}|0`
      : read.cursor !== undefined
        ? `${begin}|${read.cursor}`
        : until < backend.present()
          ? `${formatInstant(until)}|0`
          : undefined
    return { items: read.items, ...(next !== undefined && { cursor: next }) }
  }

  const readWire = async (id: Id, call: Call): Promise<unknown> => {
    const found = await backend.find(
      `/incidents/${encodeURIComponent(id === '' ? '-' : id)}`,
      v.object({ incident: v.unknown() }),
      call,
    )
    return found?.incident
  }

  /** Incidents that the log speaks of since a moment: the list cannot be asked for what was touched. */
  async function touched(since: Instant, cursor: string | undefined, call: Call): Promise<WirePage> {
    const read = await pageOf(backend, `/log_entries?since=${formatInstant(since)}`, 'log_entries', cursor, call)
    const ids = read.items.flatMap((item) => {
      const verdict = v.safeParse(logEntry, item)
      return verdict.success && verdict.output.incident ? [verdict.output.incident.id] : []
    })
    const waiting = [...new Set(ids)]
    const items: unknown[] = []
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const item = await readWire(id, call)
        if (item !== undefined) items.push(item)
      }
    }
    await Promise.all(Array.from({ length: 6 }, work))
    return { items, ...(read.cursor !== undefined && { cursor: read.cursor }) }
  }

  const services = (call: Call) => allOf(backend, '/services', 'services', service, call)
  /** Teams first, then people: one list here, two there. */
  const parties = async (cursor: string | undefined, call: Call): Promise<WirePage> => {
    const [kind, offset] = (cursor ?? 'teams|0').split('|')
    const name = kind === 'users' ? 'users' : 'teams'
    const read = await pageOf(backend, `/${name}`, name, offset, call)
    const next = read.cursor === undefined ? (name === 'teams' ? 'users|0' : undefined) : `${name}|${read.cursor}`
    return { items: read.items, ...(next !== undefined && { cursor: next }) }
  }

  const ofServices = { schema: service, place: `${url}/services` } as const
  return openListed(
    {
      opening,
      title: 'PagerDuty',
      backend,
      listings: {
        workloads: listing('workloads', {
          ...ofServices,
          page: (cursor, call) => pageOf(backend, '/services', 'services', cursor, call),
          map: (item) => [workloadOf(item)],
        }),
        activities: listing('activities', {
          ...ofServices,
          page: (cursor, call) => pageOf(backend, '/services', 'services', cursor, call),
          map: (item) => [activityOf(item)],
        }),
        assignments: listing('assignments', {
          schema: v.custom<ReturnType<typeof assignmentsOf>>(Array.isArray),
          place: `${url}/oncalls`,
          page: async (_cursor, call) => {
            const [every, policies, calls] = await Promise.all([
              services(call),
              allOf(backend, '/escalation_policies', 'escalation_policies', policy, call),
              allOf(backend, '/oncalls', 'oncalls', onCall, call),
            ])
            const byId = new Map(policies.map((each) => [each.id, each]))
            const declared = every.map((each) => assignmentsOf(each, byId))
            return { items: [...declared, onCallOf(every, calls)] }
          },
          map: (item) => item,
        }),
        parties: listing('parties', {
          schema: v.union([
            v.pipe(
              user,
              v.check((item) => item.email !== undefined),
            ),
            team,
          ]),
          place: `${url}/teams and /users`,
          page: parties,
          map: (item) => ['email' in item ? personOf(item) : teamOf(item)],
        }),
        incidents: listing('incidents', {
          schema: incident,
          place: `${url}/incidents`,
          page: incidents,
          changes: touched,
          one: readWire,
          map: (item) => [incidentOf(item)],
        }),
      },
      histories: {
        of: async (id, call) =>
          entriesOf(
            await allOf(backend, `/incidents/${encodeURIComponent(id)}/log_entries`, 'log_entries', logEntry, call),
            id,
          ),
      },
      commands: createCommands({
        backend,
        readIncident: async (id, call) => {
          const item = await readWire(id, call)
          return item === undefined ? undefined : incidentOf(fitting(incident, item, opening.id, `incident ${id}`))
        },
      }),
      ...(options.renewSeconds !== undefined && { renewAfter: options.renewSeconds * 1000 }),
    },
    engine,
  )
}
