import { pathTo } from '../../../../app/paths'
import { reachOf } from '../../../../domain/find/reach'
import { isInactive } from '../../../../domain/holders'
import type { Party } from '../../../../domain/ownership'
import type { Id } from '../../../../domain/units'
import { Link, SafeLink } from '../../../../ui'
import type { Names } from '../../useNames'
import styles from './who.module.css'

const membersOf = (names: Names) => (team: Id) =>
  names.parties.filter((party): party is Party => party.type === 'person' && party.teams.includes(team))

/** What a contact is called where its address would take a line of its own. */
const shortly = (kind: string, text: string): string => (kind === 'mail' || text.length > 24 ? kind : text)

/** A team or person and the quickest way to reach them. A person without a contact is reached through a team. */
export function PartyReach({ id, names }: { readonly id: Id; readonly names: Names }) {
  const party = names.partyOf(id)
  const left = isInactive(id, { party: names.partyOf, members: membersOf(names) })
  const reach = party && !left ? reachOf(party, names.partyOf) : undefined
  return (
    <span className={styles.party}>
      <Link to={pathTo('parties', { id })}>{names.party(id)}</Link>
      {left && <span className={styles.gap}>{party?.type === 'team' ? 'everybody has left' : 'has left'}</span>}
      {reach && (
        <span className={styles.reach} title={`${reach.who}: ${reach.text}`}>
          {reach.url === undefined ? (
            reach.text
          ) : (
            <SafeLink href={reach.url}>{shortly(reach.kind.replace('unknown:', ''), reach.text)}</SafeLink>
          )}
        </span>
      )}
    </span>
  )
}
