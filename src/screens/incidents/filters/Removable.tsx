import { ChipButton, Icon } from '../../../ui'
import styles from './filters.module.css'

interface RemovableProps {
  readonly text: string
  /** What pressing it does, for those who do not see the cross. */
  readonly what: string
  readonly onRemove: () => void
}

/** A filter of one value: pressing it takes it away. */
export const Removable = ({ text, what, onRemove }: RemovableProps) => (
  <ChipButton onClick={onRemove} title={text}>
    <span className={styles.clipped}>{text}</span>
    <Icon name="close" size={12} />
    <span className="hidden">{what}</span>
  </ChipButton>
)
