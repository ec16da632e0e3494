import { pathTo } from '../../../app/paths'
import { Badge, Icon, Link, RoleLetter } from '../../../ui'
import styles from '../parties.module.css'
import { countText, unlistedText } from '../words'
import type { PartyRow } from './rows'

/** One party: what it is, how much it holds, and what is wrong with that. */
export function Row({ row: { id, name, team, party, left, within, counts } }: { readonly row: PartyRow }) {
  return (
    <div className={styles.row}>
      <div className={styles.who}>
        <Icon name={team ? 'list' : 'person'} size={14} />
        <span className="hidden">{team ? 'Team' : 'Person'} </span>
        <Link to={pathTo('parties', { id })}>{name}</Link>
        {left && <Badge tone="warn">{team ? 'everybody has left' : 'has left'}</Badge>}
        {!party && <Badge tone="stale">{unlistedText}</Badge>}
        <span className={styles.within}>{within.join(', ')}</span>
      </div>
      <div className={styles.counts}>
        <span>
          <RoleLetter letter="A" name="Answers for" /> {countText(counts.A)}
        </span>
        <span>
          <RoleLetter letter="R" name="Performs" /> {countText(counts.R)}
        </span>
        <span className={counts.sole > 0 ? styles.sole : 'faint'}>{countText(counts.sole)} alone</span>
        <span className={counts.gaps > 0 ? styles.gaps : 'faint'}>
          {countText(counts.gaps)} {counts.gaps === 1 ? 'gap' : 'gaps'}
        </span>
      </div>
    </div>
  )
}
