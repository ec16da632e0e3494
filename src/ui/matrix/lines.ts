import { groupOf } from './arrange'
import { type CellPress, element, setText } from './dom'
import { type Geometry, leftOf, type Span } from './geometry'
import styles from './Matrix.module.css'
import { firstFrom } from './model'
import type { MatrixView } from './view'

/** What a line is drawn from. */
export interface Drawing {
  readonly view: MatrixView
  readonly geometry: Geometry
  readonly columns: Span
  readonly press: CellPress
}

/** One line of the grid as elements. It is taken over by another line when its own is scrolled out of view. */
export interface Line {
  readonly element: HTMLElement
  draw(line: number, drawing: Drawing): void
  /** The element of a column, made where the cell is empty. */
  cell(column: number, drawing: Drawing): HTMLElement
  /** Takes the element of an empty cell away again. */
  leave(): void
}

const place = (target: HTMLElement, line: number, { geometry }: Drawing): void => {
  target.setAttribute('aria-rowindex', String(line + 2))
  target.dataset.line = String(line)
  target.style.top = `${line * geometry.row}px`
}

export class GroupLine implements Line {
  readonly element = element('div', styles.group, { role: 'row' })
  readonly #head = element('div', styles.groupHead, { role: 'rowheader', 'aria-colindex': '1' })
  readonly #sign = element('span', styles.sign, { 'aria-hidden': 'true' })
  readonly #name = element('b', undefined)
  readonly #note = element('span', styles.note)

  constructor() {
    this.#head.append(this.#sign, this.#name, this.#note)
    this.element.append(this.#head)
  }

  draw(line: number, drawing: Drawing): void {
    const { arrangement, folded, describeGroup, meta } = drawing.view
    const group = groupOf(arrangement, arrangement.lines[line] ?? 0)
    const { name, note } = describeGroup(group)
    place(this.element, line, drawing)
    setText(this.#name, name)
    setText(this.#note, note ?? '')
    this.#head.setAttribute('aria-expanded', String(!folded.has(group)))
    this.#head.setAttribute('aria-colspan', String(1 + arrangement.columns.length + meta.length))
  }

  cell(): HTMLElement {
    return this.#head
  }

  leave(): void {}
}

export class RowLine implements Line {
  readonly element = element('div', styles.row, { role: 'row' })
  readonly #head = element('div', styles.first, { role: 'rowheader', 'aria-colindex': '1' })
  readonly #name = element('span', styles.name)
  readonly #flag = element('span', undefined)
  readonly #ends = element('div', styles.ends, { role: 'presentation' })
  readonly #cells = new Map<number, HTMLElement>()
  #spare: HTMLElement | undefined
  #position = 0

  constructor() {
    this.#head.append(this.#name, this.#flag)
    this.element.append(this.#head, this.#ends)
  }

  draw(line: number, drawing: Drawing): void {
    const { model, arrangement, describeRow, selected } = drawing.view
    const position = arrangement.lines[line] ?? 0
    this.#position = position
    const row = model.rows[position]
    if (!row) return
    place(this.element, line, drawing)
    const { flag, meta } = describeRow(row, position)
    setText(this.#name, row.name)
    this.#head.title = flag?.title === undefined ? row.name : `${row.name}: ${flag.title}`
    setText(this.#flag, flag?.text ?? '')
    this.#flag.className = flag?.className ?? ''
    this.element.setAttribute('aria-selected', String(row.id === selected))
    this.#drawEnds(meta, drawing)
    this.#drawCells(position, drawing)
  }

  #drawEnds(meta: readonly { readonly text: string; readonly className?: string | undefined }[], drawing: Drawing) {
    const columns = drawing.geometry.meta === 0 ? [] : drawing.view.meta
    while (this.#ends.children.length > columns.length) this.#ends.lastElementChild?.remove()
    columns.forEach(({ width }, index) => {
      const found = this.#ends.children[index]
      const end = found instanceof HTMLElement ? found : element('div', styles.end, { role: 'gridcell' })
      if (!found) this.#ends.append(end)
      end.style.width = `${width}px`
      end.className = `${styles.end} ${meta[index]?.className ?? ''}`
      end.setAttribute('aria-colindex', String(2 + drawing.geometry.columns + index))
      setText(end, meta[index]?.text ?? '')
    })
  }

  #drawCells(position: number, { view, geometry, columns, press }: Drawing): void {
    const { model, arrangement, describeCell } = view
    for (const cell of this.#cells.values()) cell.remove()
    this.#cells.clear()
    this.leave()
    if (columns.to <= columns.from) return
    const end = model.start[position + 1] ?? 0
    const last = arrangement.columns[columns.to - 1] ?? 0
    const first = arrangement.columns[columns.from] ?? 0
    for (let at = firstFrom(model.column, first, model.start[position] ?? 0, end); at < end; at++) {
      const column = model.column[at] ?? 0
      if (column > last) break
      const where = arrangement.place[column] ?? -1
      if (where < 0) continue
      const { cell, label } = press.make(model.code[at] ?? 0)
      const words = describeCell?.(position, column) ?? `${model.columns[column]?.name ?? ''}: ${label}`
      this.#put(cell, where, words, geometry)
      this.#cells.set(where, cell)
    }
  }

  #put(cell: HTMLElement, where: number, label: string, geometry: Geometry): void {
    cell.style.left = `${leftOf(geometry, where)}px`
    cell.setAttribute('aria-colindex', String(where + 2))
    cell.setAttribute('aria-label', label)
    cell.title = label
    this.#ends.before(cell)
  }

  cell(column: number, { view, geometry }: Drawing): HTMLElement {
    if (column === 0) return this.#head
    const end = this.#ends.children[column - 1 - geometry.columns]
    if (end instanceof HTMLElement) return end
    const where = column - 1
    const filled = this.#cells.get(where)
    if (filled) return filled
    this.leave()
    const at = view.arrangement.columns[where] ?? -1
    const words = view.describeCell?.(this.#position, at) || `${view.model.columns[at]?.name ?? ''}: empty`
    this.#spare = element('div', styles.cell, { role: 'gridcell' })
    this.#put(this.#spare, where, words, geometry)
    return this.#spare
  }

  leave(): void {
    this.#spare?.remove()
    this.#spare = undefined
  }
}
