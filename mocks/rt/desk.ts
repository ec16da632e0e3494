import { formatInstant, type Instant, parseInstant } from '../../src/domain/units'
import { customFields, fieldNumber, type Moment, type Told, web } from './told'

/** A body that changes or makes a ticket. */
export type Body = Readonly<Record<string, unknown>>

const inactive: ReadonlySet<string> = new Set(['resolved', 'closed', 'rejected'])
const statuses: ReadonlySet<string> = new Set([
  'new', 'open', 'mitigating', 'stalled', 'known error', 'fix in progress', ...inactive,
]) // prettier-ignore
const names = Object.keys(customFields)
const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(String).filter((each) => each !== '')

/** The tickets behind the mock, and what RT does with a change: its own moments, and a transaction for each. */
export function createDesk(tickets: readonly Told[], now: () => Instant) {
  const held = new Map(tickets.map((ticket) => [ticket.number, ticket]))
  let made = Math.max(1, ...tickets.flatMap(({ history }) => history.map(({ id }) => id))) + 1_000_000

  function note(number: number, ...moments: readonly Omit<Moment, 'id' | 'at' | 'actor'>[]): void {
    const ticket = held.get(number)
    if (!ticket || moments.length === 0) return
    const at = now()
    const history = moments.map((moment) => ({ id: (made += 1), at, actor: 'watchbill', ...moment }))
    held.set(number, { ...ticket, updated: at, history: [...ticket.history, ...history] })
  }
  const alter = (number: number, change: Partial<Told>) => {
    const ticket = held.get(number)
    if (ticket) held.set(number, { ...ticket, ...change })
  }

  function setStatus(ticket: Told, to: string): string {
    if (!statuses.has(to)) return `Ticket ${ticket.number}: Status '${to}' isn't a valid status for this ticket.`
    alter(ticket.number, {
      status: to,
      ...(ticket.status === 'new' && ticket.started === undefined && { started: now() }),
      ...(inactive.has(to) && !inactive.has(ticket.status) && { resolved: now() }),
    })
    note(ticket.number, { type: 'Status', field: 'Status', from: ticket.status, to })
    return `Ticket ${ticket.number}: Status changed from '${ticket.status}' to '${to}'`
  }
  function setField(ticket: Told, name: string, value: unknown): string {
    const [before = '', after = ''] = [ticket.fields[name]?.[0], texts(value)[0]]
    if (!names.includes(name) || before === after) return ''
    alter(ticket.number, { fields: { ...ticket.fields, [name]: texts(value) } })
    note(ticket.number, { type: 'CustomField', field: name, from: before, to: after })
    return `${name} ${before} changed to ${after}`
  }
  function setParent(ticket: Told, to: number | undefined): string {
    const link = (parent: number) => ({ field: 'MemberOf', to: `fsck.com-rt://larkmere/ticket/${parent}` })
    const { parent: before, ...rest } = ticket
    held.set(ticket.number, { ...rest, ...(to !== undefined && { parent: to }) })
    if (to !== undefined) note(ticket.number, { type: 'AddLink', ...link(to) })
    if (before !== undefined) {
      const { to: from, field } = link(before)
      note(ticket.number, { type: 'DeleteLink', field, from })
    }
    return `Ticket ${ticket.number} member of Ticket ${to ?? 'none'}.`
  }

  /** What each part of a body does, in the order of RT, with the sentence that it answers. */
  function change(number: number, body: Body): readonly string[] {
    const said: string[] = []
    const each = (name: string, set: (ticket: Told, value: unknown) => string) => {
      const ticket = held.get(number)
      if (ticket && body[name] !== undefined) said.push(set(ticket, body[name]))
    }
    each('Subject', (_ticket, value) => (alter(number, { subject: String(value), updated: now() }), 'Subject changed'))
    each('Owner', (ticket, value) => {
      alter(number, { owner: String(value) })
      note(number, { type: 'Set', field: 'Owner', from: ticket.owner, to: String(value) })
      note(number, { type: 'SetWatcher', field: 'Owner', from: ticket.owner, to: String(value) })
      return `Ticket ${number}: Owner changed from ${ticket.owner} to ${String(value)}`
    })
    each('Priority', (ticket, value) => {
      alter(number, { priority: String(value) })
      note(number, { type: 'Set', field: 'Priority', from: ticket.priority, to: String(value) })
      return `Ticket ${number}: Priority changed from '${ticket.priority}' to '${String(value)}'`
    })
    each('Status', (ticket, value) => setStatus(ticket, String(value)))
    for (const [name, value] of Object.entries((body['CustomFields'] ?? {}) as Body))
      each('CustomFields', (ticket) => setField(ticket, name, value))
    if (body['AddMemberOf'] !== undefined || body['DeleteMemberOf'] !== undefined) {
      const to = body['AddMemberOf']
      const ticket = held.get(number)
      if (ticket) said.push(setParent(ticket, to === undefined ? undefined : Number(to)))
    }
    return said.filter((sentence) => sentence !== '')
  }

  function make(body: Body): number {
    const number = Math.max(0, ...held.keys()) + 1
    const at = now()
    const fields = Object.entries((body['CustomFields'] ?? {}) as Body).map(
      ([name, value]) => [name, texts(value)] as const,
    )
    held.set(number, {
      number,
      queue: String(body['Queue']),
      subject: String(body['Subject']),
      status: 'new',
      priority: '0',
      owner: typeof body['Owner'] === 'string' ? body['Owner'] : 'Nobody',
      created: at,
      updated: at,
      fields: Object.fromEntries(fields),
      history: [],
    })
    note(number, { type: 'Create' })
    for (const member of (body['Members'] ?? []) as readonly number[]) {
      const ticket = held.get(member)
      if (ticket) setParent(ticket, number)
    }
    return number
  }
  const all = () => [...held.values()].toSorted((left, right) => left.number - right.number)
  return { all, get: (number: number) => held.get(number), change, make, note }
}

