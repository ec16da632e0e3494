import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { cx } from './cx'
import type { VirtualListProps } from './VirtualList'
import styles from './VirtualList.module.css'

/** Where a key leads from a row, or undefined when the key is none of the list's. */
function target(key: string, at: number, count: number, page: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'PageDown') return Math.min(at + page, count - 1)
  if (key === 'PageUp') return Math.max(at - page, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** Where a row is now. Mostly where it was: only after a change is it looked for. */
function indexOf<T>(
  items: readonly T[],
  itemKey: (item: T) => string,
  { key, index }: { readonly key: string; readonly index: number },
): number {
  const item = items[index]
  if (item !== undefined && itemKey(item) === key) return index
  const found = items.findIndex((each) => itemKey(each) === key)
  return found < 0 ? index : found
}

/**
 * The list itself: see VirtualList.
 */
export default function VirtualRows<T>(props: VirtualListProps<T>) {
  // The virtualizer is one object that changes inside: what the compiler would memoise on it would go stale.
  'use no memo'
  const { label, items, itemKey, render, estimate = 30, onOpen, selected, total, onEnd, className } = props
  const scroll = useRef<HTMLDivElement>(null)
  const chosen = selected === undefined ? -1 : items.findIndex((item) => itemKey(item) === selected)
  // By key, so that the tab stop goes with its row; where that is gone, to whatever took its place.
  const [focused, setFocused] = useState<{ readonly key: string; readonly index: number }>()
  const moved = useRef(false)
  const kept = focused && indexOf(items, itemKey, focused)
  const stop = Math.min(kept ?? Math.max(chosen, 0), items.length - 1)
  const focus = (index: number) => {
    const item = items[index]
    if (item !== undefined) setFocused({ key: itemKey(item), index })
  }
  // A new function would make the virtualizer measure every row anew, at each step of a scroll.
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index]
      return item === undefined ? index : itemKey(item)
    },
    [items, itemKey],
  )
  const pick = onOpen !== undefined

  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => estimate,
    overscan: 6,
    getItemKey,
    // The row that holds the tab stop stays, so that the focus is not lost when it is scrolled out of view.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      return pick && stop >= 0 && !shown.includes(stop) ? [...shown, stop].toSorted((a, b) => a - b) : shown
    },
  })
  const shown = rows.getVirtualItems()
  const last = rows.range?.endIndex ?? -1

  useEffect(() => {
    if (chosen >= 0) rows.scrollToIndex(chosen, { align: 'auto' })
  }, [selected, chosen, rows])
  useEffect(() => {
    if (!moved.current || focused === undefined) return
    moved.current = false
    scroll.current?.querySelector<HTMLElement>(`[data-index="${focused.index}"]`)?.focus({ preventScroll: true })
  }, [focused])
  useEffect(() => {
    if (last >= 0 && last >= items.length - 1) onEnd?.()
  }, [last, items.length, onEnd])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!onOpen || event.ctrlKey || event.metaKey || event.altKey) return
    const item = items[stop]
    if ((event.key === 'Enter' || event.key === ' ') && item !== undefined) {
      event.preventDefault()
      onOpen(item)
      return
    }
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / estimate) - 1)
    const next = target(event.key, stop, items.length, page)
    if (next === undefined) return
    event.preventDefault()
    moved.current = true
    rows.scrollToIndex(next)
    focus(next)
  }

  return (
    <div
      ref={scroll}
      role={pick ? 'listbox' : 'list'}
      aria-label={label}
      tabIndex={pick && items.length > 0 ? -1 : 0}
      className={cx(styles.scroll, className)}
    >
      <div role="presentation" className={styles.inner} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={total ?? items.length}
              aria-posinset={index + 1}
              className={cx(styles.row, pick && styles.option)}
              style={{ transform: `translateY(${start}px)` }}
              {...(pick
                ? {
                    role: 'option',
                    'aria-selected': index === chosen,
                    tabIndex: index === stop ? 0 : -1,
                    onKeyDown,
                    onFocus: () => focus(index),
                    onClick: () => onOpen(item),
                  }
                : { role: 'listitem' })}
            >
              {render(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
