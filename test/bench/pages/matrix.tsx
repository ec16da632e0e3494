import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { buildMatrix, type Face, Matrix } from '../../../src/ui/matrix'
import { heap, offer, painted, perFrame, shown as afterFrame, type Steps } from './kit'
import { filled, glide, type MatrixParams } from './peers-matrix'

const letters = ['', 'A', 'R', 'C', 'I', 'AR']
const faces: Face[] = letters.map((text) => ({
  label: text,
  marks: Array.from(text, (letter) => ({ text: letter, className: '' })),
}))
const face = (code: number): Face => faces[code] ?? faces[0]!

function watchbill(params: MatrixParams): Steps {
  const host = document.getElementById('root')!
  const root = createRoot(host)
  const cells = [...filled(params)]
  const rows = Array.from({ length: params.rows }, (_, index) => ({ id: `a${index}`, name: `Activity ${index}` }))
  const columns = Array.from({ length: params.columns }, (_, index) => ({ id: `t${index}`, name: `Team ${index}` }))
  const given = {
    row: cells.map(([at]) => Math.floor(at / params.columns)),
    column: cells.map(([at]) => at % params.columns),
    code: cells.map(([, text]) => letters.indexOf(text)),
  }
  const render = (shown?: readonly number[]) =>
    root.render(
      <div style={{ height: 900, width: 1440, display: 'grid' }}>
        <Matrix label="Ownership" model={model} face={face} {...(shown && { rows: shown })} />
      </div>,
    )
  let model: ReturnType<typeof buildMatrix>
  let before = 0
  return {
    build: async () => {
      const start = performance.now()
      model = buildMatrix(rows, columns, given)
      return { ms: performance.now() - start }
    },
    settle: async () => {
      before = heap()
      return {}
    },
    paint: async () => {
      render()
      await painted()
      return { drawn: host.querySelectorAll('[role="gridcell"]').length }
    },
    heap: async () => ({ heapMB: heap() - before }),
    scroll: async () => {
      const scroller = [...host.querySelectorAll('*')].find((each) => each.scrollHeight > each.clientHeight + 1000)!
      return { frames: await perFrame(60, (index) => (scroller.scrollTop = index * 20 * 30)) }
    },
    filter: async () => {
      const start = performance.now()
      flushSync(() => render(rows.flatMap((_, index) => (index % 3 === 0 ? [index] : []))))
      await afterFrame()
      return { ms: performance.now() - start }
    },
  }
}

offer<MatrixParams>({ watchbill, 'glide-data-grid': glide })
