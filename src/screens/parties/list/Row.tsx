import { pathTo } from '../../../app/paths'
import type { Recorded } from '../../../domain/recorded'
import { Badge, Icon, Link, RoleLetter } from '../../../ui'
import styles from '../parties.module.css'
import { countText, unlistedText } from '../words'
import type { PartyRow } from './rows'

/** A count, or that nobody could count: a dash is no zero. */
const told = (count: number, recorded: boolean) =>
  recorded ? (
    countText(count)
  ) : (
    <span title="not recorded">
      –<span className="hidden"> not recorded</span>
    </span>
  )

/** One party: what it is, how much it holds, and what is wrong with that. */
export function Row({ row, records }: { readonly row: PartyRow; readonly records: Recorded }) {
  const { id, name, team, party, left, within, counts } = row
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
          <RoleLetter letter="A" name="Answers for" /> {told(counts.A, records.accountable)}
        </span>
        <span>
          <RoleLetter letter="R" name="Performs" /> {told(counts.R, records.responsible)}
        </span>
        <span className={counts.sole > 0 ? styles.sole : 'faint'}>{countText(counts.sole)} on one person</span>
        <span className={counts.gaps > 0 ? styles.gaps : 'faint'}>
          {countText(counts.gaps)} {counts.gaps === 1 ? 'gap' : 'gaps'}
        </span>
      </div>
    </div>
  )
}
