import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { ControlPoints, HourWeek, InTurn, MarkLinkProvider, ShareWithin, WeeklyBars } from '../../../src/charts'
import { offer, painted, type Steps } from './kit'
import { PlainBoard, plainMarks } from './peers-trends'
import { type Board, boardOf, type TrendsParams } from './trendsBoard'

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
const Chart = ({ children }: { readonly children: ReactNode }) => (
  <div style={{ display: 'flex', flexDirection: 'column', height: 300 }}>{children}</div>
)
const hourTo = (hour: number) => `/i?hour=${hour}`
const wait = <p>Drawing</p>

/** One component for all boards, as the app has it: a new one each time would make each mark anew. */
const Anchor = ({ to, children, ...rest }: { readonly to: string; readonly children?: ReactNode }) => (
  <a href={to} {...rest}>
    {children}
  </a>
)

function OwnBoard({ board: { bars, medians, share, hours } }: { readonly board: Board }) {
  return (
    <MarkLinkProvider value={Anchor}>
      <Chart>
        <WeeklyBars model={bars} label="Incidents per week" placeholder={wait} />
      </Chart>
      <Chart>
        <ShareWithin model={share} label="Time to resolve" placeholder={wait} />
      </Chart>
      <Chart>
        <ControlPoints model={medians} label="Medians" placeholder={wait} />
      </Chart>
      <Chart>
        <InTurn placeholder={wait}>
          <HourWeek counts={hours} label="When they start" to={hourTo} />
        </InTurn>
      </Chart>
    </MarkLinkProvider>
  )
}

/** The marks of our charts, in the same order as `plainMarks`: steps of bars, curves, points, tiles. */
const ownMarks = ['rect[class*=step]', '.recharts-line-curve', '[class*=points] circle', '[data-tile]']

/** Paints a board, and then the numbers that other filters give. `ms` of the paint: until the first chart was drawn. */
const steps =
  (draw: (board: Board) => ReactNode, marks: readonly string[]) =>
  (params: TrendsParams): Steps => {
    const host = document.getElementById('root')!
    host.style.overflow = 'auto'
    const root = createRoot(host)
    const drawn = () => marks.map((mark) => host.querySelectorAll(mark).length)
    const all = () => drawn().reduce((sum, each) => sum + each)
    let turn = 0
    return {
      paint: async () => {
        const start = performance.now()
        root.render(draw(boardOf(params, turn++)))
        for (let frames = 0; drawn()[0] === 0 && frames < 300; frames += 1) await frame()
        const ms = performance.now() - start
        for (let frames = 0; drawn().includes(0) && frames < 300; frames += 1) await frame()
        await painted()
        return { ms, drawn: all() }
      },
      update: async () => {
        root.render(draw(boardOf(params, turn++)))
        await painted()
        return { drawn: all() }
      },
      again: async () => {
        root.render(draw(boardOf(params, turn++)))
        await painted()
        return { drawn: all() }
      },
    }
  }

offer<TrendsParams>({
  watchbill: steps((board) => <OwnBoard board={board} />, ownMarks),
  recharts: steps((board) => <PlainBoard board={board} />, plainMarks),
})
