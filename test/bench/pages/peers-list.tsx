import { createRoot } from 'react-dom/client'
import { List, type RowComponentProps } from 'react-window'
import type { Steps } from './kit'
import { painted, perFrame } from './kit'

export interface ListParams {
  readonly rows: number
}

export const title = (index: number): string => `INC-${index} Card payments failing for EU customers`

function Row({ index, style }: RowComponentProps<object>) {
  return (
    <div style={{ ...style, display: 'flex', gap: 8 }}>
      <span>{(index % 5) + 1}</span>
      <span>{title(index)}</span>
      <span>mitigating</span>
    </div>
  )
}

export function reactWindow({ rows }: ListParams): Steps {
  const host = document.getElementById('root')!
  const root = createRoot(host)
  return {
    paint: async () => {
      root.render(<List rowComponent={Row} rowCount={rows} rowHeight={54} rowProps={{}} style={{ height: 860 }} />)
      await painted()
      return {}
    },
    scroll: async () => {
      const scroller = host.querySelector<HTMLElement>('[role="list"]')!
      return { frames: await perFrame(60, (index) => (scroller.scrollTop = index * 480)) }
    },
  }
}
