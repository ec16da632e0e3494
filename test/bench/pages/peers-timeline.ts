import { CustomChart } from 'echarts/charts'
import { DataZoomComponent, GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { painted, perFrame, seeded, type Steps } from './kit'

export interface TimelineParams {
  readonly rows: number
  readonly points: number
}

export const day = 86_400_000
export const span = 365 * day

export interface Bars {
  readonly start: Float64Array
  readonly end: Float64Array
  readonly lane: Uint16Array
  readonly level: Uint8Array
  readonly pointAt: Float64Array
  readonly pointLane: Uint16Array
  readonly lanes: number
}

/** A year of incidents and events over 40 lanes, sorted by start: the same for every implementation. */
export function bars({ rows, points }: TimelineParams): Bars {
  const random = seeded(11)
  const lanes = 40
  const start = Float64Array.from({ length: rows }, () => random() * span).sort()
  const end = start.map((at) => at + 600_000 + random() ** 4 * 3 * day)
  const lane = Uint16Array.from({ length: rows }, () => Math.floor(random() * lanes))
  const level = Uint8Array.from({ length: rows }, () => 1 + Math.floor(random() * 5))
  const pointAt = Float64Array.from({ length: points }, () => random() * span).sort()
  const pointLane = Uint16Array.from({ length: points }, () => Math.floor(random() * lanes))
  return { start, end, lane, level, pointAt, pointLane, lanes }
}

/** Bars and points that touch the window: what has to be on the screen. */
export function inWindow(data: Bars, from: number, to: number): number {
  let count = 0
  for (let index = 0; index < data.start.length; index += 1)
    if (data.start[index]! < to && data.end[index]! >= from) count += 1
  for (const at of data.pointAt) if (at >= from && at < to) count += 1
  return count
}

echarts.use([CustomChart, GridComponent, DataZoomComponent, CanvasRenderer])

export function eCharts(params: TimelineParams): Steps {
  const data = bars(params)
  const chart = echarts.init(document.getElementById('root')!, 'dark', { width: 1440, height: 900 })
  const half = span / 2
  const drawn = inWindow(data, half, half + 7 * day)
  const window = (from: number, to: number) =>
    chart.dispatchAction({ type: 'dataZoom', startValue: from, endValue: to })
  const rows = Array.from(data.start, (start, index) => [
    start,
    data.end[index]!,
    data.lane[index]!,
    data.level[index]!,
  ])
  const points = Array.from(data.pointAt, (at, index) => [at, data.pointLane[index]!])
  const colours = ['#888', '#ff5c50', '#ff9d3b', '#ecc94b', '#4f97e0', '#6c768a']
  return {
    paint: async () => {
      chart.setOption({
        animation: false,
        grid: { left: 100, right: 10, top: 10, bottom: 40 },
        xAxis: { type: 'time', min: 0, max: span },
        yAxis: { type: 'value', min: 0, max: data.lanes },
        dataZoom: [{ type: 'inside', startValue: half, endValue: half + 7 * day, filterMode: 'weakFilter' }],
        series: [
          {
            type: 'custom',
            dimensions: ['start', 'end', 'lane', 'level'],
            encode: { x: [0, 1], y: 2 },
            data: rows,
            renderItem: (_params: unknown, api: echarts.CustomSeriesRenderItemAPI) => {
              const [x = 0, y = 0] = api.coord([api.value(0), api.value(2)])
              const [right = 0] = api.coord([api.value(1), api.value(2)])
              return {
                type: 'rect',
                shape: { x, y: y - 8, width: Math.max(2, right - x), height: 12 },
                style: { fill: colours[Number(api.value(3))]! },
              }
            },
          },
          {
            type: 'custom',
            dimensions: ['at', 'lane'],
            encode: { x: 0, y: 1 },
            data: points,
            renderItem: (_params: unknown, api: echarts.CustomSeriesRenderItemAPI) => {
              const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
              return { type: 'rect', shape: { x, y: y - 4, width: 1.5, height: 8 }, style: { fill: '#555' } }
            },
          },
        ],
      } as never)
      await painted()
      return { drawn }
    },
    pan: async () => ({
      frames: await perFrame(60, (index) => window(half + index * 0.1 * day, half + (7 + index * 0.1) * day)),
    }),
    zoom: async () => ({
      frames: await perFrame(30, (index) => {
        const width = 7 * day * (span / (7 * day)) ** (index / 29)
        window(half - width / 2, half + width / 2)
      }),
    }),
  }
}
