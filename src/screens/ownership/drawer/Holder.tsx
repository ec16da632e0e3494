import type { Ownership } from '../../../domain/coverage'
import { isInactive } from '../../../domain/holders'
import type { Assignment, Contact } from '../../../domain/ownership'
import { SafeLink } from '../../../ui'
import looks from '../ownership.module.css'
import { PartyLink, PartyLinks } from './PartyLink'
import styles from './drawer.module.css'

interface HolderProps {
  readonly claim: Assignment
  readonly ownership: Ownership
  /** Without contacts. */
  readonly plain?: boolean
}

/** Who holds a role: name, team, whether they have left, where the claim comes from, how to reach them. */
export function Holder({ claim, ownership, plain = false }: HolderProps) {
  const { party: id, placeholder, inheritedFrom } = claim
  if (id === undefined) return <span className={looks.sev1}>“{placeholder}” stands where a name should</span>
  const party = ownership.party(id)
  const teams = party?.type === 'person' ? party.teams : []
  const left = isInactive(id, ownership)
  return (
    <>
      <span>
        <PartyLink id={id} ownership={ownership} />
        {teams.length > 0 && (
          <span className="muted">
            {' · '}
            <PartyLinks ids={teams} ownership={ownership} />
          </span>
        )}
        {left && <span className={looks.sev2}> · {party?.type === 'team' ? 'everybody has left' : 'has left'}</span>}
        {!party && <span className="muted"> · in no list of people or teams</span>}
        {inheritedFrom !== undefined && (
          <span className="muted"> · inherited from {ownership.workload(inheritedFrom)?.name ?? inheritedFrom}</span>
        )}
      </span>
      {!plain && party && !left && <Contacts contacts={party.contacts} />}
    </>
  )
}

/** What a contact is called where its address would take a line of its own. */
const contactText = ({ kind, text }: Contact): string => (kind === 'mail' ? 'mail' : text)

const Contacts = ({ contacts }: { readonly contacts: readonly Contact[] }) =>
  contacts.length > 0 && (
    <span className={styles.contacts}>
      {contacts.map((contact) => (
        <span key={`${contact.kind} ${contact.text}`} title={contact.text}>
          {contact.url === undefined ? contact.text : <SafeLink href={contact.url}>{contactText(contact)}</SafeLink>}
        </span>
      ))}
    </span>
  )
