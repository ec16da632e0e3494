import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { createRoot } from 'react-dom/client'
import { Swimlane, type Span } from '../../../src/ui/swimlane'
import { offer, painted, perFrame, type Steps } from './kit'
import { bars, day, eCharts, inWindow, span as whole, type TimelineParams } from './peers-timeline'

const ticksOf = (span: Span, width: number) =>
  Array.from({ length: 8 }, (_, index) => {
    const at = span.from + ((index + 0.5) / 8) * (span.to - span.from)
    return { at, label: `${Math.round(at / day)} d`, strong: width > 0 && index === 0 }
  })
const tell = () => ({ title: 'Incident', lines: [] })

function watchbill(params: TimelineParams): Steps {
  const data = bars(params)
  const root = createRoot(document.getElementById('root')!)
  const lanes = Array.from({ length: data.lanes }, (_, index) => ({ label: `Workload ${index}` }))
  const given = {
    start: data.start,
    end: data.end,
    lane: Uint32Array.from(data.lane),
    level: data.level,
    index: Uint32Array.from(data.start, (_, index) => index),
  }
  const points = {
    at: data.pointAt,
    lane: Uint32Array.from(data.pointLane),
    level: new Uint8Array(data.pointAt.length),
    shape: new Uint8Array(data.pointAt.length),
    index: Uint32Array.from(data.pointAt, (_, index) => index),
  }
  const limits = { from: 0, to: whole, least: 60_000 }
  const half = whole / 2
  const drawn = inWindow(data, half, half + 7 * day)
  const render = (span: Span) =>
    root.render(
      <div style={{ height: 900, width: 1440, display: 'grid' }}>
        <Swimlane
          label="Incidents"
          lanes={lanes}
          bars={given}
          points={points}
          span={span}
          limits={limits}
          now={whole}
          ticksOf={ticksOf}
          tell={tell as never}
          laneHeight={[18, 24]}
          fill
        />
      </div>,
    )
  return {
    paint: async () => {
      render({ from: half, to: half + 7 * day })
      await painted()
      return { drawn }
    },
    pan: async () => ({
      frames: await perFrame(60, (index) =>
        render({ from: half + index * 0.1 * day, to: half + (7 + index * 0.1) * day }),
      ),
    }),
    zoom: async () => ({
      frames: await perFrame(30, (index) => {
        const width = 7 * day * (whole / (7 * day)) ** (index / 29)
        render({ from: half - width / 2, to: half + width / 2 })
      }),
    }),
  }
}

offer<TimelineParams>({ watchbill, echarts: eCharts })
