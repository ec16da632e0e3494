import { lazy, type ReactNode, Suspense } from 'react'
import { Skeleton } from './states'

export interface VirtualListProps<T> {
  /** What is listed. */
  readonly label: string
  readonly items: readonly T[]
  readonly itemKey: (item: T) => string
  readonly render: (item: T) => ReactNode
  /** Pixels of one row, as a first guess; rows are measured. */
  readonly estimate?: number
  /** Given: rows can be chosen, by pointer and keyboard. Absent: a plain list that scrolls. */
  readonly onOpen?: (item: T) => void
  /** Key of the chosen row. It is scrolled into view when it changes. */
  readonly selected?: string | undefined
  /** How many there are in all, where more exist than `items` holds. */
  readonly total?: number | undefined
  /** Called when the last rows come into view. */
  readonly onEnd?: () => void
  readonly className?: string
}

const Rows = lazy(() => import('./VirtualRows'))

/** A lazy component forgets the type of its items. They only ever go back into the callbacks that came with them. */
const forgetful = <T,>(props: VirtualListProps<T>) => props as unknown as VirtualListProps<unknown>

/**
 * A long list of which only the rows in view exist. With `onOpen` it is a listbox: one tab stop, arrows, Home, End and
 * page keys move the focus, Enter and Space choose. Its code is loaded when a list is first shown.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  return (
    <Suspense fallback={<Skeleton label={props.label} />}>
      <Rows {...forgetful(props)} />
    </Suspense>
  )
}
