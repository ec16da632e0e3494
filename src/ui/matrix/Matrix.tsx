import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { arrange, type Arranging, groupOf, isGroup } from './arrange'
import { type Cursor, moved } from './keys'
import styles from './Matrix.module.css'
import type { MatrixModel } from './model'
import { Painter } from './Painter'
import type { MatrixView } from './view'

export interface MatrixHandle {
  /** Puts the focus on the cell that had it last. */
  focus(): void
  /** Ids of the row and the column of that cell, as far as it has them. */
  where(): { readonly row?: string | undefined; readonly column?: string | undefined }
}

type Shown = Partial<
  Pick<MatrixView, 'corner' | 'meta' | 'describeRow' | 'describeGroup' | 'describeColumn' | 'describeCell' | 'selected'>
>

export interface MatrixProps extends Shown, Arranging {
  /** What it shows, for those who cannot see it. */
  readonly label: string
  readonly model: MatrixModel
  /** What a code looks like. A stable function: faces are kept. */
  readonly face: MatrixView['face']
  /** A row was chosen by Enter or click, and the column it was chosen in, if any. */
  readonly onOpen?: (row: string, column: string | undefined) => void
  readonly onFold?: (group: string) => void
  /** The name of a column was clicked. */
  readonly onColumn?: (column: string) => void
  readonly ref?: Ref<MatrixHandle>
}

const noMeta: MatrixView['meta'] = []
const noGroups: ReadonlySet<string> = new Set()
const plainRow: MatrixView['describeRow'] = () => ({ meta: [] })
const plainGroup: MatrixView['describeGroup'] = (name) => ({ name })

/**
 * A grid of many rows and columns with little in it, by the ARIA grid pattern: one tab stop; arrows, Home, End, with
 * Control, and page keys move; Enter opens a row or folds a group. Of the grid only what is filled and in view exists.
 */
export function Matrix({
  label,
  model,
  face,
  rows,
  columns,
  folded = noGroups,
  onOpen,
  onFold,
  onColumn,
  ref,
  ...rest
}: MatrixProps) {
  const {
    corner = '',
    meta = noMeta,
    describeRow = plainRow,
    describeGroup = plainGroup,
    describeColumn,
    describeCell,
    selected,
  } = rest
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const painter = useRef<Painter>(undefined)
  const arrangement = useMemo(() => arrange(model, { rows, columns, folded }), [model, rows, columns, folded])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const made = new Painter(element, id)
    painter.current = made
    const scrolled = () => made.paint()
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(element)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', scrolled)
      made.remove()
    }
  }, [id])
  useLayoutEffect(() => {
    painter.current?.show({
      model,
      arrangement,
      folded,
      corner,
      meta,
      face,
      describeRow,
      describeGroup,
      describeColumn,
      describeCell,
      selected,
    })
  }, [
    model,
    arrangement,
    folded,
    corner,
    meta,
    face,
    describeRow,
    describeGroup,
    describeColumn,
    describeCell,
    selected,
  ])
  useLayoutEffect(() => {
    if (selected !== undefined) painter.current?.reveal(selected)
  }, [selected])
  const at = ({ line, column }: Cursor) => ({
    row: model.rows[arrangement.lines[line] ?? -1]?.id,
    column: model.columns[arrangement.columns[column - 1] ?? -1]?.id,
  })
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus(),
    where: () => (painter.current ? at(painter.current.cursor) : {}),
  }))

  const choose = ({ line, column }: Cursor) => {
    const chosen = arrangement.lines[line]
    if (chosen === undefined) return
    if (isGroup(chosen)) return onFold?.(groupOf(arrangement, chosen))
    const { row, column: id } = at({ line, column })
    if (row !== undefined) onOpen?.(row, id)
  }
  const tint = (cursor: Cursor | undefined) => {
    const position = cursor === undefined ? -1 : cursor.column - 1
    painter.current?.tint(position >= 0 && position < arrangement.columns.length ? position : undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const made = painter.current
    if (!made || event.altKey || event.target !== event.currentTarget) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return choose(made.cursor)
    }
    const next = moved(made.cursor, event.key, event.ctrlKey || event.metaKey, made.extent())
    if (!next) return
    event.preventDefault()
    made.moveTo(next)
    tint(next)
  }
  const onClick = (event: { target: EventTarget; clientX: number }) => {
    const made = painter.current
    const head = event.target instanceof Element ? event.target.closest('[role=columnheader]') : null
    const column = model.columns[arrangement.columns[Number(head?.getAttribute('aria-colindex') ?? 1) - 2] ?? -1]
    if (column) return onColumn?.(column.id)
    const at = made?.under(event.target, event.clientX)
    if (!made || !at) return
    made.moveTo(at)
    choose(at)
  }
  const onPointerMove = (event: PointerEvent) => tint(painter.current?.under(event.target, event.clientX))

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      tabIndex={0}
      className={onColumn ? `${styles.grid} ${styles.named}` : styles.grid}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerMove={onPointerMove}
      onPointerLeave={() => tint(undefined)}
      onFocus={() => tint(painter.current?.cursor)}
      onBlur={() => tint(undefined)}
    />
  )
}
