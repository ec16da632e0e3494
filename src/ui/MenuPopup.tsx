import { Menu } from '@base-ui/react/menu'
import type { RefObject } from 'react'
import { Kbd } from './Button'
import type { MenuItem } from './Menu'
import styles from './overlay.module.css'

interface MenuPopupProps {
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}

/** The open menu, on Base UI's menu. */
export default function MenuPopup({ anchor, items, onClose }: MenuPopupProps) {
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} sideOffset={6} align="start" className={styles.menuAt}>
          <Menu.Popup className={styles.menu} finalFocus={anchor}>
            {items.map(({ key, label, shortcut, disabledReason, onSelect }) => (
              <Menu.Item key={key} className={styles.item} disabled={disabledReason !== undefined} onClick={onSelect}>
                <span>
                  {label}
                  {disabledReason !== undefined && <span className={styles.reason}>{disabledReason}</span>}
                </span>
                {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
