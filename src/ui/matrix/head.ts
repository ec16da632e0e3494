import { element, setText } from './dom'
import { type Geometry, leftOf, type Span } from './geometry'
import styles from './Matrix.module.css'
import type { MatrixView } from './view'

/** The sticky row of column names. Like the cells, only those in view exist. */
export class Head {
  readonly element = element('div', styles.head, { role: 'row', 'aria-rowindex': '1' })
  readonly #corner = element('div', styles.corner, { role: 'columnheader', 'aria-colindex': '1' })
  readonly #ends = element('div', styles.ends, { role: 'presentation' })
  readonly #names = new Map<number, HTMLElement>()
  #hot: number | undefined

  constructor() {
    this.element.append(this.#corner, this.#ends)
  }

  draw(view: MatrixView, geometry: Geometry, columns: Span): void {
    setText(this.#corner, view.corner)
    for (const name of this.#names.values()) name.remove()
    this.#names.clear()
    for (let where = columns.from; where < columns.to; where++) {
      const at = view.arrangement.columns[where] ?? -1
      const column = view.model.columns[at]
      if (!column) continue
      const name = element('div', styles.column, { role: 'columnheader', 'aria-colindex': String(where + 2) })
      const words = element('span', undefined)
      words.textContent = column.name
      name.title = view.describeColumn?.(at) ?? column.name
      name.style.left = `${leftOf(geometry, where)}px`
      name.append(words)
      this.#ends.before(name)
      this.#names.set(where, name)
    }
    const shown = geometry.meta === 0 ? [] : view.meta
    this.#ends.replaceChildren(
      ...shown.map(({ name, width }, index) => {
        const end = element('div', styles.endHead, {
          role: 'columnheader',
          'aria-colindex': String(2 + geometry.columns + index),
        })
        end.textContent = name
        end.style.width = `${width}px`
        return end
      }),
    )
    this.heat(this.#hot)
  }

  /** Marks the name of one column. */
  heat(where: number | undefined): void {
    if (this.#hot !== undefined) this.#names.get(this.#hot)?.classList.remove(styles.hot ?? '')
    this.#hot = where
    if (where !== undefined) this.#names.get(where)?.classList.add(styles.hot ?? '')
  }
}
