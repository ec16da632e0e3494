import styles from './Badge.module.css'
import { cx } from './cx'

export interface RoleLetterProps {
  /** The letter to show; `?` marks a gap. */
  readonly letter: 'A' | 'R' | 'C' | 'I' | 'V' | '?'
  /** What the letter means, for the tooltip and the screen reader. Left out where the words stand beside it. */
  readonly name?: string
}

/** One role as a letter with a look of its own: filled, outlined or bare. */
export function RoleLetter({ letter, name }: RoleLetterProps) {
  return (
    <span
      className={cx(styles.letter, letter === '?' ? styles.gap : styles[letter])}
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      {letter}
    </span>
  )
}
