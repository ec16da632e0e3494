import type { Role } from '../../../domain/ownership'
import type { Share } from '../../../domain/party/held'
import { cx, RoleLetter } from '../../../ui'
import styles from '../page.module.css'
import { countText } from '../words'

interface SumProps {
  readonly shares: Readonly<Record<Role, readonly Share[]>>
  readonly broken: number
  readonly sole: number
  readonly reviews: number
}

/** The figures of the sections below, to take in at a glance. */
export function Sum({ shares, broken, sole, reviews }: SumProps) {
  const figures = [
    { label: 'answers for', letter: 'A', count: shares.A.length },
    { label: 'performs', letter: 'R', count: shares.R.length },
    { label: 'validates', letter: 'V', count: shares.V.length },
    { label: 'with a gap', count: broken, alarm: true },
    { label: 'on one person', count: sole, alarm: true },
    { label: 'open reviews', count: reviews, alarm: true },
  ] as const
  return (
    <dl className={styles.sum} aria-label="In figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>
            {'letter' in figure && <RoleLetter letter={figure.letter} />} {figure.label}
          </dt>
          <dd className={cx('alarm' in figure && figure.count > 0 && styles.gap)}>{countText(figure.count)}</dd>
        </div>
      ))}
    </dl>
  )
}
