import '../../src/ui/base.css'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useState } from 'react'
import badge from '../../src/ui/Badge.module.css'
import { buildMatrix, type Face, Matrix, type MatrixModel } from '../../src/ui/matrix'

/** Rows × columns, every sixteenth cell filled, in groups of ten rows. */
function sparse(height: number, width: number): MatrixModel {
  const rows = Array.from({ length: height }, (_, row) => ({
    id: `r${row}`,
    name: `Row ${row}`,
    group: `Group ${Math.floor(row / 10)}`,
  }))
  const columns = Array.from({ length: width }, (_, column) => ({ id: `c${column}`, name: `Column ${column}` }))
  const filled = Array.from({ length: Math.floor((height * width) / 16) }, (_, index) => index * 16)
  return buildMatrix(rows, columns, {
    row: filled.map((place) => Math.floor(place / width)),
    column: filled.map((place) => place % width),
    code: filled.map((place) => 1 + (place % 3)),
  })
}

const face = (code: number): Face => ({
  marks: [{ text: 'ARC'[code - 1] ?? '', className: '' }],
  label: `code ${code}`,
})
const meta = [
  { name: 'Automation', width: 104 },
  { name: 'Review due', width: 84 },
]
const describeRow = () => ({ meta: [{ text: 'manual' }, { text: '12 Jan' }], flag: { text: 'no owner' } })

function Mounted({ model, opened = () => {} }: { model: MatrixModel; opened?: (...args: unknown[]) => void }) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  return (
    <div data-theme="dark" style={{ width: 1200, height: 700, display: 'flex' }}>
      <Matrix
        label="Test grid"
        corner="Row"
        model={model}
        face={face}
        meta={meta}
        describeRow={describeRow}
        folded={folded}
        onOpen={opened}
        onFold={(group) => setFolded(new Set([...folded].includes(group) ? [] : [group]))}
      />
    </div>
  )
}

const grid = () => page.getByRole('grid', { name: 'Test grid' }).element() as HTMLElement
const active = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
const scroll = async (top: number, left: number) => {
  grid().scrollTo({ top, left, behavior: 'instant' })
  await nextFrame()
}
const seen = () => [...grid().querySelectorAll<HTMLElement>('[data-line]')].map((row) => Number(row.dataset.line))

describe('what exists', () => {
  it.each([
    [2_000, 200],
    [10_000, 1_000],
  ])('of %d × %d only what is filled and in view', async (height, width) => {
    await render(<Mounted model={sparse(height, width)} />)
    expect(grid().getAttribute('aria-rowcount')).toBe(String(height + height / 10 + 1))
    expect(grid().getAttribute('aria-colcount')).toBe(String(width + 3))
    for (const [top, left] of [
      [0, 0],
      [9_000, 3_000],
      [1_000_000, 1_000_000],
    ] as const) {
      await scroll(top, left)
      expect(seen().length).toBeGreaterThan(18)
      expect(grid().querySelectorAll('*').length).toBeLessThan(500)
    }
    expect(page.getByText(`Row ${height - 1}`, { exact: true }).query()).not.toBeNull()
  })

  it('shows each filled cell of the window in its place, in reading order', async () => {
    const model = sparse(2_000, 200)
    await render(<Mounted model={model} />)
    await scroll(3_010, 1_000)
    const lines = seen()
    expect(lines.filter((line) => line > 0)).toEqual(lines.filter((line) => line > 0).toSorted((a, b) => a - b))
    const cell = [...grid().querySelectorAll<HTMLElement>('[data-marks]')].find((each) => each.textContent !== '')
    const row = cell?.closest<HTMLElement>('[role=row]')
    const name = row?.querySelector('[role=rowheader]')?.textContent ?? ''
    const column = Number(cell?.getAttribute('aria-colindex')) - 2
    const position = Number(/Row (\d+)/.exec(name)?.[1])
    const entries = [...model.column.subarray(model.start[position], model.start[position + 1])]
    expect(entries).toContain(column)
    expect(cell?.getAttribute('aria-label')).toMatch(`Column ${column}: code`)
  })

  it('takes elements over instead of making new ones when it is scrolled', async () => {
    await render(<Mounted model={sparse(2_000, 200)} />)
    const before = new Set(grid().querySelectorAll('[data-line]'))
    await scroll(600, 0)
    const kept = [...grid().querySelectorAll('[data-line]')].filter((row) => before.has(row))
    expect(kept.length).toBeGreaterThan(15)
  })
})

describe('what stands in a cell', () => {
  const cells = ['A', 'A R', 'A R C', 'A R C I', 'A·Payments·Platform', '12 3'].map((marks) => marks.split(' '))
  const marked = (code: number): Face => ({
    marks: (cells[code - 1] ?? []).map((text) => ({
      text: text.replaceAll('·', ' '),
      className: text.length === 1 ? `${badge.letter} ${badge.A}` : '',
    })),
    label: `code ${code}`,
  })

  it.each([
    ['narrow', 100],
    ['wide', 6],
  ])('has its place in a %s column: marks neither cover one another nor the next cell', async (_, width) => {
    const columns = Array.from({ length: width }, (_each, column) => ({ id: `c${column}`, name: `Column ${column}` }))
    const places = cells.map((_each, index) => index)
    const model = buildMatrix([{ id: 'r', name: 'Row' }], columns, {
      row: places.map(() => 0),
      column: places,
      code: places.map((place) => place + 1),
    })
    await render(
      <div style={{ width: 1200, height: 300, display: 'flex' }}>
        <Matrix label="Test grid" model={model} face={marked} />
      </div>,
    )
    const drawn = [...grid().querySelectorAll('[data-marks]')]
    expect(drawn.length).toBe(cells.length)
    for (const cell of drawn) {
      const box = cell.getBoundingClientRect()
      const marks = Array.from(cell.children, (mark) => mark.getBoundingClientRect())
      for (const [index, { left, right }] of marks.entries()) {
        expect(left).toBeGreaterThanOrEqual(Math.max(box.left, marks[index - 1]?.right ?? 0) - 0.5)
        expect(right).toBeLessThanOrEqual(box.right + 0.5)
        expect(right - left).toBeGreaterThan(6)
      }
    }
  })
})

