import { Dialog } from '@base-ui/react/dialog'
import { IconButton } from './Button'
import { cx } from './cx'
import type { ModalProps } from './Modal'
import styles from './overlay.module.css'

/** The modal itself, on Base UI's dialog. */
export default function ModalPopup(props: ModalProps) {
  const { open, onClose, title, titleHidden, footer, wide, initialFocus, children } = props
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          data-modal=""
          className={cx(styles.modal, wide && styles.wide)}
          {...(initialFocus && { initialFocus })}
        >
          {titleHidden ? (
            <>
              <Dialog.Title className="hidden">{title}</Dialog.Title>
              {children}
              <Dialog.Close className="hidden">Close</Dialog.Close>
            </>
          ) : (
            <>
              <header className={styles.head}>
                <div>
                  <Dialog.Title className={styles.title}>{title}</Dialog.Title>
                </div>
                <IconButton icon="close" label="Close" onClick={onClose} />
              </header>
              <div className={styles.body}>{children}</div>
              {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
