import type { MouseEvent } from 'react'
import type { Role } from '../../../domain/ownership'
import type { Recorded } from '../../../domain/recorded'
import type { Share } from '../../../domain/party/held'
import { cx, RoleLetter } from '../../../ui'
import styles from '../page.module.css'
import { countText } from '../words'

interface SumProps {
  readonly shares: Readonly<Record<Role, readonly Share[]>>
  /** Roles that any source records. */
  readonly recorded: ReadonlySet<Role>
  readonly records: Recorded
  readonly broken: number
  readonly sole: number
  readonly reviews: number
  /** Whether the people of it are known. */
  readonly peopled: boolean
}

/** Leads to the list behind a figure. Not by the hash: the address of a view stays what it is. */
function show(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault()
  const list = document.getElementById(event.currentTarget.hash.slice(1))
  list?.focus({ preventScroll: true })
  list?.scrollIntoView?.({ block: 'start' })
}

/** The figures of the sections below, to take in at a glance. */
export function Sum({ shares, recorded, records, broken, sole, reviews, peopled }: SumProps) {
  const figures = [
    { label: 'answers for', letter: 'A', anchor: 'A', count: shares.A.length, told: recorded.has('A') },
    { label: 'performs', letter: 'R', anchor: 'R', count: shares.R.length, told: recorded.has('R') },
    { label: 'validates', letter: 'V', anchor: 'V', count: shares.V.length, told: recorded.has('V') },
    { label: 'with a gap', anchor: 'gaps', count: broken, told: recorded.has('A'), alarm: true },
    { label: 'on one person', anchor: 'sole', count: sole, told: records.owners && peopled, alarm: true },
    { label: 'open reviews', anchor: 'reviews', count: reviews, told: records.reviews, alarm: true },
  ] as const
  return (
    <dl className={styles.sum} aria-label="In figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>
            {'letter' in figure && <RoleLetter letter={figure.letter} />} {figure.label}
          </dt>
          <dd className={cx('alarm' in figure && figure.count > 0 && styles.gap)}>
            {figure.count === 0 ? (
              figure.told ? (
                0
              ) : (
                <span className={styles.unrecorded}>not recorded</span>
              )
            ) : (
              <a href={`#${figure.anchor}`} aria-label={`${countText(figure.count)} ${figure.label}`} onClick={show}>
                {countText(figure.count)}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
