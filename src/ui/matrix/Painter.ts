import { groupOf, isGroup, lineOfGroup } from './arrange'
import { CellPress, element } from './dom'
import { columnAt, columnsIn, type Geometry, geometryOf, leftOf, linesIn, revealing, type Viewport } from './geometry'
import { Head } from './head'
import type { Cursor, Extent } from './keys'
import { type Drawing, GroupLine, type Line, RowLine } from './lines'
import styles from './Matrix.module.css'
import type { MatrixView } from './view'

/** Pixels that three letters of their full size stand in. */
const roomForThree = 64

/**
 * Draws the window of a matrix into a scrolling element: elements exist only for filled cells in view, for the heads
 * beside them, and for the cell that has the focus. It writes the DOM itself instead of through React: a scrolled frame
 * then costs the few lines that came into view, not a comparison of all that stay (React: 45 to 95 ms for the first
 * paint of the two reference sizes, this: about 20).
 */
export class Painter {
  readonly #scroller: HTMLElement
  readonly #id: string
  readonly #sheet = element('div', styles.sheet, { role: 'presentation' })
  readonly #head = new Head()
  readonly #lines = element('div', styles.lines, { role: 'rowgroup' })
  readonly #band = element('div', styles.band, { 'aria-hidden': 'true' })
  readonly #drawn = new Map<number, Line>()
  readonly #idle: { readonly rows: Line[]; readonly groups: Line[] } = { rows: [], groups: [] }
  #size = { width: 0, height: 0 }
  #drawing: Drawing | undefined
  #window = ''
  #active: HTMLElement | undefined
  cursor: Cursor = { line: 0, column: 0 }

