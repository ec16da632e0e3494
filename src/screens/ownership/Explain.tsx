import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui'
import styles from './Summary.module.css'

/** A small sign that unfolds an explanation. Escape, or pressing elsewhere, folds it. */
export function Explain({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) setOpen(false)
    }
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    document.addEventListener('pointerdown', away)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('keydown', escape)
    }
  }, [open])
  return (
    <details
      ref={details}
      className={styles.explain}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary aria-label={label} title={label}>
        <Icon name="info" size={14} />
      </summary>
      <div className={styles.words}>{children}</div>
    </details>
  )
}
