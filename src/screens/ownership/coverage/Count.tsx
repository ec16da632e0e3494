import { countText } from '../model/words'
import styles from './coverage.module.css'

interface CountProps {
  readonly count: number
  /** What is counted: read out with the number. */
  readonly label: string
  /** Lists exactly what is counted. */
  readonly onOpen: () => void
}

/** A number that opens the list it is the length of. Nothing opens nothing. */
export const Count = ({ count, label, onOpen }: CountProps) =>
  count === 0 ? (
    <span className="muted">0</span>
  ) : (
    <button type="button" className={styles.count} aria-label={`${countText(count)} ${label}`} onClick={onOpen}>
      {countText(count)}
    </button>
  )
