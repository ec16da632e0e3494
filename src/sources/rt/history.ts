import type { EntryFields, TimelineEntry } from '../../domain/timeline'
import type { Id } from '../../domain/units'
import type { Rules } from './rules'
import { type Attachment, idIn, momentOf, type Transaction } from './wire'

/** What transactions name by number. */
export interface Numbers {
  /** Names of custom fields by their numbers. */
  readonly fields: ReadonlyMap<string, string>
  /** Names of users by their numbers. */
  readonly users: ReadonlyMap<string, string>
}

/** The sentences of a page, where a message came as nothing else. It is shown as text, never as a page. */
const unmarked = (html: string): string =>
  html
    .replaceAll(/<(?:br|\/p|\/div)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What was written with each transaction: its first plain text, else its first page. */
export function textsOf(parts: readonly Attachment[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const ofType = (type: string) => parts.filter(({ ContentType: told }) => told?.startsWith(type) === true)
  const add = ({ TransactionId: id, Content: content }: Attachment, read: (text: string) => string) => {
    const text = read(content ?? '').trim()
    if (!texts.has(id) && text !== '') texts.set(id, text)
  }
  for (const part of ofType('text/plain')) add(part, (text) => text)
  for (const part of ofType('text/html')) add(part, unmarked)
  return texts
}

const change = (kind: EntryFields['kind'], from: string, to: string): EntryFields => ({
  kind,
  ...(from !== '' && { from }),
  ...(to !== '' && { to }),
})

/** `fsck.com-rt://example.com/ticket/12`, as links are written in the history. */
const ticketIn = (uri: string): string | undefined => /\/ticket\/(\d+)$/.exec(uri)?.[1]

/** Mail that RT sent, and what is told twice. */
const isEcho = ({ Type: type, Field: field }: Transaction): boolean =>
  type === 'EmailRecord' || type === 'CommentEmailRecord' || (type === 'SetWatcher' && field === 'Owner')

function told(one: Transaction, text: string | undefined, rules: Rules, { fields, users }: Numbers): EntryFields {
  const [from, to, field] = [one.OldValue ?? '', one.NewValue ?? '', one.Field ?? '']
  const rank = (value: string) => (value === '' ? '' : String(rules.severity(value) ?? (value === '0' ? '' : value)))
  switch (one.Type) {
    case 'Create':
      return { kind: 'note', text: text ?? 'Ticket created' }
    case 'Comment':
      return { kind: 'note', text: text ?? '' }
    case 'Correspond':
      return { kind: 'update', text: text ?? '' }
    case 'Status':
      return change('state', rules.state(from), rules.state(to))
    case 'AddLink':
    case 'DeleteLink': {
      const ticket = field === 'MemberOf' ? ticketIn(from || to) : undefined
      if (ticket === undefined) return { kind: `unknown:${one.Type}`, text: `${field} ${from || to}`.trim() }
      return { kind: 'link', [one.Type === 'AddLink' ? 'to' : 'from']: rules.idOf(ticket) }
    }
    case 'CustomField': {
      const name = fields.get(field)?.toLowerCase()
      const is = (known: string | undefined) => known !== undefined && known.toLowerCase() === name
      const team = (value: string) => (value === '' ? '' : `team:${value}`)
      if (is(rules.fields.team)) return change('assignment', team(from), team(to))
      if (is(rules.fields.severity)) return change('severity', rank(from), rank(to))
      return change(`unknown:${fields.get(field) ?? `custom field ${field}`}`, from, to)
    }
    case 'Set': {
      const person = (number: string) => {
        const name = users.get(number) ?? number
        return name === '' || name === 'Nobody' ? '' : `person:${name}`
      }
      if (field === 'Owner') return change('assignment', person(from), person(to))
      if (field === 'Priority' && rules.fields.severity === undefined) return change('severity', rank(from), rank(to))
      return change(`unknown:${field}`, from, to)
    }
    default:
      return { ...change(`unknown:${one.Type}`, from, to), ...(text !== undefined && { text }) }
  }
}

/** The numbers of users that a history names. */
export const usersIn = (history: readonly Transaction[]): readonly string[] => [
  ...new Set(
    history.flatMap(({ Type: type, Field: field, OldValue: from, NewValue: to }) =>
      type === 'Set' && field === 'Owner' ? [from ?? '', to ?? ''].filter((number) => /^\d+$/.test(number)) : [],
    ),
  ),
]

/** The history of a ticket as a timeline. */
export const entriesOf = (
  history: readonly Transaction[],
  texts: ReadonlyMap<string, string>,
  incident: Id,
  rules: Rules,
  numbers: Numbers,
): readonly TimelineEntry[] =>
  history.flatMap((one) => {
    const at = momentOf(one.Created, 'Created')
    if (at === undefined || isEcho(one)) return []
    const actor = idIn(one.Creator)
    return [
      {
        id: `${incident}/${one.id}`,
        incident,
        at,
        sequence: Number(one.id),
        ...told(one, texts.get(one.id), rules, numbers),
        ...(actor !== undefined && { actor }),
      },
    ]
  })
