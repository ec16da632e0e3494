import type { Contact, Party } from '../ownership'
import type { Id } from '../units'

/** A way to reach somebody about something. */
export interface Reach {
  /** Whom it reaches. */
  readonly who: string
  readonly kind: Contact['kind']
  readonly text: string
  /** Where it opens, if it opens anywhere. */
  readonly url?: string
}

/** What answers soonest comes first. */
const soonest: readonly Contact['kind'][] = ['chat', 'pager', 'phone', 'mail', 'web']

/** Where a contact opens: its own address, or that of the mail it is. */
export const addressOf = ({ kind, text, url }: Contact): string | undefined =>
  url ?? (kind === 'mail' && /^[^\s@]+@[^\s@]+$/.test(text) ? `mailto:${text}` : undefined)

const worth = (contact: Contact): number => {
  const place = soonest.indexOf(contact.kind)
  return (addressOf(contact) === undefined ? 10 : 0) + (place < 0 ? soonest.length : place)
}

/** The contact to try first: one that opens something before one that only says something. */
export const bestContact = (contacts: readonly Contact[]): Contact | undefined =>
  contacts.toSorted((left, right) => worth(left) - worth(right))[0]

/** How to reach the party, or, where nothing says so of a person, one of their teams. */
export function reachOf(party: Party, lookup: (id: Id) => Party | undefined): Reach | undefined {
  const teams = party.type === 'person' ? party.teams.flatMap((id) => lookup(id) ?? []) : []
  for (const { name, contacts } of [party, ...teams]) {
    const contact = bestContact(contacts)
    if (!contact) continue
    const { kind, text } = contact
    const url = addressOf(contact)
    return { who: name, kind, text, ...(url !== undefined && { url }) }
  }
  return undefined
}