  constructor(scroller: HTMLElement, id: string) {
    this.#scroller = scroller
    this.#id = id
    this.#band.hidden = true
    this.#lines.append(this.#band)
    this.#sheet.append(this.#head.element, this.#lines)
    scroller.append(this.#sheet)
    this.#size = { width: scroller.clientWidth, height: scroller.clientHeight }
  }

  remove(): void {
    this.#sheet.remove()
  }

  /** Draws another picture, or the same in another size. */
  show(view: MatrixView): void {
    const { model, arrangement } = view
    const kept = this.#drawing && this.#kept(this.#drawing.view, view)
    const row = Number.parseFloat(getComputedStyle(this.#scroller).getPropertyValue('--row')) || 30
    const count = { lines: arrangement.lines.length, columns: arrangement.columns.length }
    const geometry = geometryOf(this.#size, count, { row, meta: view.meta.map(({ width }) => width) })
    const press =
      this.#drawing?.view.face === view.face ? this.#drawing.press : new CellPress(view.face, styles.cell ?? '')
    this.#drawing = { view, geometry, columns: { from: 0, to: 0 }, press }
    this.#lay(geometry)
    const meta = geometry.meta === 0 ? 0 : view.meta.length
    this.#scroller.setAttribute('aria-rowcount', String(count.lines + 1))
    this.#scroller.setAttribute('aria-colcount', String(1 + count.columns + meta))
    this.cursor = kept ?? { line: 0, column: 0 }
    if (model.rows.length === 0) this.#scroller.removeAttribute('aria-activedescendant')
    this.#window = ''
    this.paint()
  }

  /** Brings the window up to where the reader scrolled. Nothing is done when no line or column came into view. */
  paint(): void {
    if (!this.#drawing) return
    const { view, geometry } = this.#drawing
    const viewport = this.#viewport()
    const [lines, columns] = [linesIn(geometry, viewport), columnsIn(geometry, viewport)]
    const sideways = `${columns.from} ${columns.to}`
    const window = `${lines.from} ${lines.to} ${sideways}`
    if (window === this.#window) return
    const again = !this.#window.endsWith(` ${sideways}`) || this.#window === ''
    this.#window = window
    const drawing = { ...this.#drawing, columns }
    this.#drawing = drawing
    if (again) this.#head.draw(view, geometry, columns)

    const wanted: number[] = []
    for (let line = lines.from; line < lines.to; line++) wanted.push(line)
    const { line: pinned } = this.cursor
    if (pinned < lines.from) wanted.unshift(pinned)
    else if (pinned >= lines.to && pinned < geometry.lines) wanted.push(pinned)
    this.#drawLines(wanted, drawing, again)
    this.#activate()
  }

  /** Takes the lines in another size of the scrolling element. The line of the cursor stays in view where it was. */
  resize(): void {
    const size = { width: this.#scroller.clientWidth, height: this.#scroller.clientHeight }
    if (size.width === this.#size.width && size.height === this.#size.height) return
    const wasSeen = this.#top() === this.#scroller.scrollTop
    this.#size = size
    if (!this.#drawing) return
    this.show(this.#drawing.view)
    if (wasSeen) this.#scroller.scrollTop = this.#top() ?? 0
  }

  /** Where to scroll so that the line of the cursor is seen: where it is, when it is. */
  #top(): number | undefined {
    return this.#drawing && revealing(this.#drawing.geometry, this.#viewport(), this.cursor.line, undefined).top
  }

  /** Moves the focus to a cell and scrolls so far that it is seen. */
  moveTo(cursor: Cursor): void {
    if (!this.#drawing) return
    this.cursor = cursor
    const { top, left } = revealing(this.#drawing.geometry, this.#viewport(), cursor.line, cursor.column - 1)
    this.#scroller.scrollTop = top
    this.#scroller.scrollLeft = left
    this.#window = this.#drawn.has(cursor.line) ? this.#window : ''
    this.paint()
    this.#activate()
  }

  /** Moves to a row, wherever it stands, and brings it into view. */
  reveal(id: string): void {
    const view = this.#drawing?.view
    const line = view?.arrangement.lines.findIndex((each) => !isGroup(each) && view.model.rows[each]?.id === id) ?? -1
    if (line >= 0 && line !== this.cursor.line) this.moveTo({ line, column: this.cursor.column })
  }

  /** Tints the column that the pointer or the focus is in. */
  tint(column: number | undefined): void {
    this.#head.heat(column)
    this.#band.hidden = column === undefined
    if (column !== undefined && this.#drawing) this.#band.style.left = `${leftOf(this.#drawing.geometry, column)}px`
  }

  /** What lies under a point of the page. */
  under(target: EventTarget | null, x: number): Cursor | undefined {
    const line = target instanceof Element && target.closest<HTMLElement>('[data-line]')?.dataset.line
    if (!line || !this.#drawing) return undefined
    const { geometry } = this.#drawing
    const within = x - this.#scroller.getBoundingClientRect().left
    const column = columnAt(geometry, this.#viewport(), within)
    if (column !== undefined) return { line: Number(line), column: column + 1 }
    const end = target.closest('[aria-colindex]')?.getAttribute('aria-colindex')
    return { line: Number(line), column: within < geometry.first ? 0 : Number(end ?? 1) - 1 }
  }

  extent(): Extent {
    const geometry = this.#drawing?.geometry
    const ends = geometry && geometry.meta > 0 ? (this.#drawing?.view.meta.length ?? 0) : 0
    return {
      lines: geometry?.lines ?? 0,
      columns: 1 + (geometry?.columns ?? 0) + ends,
      page: Math.max(1, Math.floor((this.#size.height - (geometry?.head ?? 0)) / (geometry?.row ?? 30)) - 1),
    }
  }

  #viewport = (): Viewport => ({ ...this.#size, top: this.#scroller.scrollTop, left: this.#scroller.scrollLeft })

  #lay(geometry: Geometry): void {
    const { style } = this.#sheet
    style.width = `${geometry.width}px`
    style.height = `${geometry.height}px`
    style.setProperty('--first', `${geometry.first}px`)
    style.setProperty('--column', `${geometry.column}px`)
    style.setProperty('--columns', `${geometry.column * geometry.columns}px`)
    style.setProperty('--row', `${geometry.row}px`)
    style.setProperty('--lines', `${geometry.height - geometry.head}px`)
    style.setProperty('--head', `${geometry.head}px`)
    style.setProperty('--seen', `${this.#size.width}px`)
    this.#sheet.classList.toggle(styles.fits ?? '', geometry.fits)
    this.#sheet.classList.toggle(styles.tight ?? '', geometry.column < roomForThree)
  }

  #drawLines(wanted: readonly number[], drawing: Drawing, again: boolean): void {
    const { lines } = drawing.view.arrangement
    const keep = new Set(wanted)
    for (const [line, drawn] of this.#drawn) {
      const group = drawn instanceof GroupLine
      if (keep.has(line) && group === isGroup(lines[line] ?? 0)) continue
      drawn.element.remove()
      this.#drawn.delete(line)
      ;(group ? this.#idle.groups : this.#idle.rows).push(drawn)
    }
    let next = this.#band.nextElementSibling
    for (const line of wanted) {
      const known = this.#drawn.get(line)
      const drawn = known ?? this.#another(isGroup(lines[line] ?? 0))
      if (again || !known) drawn.draw(line, drawing)
      this.#drawn.set(line, drawn)
      if (drawn.element === next) next = next.nextElementSibling
      else this.#lines.insertBefore(drawn.element, next)
    }
  }

  #another = (group: boolean): Line =>
    group ? (this.#idle.groups.pop() ?? new GroupLine()) : (this.#idle.rows.pop() ?? new RowLine())

  /** Gives the focused cell its element, look and id; a reader is told of it by `aria-activedescendant`. */
  #activate(): void {
    const drawing = this.#drawing
    const { line, column } = this.cursor
    const drawn = this.#drawn.get(line)
    this.#active?.classList.remove(styles.active ?? '')
    this.#active?.removeAttribute('id')
    for (const [at, each] of this.#drawn) {
      each.element.classList.toggle(styles.at ?? '', at === line)
      if (at !== line) each.leave()
    }
    this.#active = drawing && drawn?.cell(column, drawing)
    if (!this.#active) return this.#scroller.removeAttribute('aria-activedescendant')
    this.#active.id = `${this.#id}-${line}-${column}`
    this.#active.classList.add(styles.active ?? '')
    this.#scroller.setAttribute('aria-activedescendant', this.#active.id)
  }

  /** The cursor stays with its row or group when the picture changes; of a row that was folded away, with its group. */
  #kept(before: MatrixView, after: MatrixView): Cursor | undefined {
    const line = before.arrangement.lines[this.cursor.line]
    if (line === undefined) return undefined
    const row = isGroup(line) ? undefined : before.model.rows[line]
    const group = row ? row.group : groupOf(before.arrangement, line)
    const own = row
      ? after.arrangement.lines.findIndex((each) => !isGroup(each) && after.model.rows[each]?.id === row.id)
      : -1
    const found = own >= 0 || group === undefined ? own : lineOfGroup(after.arrangement, group)
    if (found < 0) return undefined
    const columns = after.arrangement.columns.length + after.meta.length
    return { line: found, column: Math.min(this.cursor.column, columns) }
  }
}
