import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { ChipButton } from './Chip'
import { Icon } from './Icon'

export interface MenuItem {
  readonly key: string
  readonly label: ReactNode
  readonly shortcut?: string
  /** Why it cannot be chosen now; shown under it. */
  readonly disabledReason?: string | undefined
  readonly onSelect: () => void
}

export interface MenuProps {
  readonly label: ReactNode
  /** Its name where the label is a drawing. */
  readonly name?: string
  readonly items: readonly MenuItem[]
}

const MenuPopup = lazy(() => import('./MenuPopup'))

/** A pill that opens a menu of actions. The code of the menu is loaded when it first opens. */
export function Menu({ label, name, items }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <ChipButton
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
        {...(name !== undefined && { 'aria-label': name, title: name })}
      >
        {label}
        <Icon name="down" size={12} />
      </ChipButton>
      {open && (
        <Suspense>
          <MenuPopup anchor={button} items={items} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
