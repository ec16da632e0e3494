import { useOwnership } from '../../../data'
import type { Standing } from '../../../domain/coverage'
import { Icon } from '../../../ui'
import { alarms } from '../model/words'
import looks from '../ownership.module.css'
import styles from './drawer.module.css'

/** What is wrong, in sentences, worst first; or that nothing is, by what is recorded and could be read. */
export function Gaps({ standing: { gaps, activity, owned, records } }: { readonly standing: Standing }) {
  const excuse = activity.noOwnerBecause
  const { whole } = useOwnership()
  const sound = whole && records.accountable && records.responsible
  return (
    <div className={styles.gaps}>
      {excuse !== undefined && (
        <p>
          <Icon name="info" size={14} />
          <span>Without owner by design: {excuse}</span>
        </p>
      )}
      {gaps.map(({ kind, reason }) => (
        <p key={kind} className={looks[alarms[kind]]}>
          <Icon name="warn" size={14} />
          <span>{reason}</span>
        </p>
      ))}
      {gaps.length === 0 && excuse === undefined && owned === true && (
        <p className={sound ? styles.sound : undefined}>
          <Icon name={sound ? 'check' : 'info'} size={14} />
          <span>
            {sound
              ? 'Owned end to end, no gap in what is recorded.'
              : whole
                ? `No gap in what is recorded. Who ${records.accountable ? 'performs' : 'answers for'} it is not.`
                : 'Owned end to end by what could be read. Not everything could.'}
          </span>
        </p>
      )}
    </div>
  )
}
