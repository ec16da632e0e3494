import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './Button.module.css'
import { cx } from './cx'

export interface ChipButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** Given: a switch that is on or off. */
  readonly pressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A pill that can be pressed: a switch when `pressed` is given, else a plain button. */
export function ChipButton({ pressed, children, ...rest }: ChipButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      className={cx(styles.chip, styles.chipButton)}
    >
      {children}
    </button>
  )
}
