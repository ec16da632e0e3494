import { Icon } from '../../../ui'
import { several } from '../model/words'
import styles from '../reviews.module.css'
import type { ReviewList } from './list'

/** Says that nothing is late, but only where everything could be read and reviews are recorded at all. */
export function GoodNews({ list: { shown, count }, whole }: { readonly list: ReviewList; readonly whole: boolean }) {
  const planned = shown.filter(({ group }) => group !== 'unplanned').length
  if (planned === 0 || count('overdue') + count('never') > 0) return null
  return (
    <p className={styles.good} data-whole={whole}>
      <Icon name={whole ? 'check' : 'warn'} size={14} />
      {whole
        ? `None of ${several(planned, 'review')} with a policy is overdue.`
        : `None of the ${several(planned, 'review')} that could be read is overdue. Not everything could be read.`}
    </p>
  )
}
