import type { Face } from './view'

/** An element with its classes and attributes. */
export function element(name: string, className: string | undefined, attributes: Record<string, string> = {}) {
  const made = document.createElement(name)
  if (className) made.className = className
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** Sets a text only where it changes: writing the same text again costs a layout. */
export function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text
}

/** Makes cells by cloning: one template for each code, built when it is first seen. */
export class CellPress {
  readonly #templates = new Map<number, { readonly cell: HTMLElement; readonly label: string }>()
  readonly #className: string
  readonly #face: (code: number) => Face

  constructor(face: (code: number) => Face, className: string) {
    this.#face = face
    this.#className = className
  }

  /** A cell and the label of its face. Its place and its words are the caller's. */
  make(code: number): { readonly cell: HTMLElement; readonly label: string } {
    const { cell, label } = this.#templates.get(code) ?? this.#build(code)
    const copy = cell.cloneNode(true)
    if (!(copy instanceof HTMLElement)) throw new TypeError('A clone of an element is an element.')
    return { cell: copy, label }
  }

  #build(code: number) {
    const { marks, label } = this.#face(code)
    const letters = marks.every(({ text }) => text.length === 1)
    const cell = element('div', this.#className, {
      role: 'gridcell',
      'data-marks': String(marks.length),
      ...(letters && { 'data-letters': '' }),
    })
    for (const mark of marks) {
      const span = element('span', mark.className, { 'aria-hidden': 'true' })
      span.textContent = mark.text
      cell.append(span)
    }
    const template = { cell, label }
    this.#templates.set(code, template)
    return template
  }
}
