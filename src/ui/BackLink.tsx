import { useLocation } from 'react-router-dom'
import { originOf } from './fromHere'
import { Link } from './Link'
import styles from './PageBar.module.css'

/** The way back to where the reader came from; nothing where nobody came from a view that gives one. */
export function BackLink() {
  const origin = originOf(useLocation().state)
  if (!origin) return null
  return (
    <Link className={styles.back} to={origin.to} state={{ at: origin.place }}>
      Back to {origin.name}
    </Link>
  )
}