const never = '1970-01-01T00:00:00Z'
const moment = (at: Instant | undefined) => (at === undefined ? never : formatInstant(at))
const user = (name: string) => ({ type: 'user', id: name, _url: `${web}/REST/2.0/user/${encodeURIComponent(name)}` })
/** Moments of custom fields are told as RT tells them. */
const value = (text: string) => (parseInstant(text) === undefined ? text : moment(parseInstant(text)))

/** A ticket in the words of a search. */
export const ticketTold = ({ number, parent, fields, ...ticket }: Told) => ({
  type: 'ticket',
  id: String(number),
  _url: `${web}/REST/2.0/ticket/${number}`,
  Subject: ticket.subject,
  Status: ticket.status,
  Priority: ticket.priority,
  Owner: user(ticket.owner),
  Created: moment(ticket.created),
  Started: moment(ticket.started),
  Resolved: moment(ticket.resolved),
  LastUpdated: moment(ticket.updated),
  CustomFields: names.map((name) => ({
    type: 'customfield',
    id: fieldNumber(name),
    name,
    values: (fields[name] ?? []).map(value),
  })),
  _hyperlinks: [
    { type: 'ticket', ref: 'self', id: number, _url: `${web}/REST/2.0/ticket/${number}` },
    ...(parent === undefined
      ? []
      : [{ type: 'ticket', ref: 'parent', id: String(parent), _url: `${web}/REST/2.0/ticket/${parent}` }]),
    { ref: 'history', _url: `${web}/REST/2.0/ticket/${number}/history` },
  ],
})

/** A transaction in the words of a history: users and custom fields by number. */
export const transactionTold = (numberOf: (name: string) => string) => (one: Moment) => {
  const owner = one.field === 'Owner'
  const word = (text: string | undefined) => (owner ? numberOf(text ?? 'Nobody') : (text ?? ''))
  return {
    type: 'transaction',
    id: String(one.id),
    Type: one.type,
    Field: one.type === 'CustomField' ? fieldNumber(one.field ?? '') : (one.field ?? ''),
    OldValue: word(one.from),
    NewValue: word(one.to),
    Created: moment(one.at),
    Creator: user(one.actor),
  }
}
