import { type Role, roleNames, roles } from '../../domain/ownership'
import { cx, RoleLetter } from '../../ui'
import badge from '../../ui/Badge.module.css'
import { notRecorded } from './model/words'
import styles from './ownership.module.css'

const signs = [
  ['O', styles.seen, 'Observed, not declared'],
  ['A', cx(badge.A, styles.inherited), 'Inherited from the workload'],
  ['…', styles.wished, 'Change requested'],
  ['–', styles.borne, 'By design nobody'],
] as const

/** What the letters of the matrix stand for, and which roles no source records: their absence in a cell says nothing. */
export const Legend = ({ recorded }: { readonly recorded: ReadonlySet<Role> }) => (
  <footer className={styles.legend} aria-label="Letters">
    {roles.map((role) => (
      <span key={role}>
        <RoleLetter letter={role} /> {roleNames[role]}
        {!recorded.has(role) && ` (${notRecorded})`}
      </span>
    ))}
    <span>
      <RoleLetter letter="?" /> Nobody accountable
    </span>
    {signs.map(([text, className, meaning]) => (
      <span key={meaning}>
        <i className={cx(badge.letter, styles.sign, className)} aria-hidden="true">
          {text}
        </i>
        {meaning}
      </span>
    ))}
  </footer>
)
