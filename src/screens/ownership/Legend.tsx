import { roleNames, roles } from '../../domain/ownership'
import { RoleLetter } from '../../ui'
import styles from './ownership.module.css'

/** What the letters of the matrix stand for. */
export const Legend = () => (
  <footer className={styles.legend} aria-label="Letters">
    {roles.map((role) => (
      <span key={role}>
        <RoleLetter letter={role} /> {roleNames[role]}
      </span>
    ))}
    <span>
      <RoleLetter letter="?" /> Nobody accountable
    </span>
    <span>
      <i className={styles.seen} aria-hidden="true">
        O
      </i>
      Observed, not declared
    </span>
  </footer>
)
