import { pathTo } from '../../../app/paths'
import type { OwnershipView } from '../../../data'
import { addressOf } from '../../../domain/find/reach'
import { isInactive } from '../../../domain/holders'
import { byShownName, nameOf } from '../../../domain/matrix'
import { type Contact, isTeamId, type Party } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import { Badge, Icon, Link, SafeLink } from '../../../ui'
import styles from '../page.module.css'
import { countText, unlistedText } from '../words'
import { Names } from './Names'

interface HeadProps {
  readonly id: Id
  readonly view: OwnershipView
}

function Contacts({ contacts, left }: { readonly contacts: readonly Contact[]; readonly left: boolean }) {
  if (contacts.length === 0) return <p className="muted">No contact is recorded.</p>
  return (
    <ul className={styles.contacts} data-left={left}>
      {contacts.map((contact) => {
        const address = addressOf(contact)
        return (
          <li key={`${contact.kind} ${contact.text}`}>
            <span className={styles.kind}>{contact.kind.replace('unknown:', '')}</span>
            {address === undefined ? <span>{contact.text}</span> : <SafeLink href={address}>{contact.text}</SafeLink>}
          </li>
        )
      })}
    </ul>
  )
}

function Around({ party, view }: { readonly party: Party; readonly view: OwnershipView }) {
  const { ownership, parties } = view
  if (party.type === 'person')
    return (
      <dl className={styles.around}>
        <dt>Teams</dt>
        <dd>{party.teams.length === 0 ? 'none recorded' : <Names ids={party.teams} ownership={ownership} />}</dd>
      </dl>
    )
  const members = ownership.members(party.id).toSorted((left, right) => byShownName(left.name, right.name))
  const here = members.filter(({ id }) => !isInactive(id, ownership))
  const gone = members.filter(({ id }) => isInactive(id, ownership))
  const below = parties.filter((each) => each.type === 'team' && each.parent === party.id)
  return (
    <dl className={styles.around}>
      {party.parent !== undefined && (
        <>
          <dt>Part of</dt>
          <dd>
            <Names ids={[party.parent]} ownership={ownership} />
          </dd>
        </>
      )}
      {below.length > 0 && (
        <>
          <dt>Teams in it</dt>
          <dd>
            <Names ids={below.map(({ id }) => id)} ownership={ownership} />
          </dd>
        </>
      )}
      <dt>Members</dt>
      <dd>
        {members.length === 0 ? (
          'none recorded'
        ) : (
          <>
            {countText(here.length)} of {countText(members.length)} here:{' '}
            <Names ids={[...here, ...gone].map(({ id }) => id)} ownership={ownership} />
          </>
        )}
      </dd>
    </dl>
  )
}

/** Who it is, whether they are still here, how to reach them, and where to go from here. */
export function Head({ id, view }: HeadProps) {
  const { ownership } = view
  const party = ownership.party(id)
  const team = isTeamId(id)
  const left = isInactive(id, ownership)
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <Icon name={team ? 'list' : 'person'} size={18} />
        <h2>{nameOf(id, ownership)}</h2>
        <span className="muted">{team ? 'Team' : 'Person'}</span>
        {left && <Badge tone="warn">{team ? 'everybody has left' : 'has left'}</Badge>}
        {!party && <Badge tone="stale">{unlistedText}</Badge>}
      </div>
      {party?.type === 'team' && party.mandate !== undefined && <p>{party.mandate}</p>}
      {party && <Contacts contacts={party.contacts} left={left} />}
      {party && <Around party={party} view={view} />}
      {party && party.tags.length > 0 && <p className="muted">Tags: {party.tags.join(', ')}</p>}
      <nav className={styles.ways} aria-label="From here">
        <Link to={pathTo('ownership', team ? { team: id } : { person: id })}>Show in the matrix</Link>
        <Link to={pathTo('transfer', { from: id })}>Plan a transfer</Link>
        {party?.type === 'team' && party.url !== undefined && <SafeLink href={party.url}>Page of the team</SafeLink>}
        <Link to={pathTo('parties')}>All teams and people</Link>
      </nav>
    </header>
  )
}
