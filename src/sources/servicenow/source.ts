import type * as v from 'valibot'
import type { Id, Instant } from '../../domain/units'
import type { Opening } from '../catalogue'
import type { Call, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { readJson } from '../http'
import { connect, fitting } from '../listing/backend'
import { listing, openListed, type WirePage } from '../listing/listed'
import { createCommands } from './commands'
import { entriesOf, incidentOf, personOf, problemOf, teamOf, workloadOf } from './map'
import {
  audit,
  group,
  incident,
  item,
  journal,
  listOf,
  member,
  oneOf,
  people,
  problem,
  type Row,
  timeText,
  user,
  valueOf,
} from './wire'

export interface ServicenowOptions {
  readonly url: string
  /** An encoded query that limits incidents, such as `active=true^ORopened_at>=javascript:gs.daysAgo(365)`. */
  readonly incidentQuery?: string
  /** The same for configuration items. */
  readonly itemQuery?: string
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

/** So many records a request; the instance's own default limit is ten times that. */
const perPage = 1_000
/** Fields whose changes make a timeline. */
const told = 'fieldnameINstate,priority,assignment_group,assigned_to'

const names = (schema: { readonly entries: object }) => Object.keys(schema.entries).join(',')
const nameOf = (row: unknown) => {
  const name = typeof row === 'object' && row !== null && 'number' in row ? row.number : undefined
  return typeof name === 'string' ? name : undefined
}

/** Opens an instance through its Table API. */
export function openServicenow(options: ServicenowOptions, opening: Opening, engine: RemoteEngine): Source {
  const url = new URL(options.url, opening.base).href.replace(/\/$/, '')
  const patience = options.timeoutSeconds === undefined ? {} : { patience: options.timeoutSeconds * 1000 }
  const backend = connect({ source: opening.id, url, now: opening.now, ...patience })
  const table = (name: string) => `/api/now/table/${name}`

  /** A page of a table. Sorted by the key, so that what is written meanwhile moves nothing. */
  async function pageOf(
    name: string,
    schema: { readonly entries: object },
    query: string,
    cursor: string | undefined,
    call: Call,
  ): Promise<WirePage> {
    const offset = Number(cursor ?? 0)
    const asked = new URLSearchParams({
      sysparm_query: `${query === '' ? '' : `${query}^`}ORDERBYsys_id`,
      sysparm_fields: names(schema),
      sysparm_display_value: 'all',
      sysparm_limit: String(perPage),
      sysparm_offset: String(offset),
    })
    const response = await backend.request(`${table(name)}?${asked.toString()}`, call)
    const place = `${url}${table(name)}`
    const { result } = fitting(listOf, await readJson(response, backend.source, call), backend.source, place)
    const total = Number(response.headers.get('x-total-count') ?? Number.NaN)
    const more = Number.isFinite(total) ? offset + result.length < total : result.length === perPage
    return {
      items: result,
      ...(Number.isFinite(total) && { total }),
      ...(more && result.length > 0 && { cursor: String(offset + result.length) }),
    }
  }
  async function allOf<S extends v.GenericSchema<unknown, Row> & { readonly entries: object }>(
    name: string,
    schema: S,
    query: string,
    call: Call,
  ): Promise<readonly Row[]> {
    const rows: Row[] = []
    let cursor: string | undefined
    do {
      const page = await pageOf(name, schema, query, cursor, call)
      rows.push(...page.items.map((each) => fitting(schema, each, backend.source, `${url}${table(name)}`)))
      cursor = page.cursor
    } while (cursor !== undefined)
    return rows
  }
  const quoted = (id: string) => id.replaceAll('^', '^^')
  const byNumber = async (name: string, schema: { readonly entries: object }, id: Id, call: Call) =>
    (await pageOf(name, schema, `number=${quoted(id)}`, undefined, call)).items[0]
  const readRow = async (id: Id, call: Call): Promise<Row | undefined> => {
    const row = await byNumber('incident', incident, id, call)
    return row === undefined ? undefined : fitting(incident, row, backend.source, id)
  }

  /** Groups first, then people with the groups they are in. */
  async function parties(cursor: string | undefined, call: Call): Promise<WirePage> {
    const [kind, offset] = (cursor ?? 'groups|0').split('|')
    if (kind === 'groups') {
      const page = await pageOf('sys_user_group', group, '', offset, call)
      const next = page.cursor === undefined ? 'users|0' : `groups|${page.cursor}`
      return { items: page.items.map((row) => ({ row, groups: undefined })), cursor: next }
    }
    const page = await pageOf('sys_user', user, '', offset, call)
    const rows = page.items.map((row) => fitting(user, row, backend.source, `${url}${table('sys_user')}`))
    const ids = rows.flatMap((row: Row) => valueOf(row, 'sys_id') ?? [])
    const members = ids.length === 0 ? [] : await allOf('sys_user_grmember', member, `userIN${ids.join(',')}`, call)
    const groupsOf = (id: string | undefined) =>
      members.filter((row) => valueOf(row, 'user') === id).flatMap((row) => valueOf(row, 'group') ?? [])
    return {
      items: rows.map((row: Row) => ({ row, groups: groupsOf(valueOf(row, 'sys_id')) })),
      ...(page.cursor !== undefined && { cursor: `users|${page.cursor}` }),
    }
  }

  const since = (at: Instant) => `sys_updated_on>=${timeText(at)}`
  const both = (...parts: readonly (string | undefined)[]) =>
    parts.filter((part) => part !== undefined && part !== '').join('^')
  return openListed(
    {
      opening,
      title: 'ServiceNow',
      backend,
      listings: {
        workloads: listing('workloads', {
          schema: item,
          place: `${url}${table('cmdb_ci')}`,
          page: (cursor, call) => pageOf('cmdb_ci', item, options.itemQuery ?? '', cursor, call),
          map: (row: Row) => [workloadOf(row)],
        }),
        parties: listing('parties', {
          schema: people,
          place: `${url}, sys_user_group and sys_user`,
          page: parties,
          map: ({ row, groups }) => [groups ? personOf(row, groups) : teamOf(row)],
        }),
        incidents: listing('incidents', {
          schema: incident,
          place: `${url}${table('incident')}`,
          page: (cursor, call) => pageOf('incident', incident, options.incidentQuery ?? '', cursor, call),
          changes: (at, cursor, call) =>
            pageOf('incident', incident, both(options.incidentQuery, since(at)), cursor, call),
          one: (id, call) => byNumber('incident', incident, id, call),
          map: (row: Row) => [incidentOf(row)],
          nameOf,
        }),
        problems: listing('problems', {
          schema: problem,
          place: `${url}${table('problem')}`,
          page: (cursor, call) => pageOf('problem', problem, '', cursor, call),
          changes: (at, cursor, call) => pageOf('problem', problem, since(at), cursor, call),
          one: (id, call) => byNumber('problem', problem, id, call),
          map: (row: Row) => [problemOf(row)],
          nameOf,
        }),
      },
      histories: {
        of: async (id, call) => {
          const row = await readRow(id, call)
          const key = row && valueOf(row, 'sys_id')
          if (key === undefined) return []
          const [written, changed] = await Promise.all([
            allOf('sys_journal_field', journal, `element_id=${key}`, call),
            allOf('sys_audit', audit, `documentkey=${key}^${told}`, call),
          ])
          return entriesOf(written, changed, id)
        },
      },
      commands: createCommands({
        source: opening.id,
        readIncident: async (id, call) => {
          const row = await readRow(id, call)
          return row && { incident: incidentOf(row), sysId: valueOf(row, 'sys_id') ?? '' }
        },
        problemKey: async (id, call) => {
          const row = await byNumber('problem', problem, id, call)
          return row === undefined ? undefined : valueOf(fitting(problem, row, backend.source, id), 'sys_id')
        },
        patch: (sysId, change, call) =>
          backend.json(`${table('incident')}/${encodeURIComponent(sysId)}`, oneOf, call, {
            method: 'PATCH',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(change),
          }),
      }),
      ...(options.renewSeconds !== undefined && { renewAfter: options.renewSeconds * 1000 }),
    },
    engine,
  )
}
