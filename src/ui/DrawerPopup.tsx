import { Dialog } from '@base-ui/react/dialog'
import { IconButton } from './Button'
import { cx } from './cx'
import type { DrawerProps } from './Drawer'
import styles from './overlay.module.css'
import { phone, useMedia } from './useMedia'

/** The drawer itself, on Base UI's dialog. */
export default function DrawerPopup({
  open,
  onClose,
  onEscape = onClose,
  title,
  over,
  footer,
  container,
  children,
}: DrawerProps) {
  const narrow = useMedia(phone)
  const inside = !narrow && container !== undefined
  return (
    <Dialog.Root
      open={open}
      modal={narrow}
      disablePointerDismissal={!narrow}
      onOpenChange={(next, { reason }) => !next && (reason === 'escape-key' ? onEscape() : onClose())}
    >
      <Dialog.Portal {...(inside && { container })}>
        {narrow && <Dialog.Backdrop className={styles.backdrop} />}
        <Dialog.Popup className={cx(styles.drawer, narrow ? styles.sheet : inside ? styles.inside : styles.beside)}>
          <header className={styles.head}>
            <div>
              {over !== undefined && <div className={styles.over}>{over}</div>}
              <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            </div>
            <IconButton icon="close" label="Close" onClick={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