describe('what stays in view', () => {
  it('keeps the column names on top, the row names left and the last columns right', async () => {
    await render(<Mounted model={sparse(2_000, 200)} />)
    await scroll(5_000, 2_000)
    const box = grid().getBoundingClientRect()
    const head = page.getByRole('columnheader', { name: 'Row' }).element().getBoundingClientRect()
    expect([head.top, head.left]).toEqual([box.top, box.left])
    const row = grid().querySelectorAll<HTMLElement>('[role=row]')[12]
    const [name, ...rest] = [...(row?.children ?? [])]
    expect(name?.getBoundingClientRect().left).toBe(box.left)
    expect(rest.at(-1)?.getBoundingClientRect().right).toBe(box.left + grid().clientWidth)
    expect(page.getByRole('columnheader', { name: 'Automation' }).element().getBoundingClientRect().top).toBe(box.top)
  })
})

describe('the keyboard', () => {
  it('is one tab stop, whose focused cell always exists, filled or empty', async () => {
    await render(<Mounted model={sparse(2_000, 200)} />)
    await userEvent.tab()
    expect(document.activeElement).toBe(grid())
    expect(grid().querySelectorAll('[tabindex], button, a')).toHaveLength(0)
    expect(active()?.getAttribute('aria-expanded')).toBe('true')
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(active()?.getAttribute('aria-label')).toBe('Column 1: empty')
    expect(active()?.closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('3')
    expect(active()?.getAttribute('aria-colindex')).toBe('3')
  })

  it('goes to the corners and brings them into view', async () => {
    await render(<Mounted model={sparse(2_000, 200)} />)
    grid().focus()
    await userEvent.keyboard('{Control>}{End}{/Control}')
    expect(active()?.textContent).toBe('12 Jan')
    expect(active()?.closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('2201')
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(active()?.getAttribute('aria-colindex')).toBe('201')
    const [cell, box] = [active()?.getBoundingClientRect(), grid().getBoundingClientRect()]
    expect(cell && cell.bottom <= box.bottom && cell.right <= box.right - 188).toBe(true)
    await userEvent.keyboard('{Home}')
    expect(active()?.textContent).toMatch(/^Row 1999/)
    await userEvent.keyboard('{Control>}{Home}{/Control}{PageDown}')
    expect(Number(active()?.closest('[role=row]')?.getAttribute('aria-rowindex'))).toBeGreaterThan(10)
  })

  it('keeps the focused cell while it is scrolled out of view', async () => {
    await render(<Mounted model={sparse(2_000, 200)} />)
    grid().focus()
    await userEvent.keyboard('{ArrowDown}')
    await scroll(20_000, 0)
    expect(active()?.textContent).toMatch(/^Row 0/)
    await userEvent.keyboard('{ArrowDown}')
    expect(active()?.textContent).toMatch(/^Row 1/)
    expect(grid().scrollTop).toBe(60)
  })

  it('opens a row with the column it stands in, and folds a group', async () => {
    const opened: unknown[][] = []
    await render(<Mounted model={sparse(2_000, 200)} opened={(...args) => opened.push(args)} />)
    grid().focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}')
    await userEvent.keyboard('{Home}{Enter}')
    expect(opened).toEqual([
      ['r0', 'c0'],
      ['r0', undefined],
    ])
    await userEvent.keyboard('{ArrowUp}{Enter}')
    expect(active()?.getAttribute('aria-expanded')).toBe('false')
    expect(grid().getAttribute('aria-rowcount')).toBe('2191')
    await userEvent.keyboard('{ArrowDown}')
    expect(active()?.textContent).toMatch('Group 1')
    // Of another picture too the cursor stays with the group it stands on.
    await userEvent.keyboard('{Enter}')
    expect(active()?.textContent).toMatch('Group 1')
    expect(active()?.getAttribute('aria-expanded')).toBe('false')
  })

  it('stays with the group when a click folds the row of the cursor away', async () => {
    await render(<Mounted model={sparse(2_000, 200)} />)
    grid().focus()
    await userEvent.keyboard('{PageDown}')
    expect(active()?.textContent).toMatch('Row 1')
    const all = [...grid().querySelectorAll<HTMLElement>('[aria-expanded]')]
    all.find((each) => each.textContent?.includes('Group 1'))?.click()
    await nextFrame()
    expect(active()?.textContent).toMatch('Group 1')
  })
})

describe('the pointer', () => {
  it('opens the cell it clicks and tints the column it is over', async () => {
    const opened: unknown[][] = []
    await render(<Mounted model={sparse(2_000, 200)} opened={(...args) => opened.push(args)} />)
    const cell = grid().querySelector<HTMLElement>('[data-marks]')
    if (!cell) throw new Error('There is no filled cell.')
    await userEvent.hover(cell)
    const where = Number(cell.getAttribute('aria-colindex'))
    const band = grid().querySelector<HTMLElement>('[aria-hidden=true]:empty')
    expect(band?.style.left).toBe(cell.style.left)
    await userEvent.click(cell)
    expect(opened).toEqual([['r0', `c${where - 2}`]])
  })
})
