import type { BeforeAfter } from '../../../domain/plan/loads'
import { cx, Icon } from '../../../ui'
import { changeText, countText } from '../model/words'
import styles from './outcome.module.css'

interface DeltaProps extends BeforeAfter {
  /** Whether more is worse, better, or neither. */
  readonly more?: 'worse' | 'better'
}

/** A figure before the plan, after it, and by how much it differs. */
export function Delta({ before, after, more }: DeltaProps) {
  if (before === after) return <span className={styles.same}>{countText(after)}</span>
  const worse = more !== undefined && after > before === (more === 'worse')
  const tone = more === undefined ? undefined : worse ? styles.worse : styles.better
  return (
    <span className={styles.delta}>
      <span className="hidden">before </span>
      <span className={styles.was}>{countText(before)}</span>
      <Icon name="arrow" size={12} />
      <span className="hidden">after </span>
      <b className={cx(tone)}>{countText(after)}</b>
      <small>{changeText(after - before)}</small>
    </span>
  )
}
