import { pathTo } from '../../../app/paths'
import { Link } from '../../../ui'
import styles from '../parties.module.css'
import type { PartyRow } from './rows'

/** Ways to parties that may have been meant. */
export const Alike = ({ rows }: { readonly rows: readonly PartyRow[] }) =>
  rows.length > 0 && (
    <div className={styles.alike}>
      <p>Did you mean:</p>
      <ul>
        {rows.map(({ id, name, within }) => (
          <li key={id}>
            <Link to={pathTo('parties', { id })}>{name}</Link>
            {within.length > 0 && <span className="muted"> {within.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
