import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { createRoot } from 'react-dom/client'
import { VirtualList } from '../../../src/ui/VirtualList'
import '../../../src/ui/VirtualRows'
import { offer, painted, perFrame, type Steps } from './kit'
import { type ListParams, reactWindow, title } from './peers-list'

interface Row {
  readonly id: string
  readonly index: number
}

const render = ({ index }: Row) => (
  <div style={{ display: 'flex', gap: 8, height: 54 }}>
    <span>{(index % 5) + 1}</span>
    <span>{title(index)}</span>
    <span>mitigating</span>
  </div>
)

function watchbill({ rows }: ListParams): Steps {
  const host = document.getElementById('root')!
  const root = createRoot(host)
  const items: Row[] = Array.from({ length: rows }, (_, index) => ({ id: String(index), index }))
  return {
    paint: async () => {
      root.render(
        <div style={{ height: 860, display: 'grid' }}>
          <VirtualList
            label="Incidents"
            items={items}
            itemKey={(item) => item.id}
            render={render}
            estimate={54}
            onOpen={() => {}}
          />
        </div>,
      )
      while (!host.querySelector('[role="listbox"] [role="option"]')) await painted()
      await painted()
      return { drawn: host.querySelectorAll('[role="option"]').length }
    },
    scroll: async () => {
      const list = host.querySelector('[role="listbox"]')!
      const scroller = [list, ...list.querySelectorAll('*'), list.parentElement!].find(
        (each) => each.scrollHeight > each.clientHeight + 1000,
      )!
      return { frames: await perFrame(60, (index) => (scroller.scrollTop = index * 480)) }
    },
  }
}

offer<ListParams>({ watchbill, 'react-window': reactWindow })
