import { lazy, type ReactNode, type RefObject, Suspense } from 'react'

export interface ModalProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** The title is said, not shown. */
  readonly titleHidden?: boolean
  readonly footer?: ReactNode
  /** For tables: as wide as the window allows. */
  readonly wide?: boolean
  /** Gets the focus when it opens; without one, the first control does. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** Loads what a modal is made of, before the first opens. */
export const loadModal = () => import('./ModalPopup')
const ModalPopup = lazy(loadModal)

/** A question that must be answered before going on. Escape closes it. Its code is loaded when it first opens. */
export function Modal(props: ModalProps) {
  if (!props.open) return null
  return (
    <Suspense>
      <ModalPopup {...props} />
    </Suspense>
  )
}
