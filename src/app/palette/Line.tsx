import type { MouseEvent } from 'react'
import { Icon } from '../../ui'
import type { Entry } from './entries'
import { OwnerText } from './OwnerText'
import styles from './Palette.module.css'

interface LineProps {
  readonly id: string
  readonly entry: Entry
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onRun: () => void
  /** The contact in the line was pressed. */
  readonly onReach: () => void
}

/** One hit: what it is, where, and who owns it. Its name for a screen reader holds all of that. */
export function Line({ id, entry, chosen, onChoose, onRun, onReach }: LineProps) {
  const { icon, title, hint, answer } = entry
  const onClick = ({ target }: MouseEvent) => {
    if (chosen && target instanceof Element && target.closest('[data-reach="true"]')) onReach()
    else onRun()
  }
  return (
    // Keys belong to the box above, which says by aria-activedescendant which line is meant.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles.entry}
      onClick={onClick}
      onKeyDown={() => undefined}
      onPointerMove={onChoose}
      onPointerDown={onChoose}
    >
      <Icon name={icon} />
      <span className={styles.words}>
        <span className={styles.first}>
          <span className={styles.title}>{title}</span> <span className={styles.hint}>{hint}</span>
        </span>{' '}
        {answer && <OwnerText answer={answer} />}
      </span>
    </div>
  )
}
