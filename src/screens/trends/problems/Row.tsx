import { DotStrip } from '../../../charts'
import { cx, Link } from '../../../ui'
import { hoursText, type ProblemRow } from '../model/problems'
import { count, counted } from '../model/words'
import styles from './problems.module.css'

/** Some logs name things by ids with doubled blanks. */
const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** One problem: what it is, how often and how long it burned, when, and what became of its fix. */
export function Row({ row }: { readonly row: ProblemRow }) {
  const { id, title, count: n, dots, fixes, verdict, rates, actions, workaround } = row
  return (
    <li className={styles.problem}>
      <span className={styles.id}>{spaced(title) === spaced(id) ? '' : id}</span>
      <Link to={row.to}>{title}</Link>
      <Link to={row.toIncidents} className={styles.times} aria-label={`${counted(n, 'incident')} of ${id}`}>
        {count(n)} ×
      </Link>
      <span
        className={styles.hours}
        title={`${count(row.open)} open, counted until now; ${count(row.unmeasured)} not measured`}
      >
        {hoursText(row)}
        {row.unmeasured > 0 && (
          <small>
            <Link to={row.toUnmeasured} aria-label={`${count(row.unmeasured)} not measured, of ${id}`}>
              {count(row.unmeasured)} not measured
            </Link>
          </small>
        )}
      </span>
      <div className={styles.strip}>
        <DotStrip
          label={`${counted(n, 'incident')}${fixes.length > 0 ? `, ${counted(fixes.length, 'fix', 'fixes')}` : ''} along the range`}
          dots={dots}
          fixes={fixes}
        />
      </div>
      <span className={cx(styles.verdict, styles[verdict.tone])} title={workaround || undefined}>
        {verdict.text}
        {rates && (
          <small title={`Rate before and after the newest fix: ${rates.full}`}>
            {rates.short.replace('per 30 d', 'per\u00a030\u00a0d')}
          </small>
        )}
      </span>
      <span className={styles.actions}>{actions}</span>
    </li>
  )
}
