import * as v from 'valibot'
import { type Id, type Instant, minute } from '../../domain/units'
import type { Call } from '../contract'
import { readJson } from '../http'
import { type Backend, fitting } from '../listing/backend'
import type { WirePage } from '../listing/listed'
import type { Rules } from './rules'
import { attachment, type Attachment, page, type Ticket, ticket, transaction, type Transaction, user } from './wire'

/** The most that a page of this API holds. */
const perPage = 100
/** Tickets with their fields and links cost the server much: a page of them has to come before patience ends. */
const ticketsPerPage = 50
const root = '/REST/2.0'
const fields = 'Subject,Status,Priority,Owner,Created,Started,Resolved,LastUpdated,CustomFields,_hyperlinks'

/** A name within quotes of TicketSQL. */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, (mark) => `\\${mark}`)}'`

/** Reads tickets of some queues, and what happened to them. */
export interface Client {
  /** A page of the tickets; those that were touched since a moment where one is given. */
  readonly page: (
    queues: readonly string[],
    cursor: string | undefined,
    call: Call,
    since?: Instant,
  ) => Promise<WirePage>
  /** One ticket of these queues as the page has it. */
  readonly one: (queues: readonly string[], id: Id, call: Call) => Promise<Ticket | undefined>
  readonly history: (number: string, call: Call) => Promise<readonly Transaction[]>
  /** Everything that was written, without what is not text. */
  readonly texts: (number: string, call: Call) => Promise<readonly Attachment[]>
  /** Names of users by their numbers; those that may not be seen are left out. */
  readonly names: (numbers: readonly string[], call: Call) => Promise<ReadonlyMap<string, string>>
}

/** A client that remembers who bears which number: that never changes. */
export function createClient(backend: Backend, rules: Rules): Client {
  const names = new Map<string, string>()

  async function search(query: string, call: Call) {
    const asked = new URLSearchParams({ query, orderby: 'id', order: 'ASC', per_page: String(ticketsPerPage), fields })
    return backend.json(`${root}/tickets?${asked.toString()}`, page, call)
  }
  const within = (queues: readonly string[]) => `(${queues.map((name) => `Queue = ${quoted(name)}`).join(' OR ')})`

  async function allOf<S extends v.GenericSchema>(path: string, schema: S, call: Call) {
    const items: v.InferOutput<S>[] = []
    for (let number = 1, more = true; more; number += 1) {
      const next = await backend.json(`${root}${path}&per_page=${perPage}&page=${number}`, page, call)
      items.push(...next.items.map((item) => fitting(schema, item, backend.source, `${backend.url}${root}${path}`)))
      more = next.items.length > 0 && items.length < (next.total ?? Number.POSITIVE_INFINITY)
    }
    return items
  }

  async function nameOf(number: string, call: Call): Promise<void> {
    if (names.has(number)) return
    const response = await backend.request(`${root}/user/${number}`, call, { accept: [403, 404] })
    if (response.ok)
      names.set(number, fitting(user, await readJson(response, backend.source, call), backend.source, 'A user').Name)
    else await response.body?.cancel()
  }

  return {
    // By number, each page from the last one on: what is moved or made meanwhile moves nothing.
    page: async (queues, cursor, call, since) => {
      const [last = '0', known] = (cursor ?? '').split('|')
      // RT takes every time it is told for one of its user's zone, whatever zone it names; an age has none.
      const age = since === undefined ? 0 : Math.max(1, Math.ceil((backend.present() - since) / minute))
      const touched = since === undefined ? '' : ` AND LastUpdated >= '${age} minutes ago'`
      const { items, total } = await search(`${within(queues)} AND id > ${last || 0}${touched}`, call)
      const all = known || total
      const end = items.at(-1)
      const number = typeof end === 'object' && end !== null && 'id' in end ? String(end.id) : undefined
      // Where rights are not checked by the database a page may be short and yet not the last.
      const more = total == null ? items.length > 0 : items.length < total
      return {
        items,
        ...(all != null && { total: Number(all) }),
        ...(more && number !== undefined && { cursor: `${number}|${all ?? ''}` }),
      }
    },
    one: async (queues, id, call) => {
      // No ticket has the number 0: what is not of ours is asked for too, so that a fault is not told as "none".
      const { items } = await search(`${within(queues)} AND id = ${rules.numberOf(id) ?? 0}`, call)
      return items[0] === undefined ? undefined : fitting(ticket, items[0], backend.source, `Ticket ${id}`)
    },
    history: (number, call) =>
      allOf(`/ticket/${number}/history?fields=Type,Field,OldValue,NewValue,Created,Creator`, transaction, call),
    texts: (number, call) => {
      const text = JSON.stringify([{ field: 'ContentType', operator: 'STARTSWITH', value: 'text/' }])
      const asked = new URLSearchParams({ query: text, fields: 'Content,ContentType,TransactionId' })
      return allOf(`/ticket/${number}/attachments?${asked.toString()}`, attachment, call)
    },
    names: async (numbers, call) => {
      await Promise.all(numbers.slice(0, 6).map((number) => nameOf(number, call)))
      for (const number of numbers.slice(6)) await nameOf(number, call)
      return names
    },
  }
}
