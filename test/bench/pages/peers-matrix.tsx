import '@glideapps/glide-data-grid/dist/index.css'
import {
  DataEditor,
  type DataEditorRef,
  GridCellKind,
  type GridColumn,
  type Item,
  type TextCell,
} from '@glideapps/glide-data-grid'
import { createRef } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { heap, painted, perFrame, seeded, shown as afterFrame, type Steps } from './kit'

export interface MatrixParams {
  readonly rows: number
  readonly columns: number
  /** Share of cells that hold roles. */
  readonly fill: number
}

/** Filled cells as `row × columns + column` → letters: the same for every implementation. */
export function filled({ rows, columns, fill }: MatrixParams): ReadonlyMap<number, string> {
  const random = seeded(7)
  const letters = ['A', 'R', 'C', 'I', 'AR']
  const cells = new Map<number, string>()
  for (let row = 0; row < rows; row += 1)
    for (let each = 0; each < columns * fill; each += 1)
      cells.set(row * columns + Math.floor(random() * columns), letters[Math.floor(random() * letters.length)]!)
  return cells
}

export function glide(params: MatrixParams): Steps {
  const cells = filled(params)
  const root = createRoot(document.getElementById('root')!)
  const grid = createRef<DataEditorRef>()
  const columns: GridColumn[] = [
    { title: 'Activity', width: 250 },
    ...Array.from({ length: params.columns }, (_, index) => ({ title: `Team ${index}`, width: 44 })),
  ]
  let before = 0
  let shown = Array.from({ length: params.rows }, (_, index) => index)
  const cell = ([column, row]: Item): TextCell => {
    const source = shown[row] ?? 0
    const text = column === 0 ? `Activity ${source}` : (cells.get(source * params.columns + column - 1) ?? '')
    return { kind: GridCellKind.Text, data: text, displayData: text, allowOverlay: false }
  }
  const render = () =>
    root.render(
      <DataEditor
        ref={grid}
        columns={columns}
        rows={shown.length}
        getCellContent={(item) => cell(item)}
        rowHeight={30}
        width={1440}
        height={900}
        freezeColumns={1}
      />,
    )
  return {
    build: async () => ({ ms: 0 }),
    settle: async () => {
      before = heap()
      return {}
    },
    paint: async () => {
      render()
      await painted()
      return {}
    },
    heap: async () => ({ heapMB: heap() - before }),
    scroll: async () => ({
      frames: await perFrame(60, (index) =>
        grid.current?.scrollTo(1, index * 20, 'vertical', 0, 0, { vAlign: 'start' }),
      ),
    }),
    filter: async () => {
      const start = performance.now()
      shown = shown.filter((index) => index % 3 === 0)
      flushSync(render)
      await afterFrame()
      return { ms: performance.now() - start }
    },
  }
}
