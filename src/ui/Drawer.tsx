import { lazy, type ReactNode, type RefObject, Suspense } from 'react'

export interface DrawerProps {
  readonly open: boolean
  readonly onClose: () => void
  /** What Escape folds before it closes the drawer. */
  readonly onEscape?: () => void
  readonly title: string
  /** A line over the title: what it belongs to. */
  readonly over?: ReactNode
  /** Buttons that stay at the bottom. */
  readonly footer?: ReactNode
  /**
   * On a wide screen the drawer stands inside this element, as a column of the page (`--side` wide); without one it lies
   * over the right edge.
   */
  readonly container?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

const DrawerPopup = lazy(() => import('./DrawerPopup'))

/**
 * The details of one thing beside the rest: not modal on a wide screen, a sheet on a phone. Escape closes it and gives
 * the focus back. Its code is loaded when it first opens.
 */
export function Drawer(props: DrawerProps) {
  if (!props.open) return null
  return (
    <Suspense>
      <DrawerPopup {...props} />
    </Suspense>
  )
}
