import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import styles from './Button.module.css'
import { cx } from './cx'
import { Icon, type IconName } from './Icon'

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'>

export interface ButtonProps extends Native {
  readonly tone?: 'default' | 'primary' | 'danger' | 'quiet'
  /** Why it cannot be pressed now. It stays reachable, so that the reason can be read. */
  readonly disabledReason?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** What both buttons do when they may not be pressed: stay focusable, say why, do nothing. */
function useRefusal(reason: string | undefined, onClick: Native['onClick']) {
  const id = useId()
  if (reason === undefined) return { props: { onClick }, hint: null }
  return {
    props: {
      'aria-disabled': true,
      'aria-describedby': id,
      title: reason,
      onClick: undefined,
      type: 'button' as const,
    },
    hint: (
      <span id={id} hidden>
        {reason}
      </span>
    ),
  }
}

/** A button. A reason disables it and is exposed as its description. */
export function Button({ tone = 'default', disabledReason, onClick, children, ...rest }: ButtonProps) {
  const { props, hint } = useRefusal(disabledReason, onClick)
  return (
    <>
      <button type="button" {...rest} {...props} className={cx(styles.button, tone !== 'default' && styles[tone])}>
        {children}
      </button>
      {hint}
    </>
  )
}

export interface IconButtonProps extends Omit<Native, 'children'> {
  readonly icon: IconName
  /** Its name: said by screen readers and shown as a tooltip. */
  readonly label: string
  readonly disabledReason?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that shows only a drawing. */
export function IconButton({ icon, label, disabledReason, onClick, ...rest }: IconButtonProps) {
  const { props, hint } = useRefusal(disabledReason, onClick)
  return (
    <>
      <button type="button" title={label} {...rest} {...props} aria-label={label} className={styles.icon}>
        <Icon name={icon} />
      </button>
      {hint}
    </>
  )
}

/** A key to press, as it stands on the keyboard. */
export const Kbd = ({ children }: { readonly children: ReactNode }) => <kbd className={styles.kbd}>{children}</kbd>
