import type { Span } from './columns'
import { type Content, type Frame, laneBox, laneTop } from './frame'
import { isDense, leastWidth } from './layout'
import { eachBar, pointsWithin } from './search'
import { toTime, toX } from './span'

/** Something on the canvas: its column, and its position there. */
export interface Mark {
  readonly column: 'bars' | 'points'
  readonly at: number
}

/** What lies under a place: nearest first. `time` is the moment there. */
export interface Hit {
  readonly lane: number
  readonly time: number
  /** At most `mostMarks` of them. */
  readonly marks: readonly Mark[]
  /** All that lie there. */
  readonly count: number
}

const slack = 3
/** More than anybody reads; how many there are in all is told beside. */
export const mostMarks = 1000

const around = (frame: Frame, x: number, by: number): Span => ({
  from: toTime(frame.span, frame.width, x - by),
  to: toTime(frame.span, frame.width, x + by),
})

type Found = Pick<Hit, 'marks' | 'count'>

function barsAt(content: Content, frame: Frame, lane: number, row: number | undefined, x: number): Found {
  const { start, end, row: rows } = content.bars
  const box = laneBox(content, frame.laneHeight)
  const near = around(frame, x, slack)
  const time = toTime(frame.span, frame.width, x)
  const least = (leastWidth / frame.width) * (frame.span.to - frame.span.from)
  const found: { at: number; far: number; length: number }[] = []
  eachBar(content.bars, lane, { from: near.from - least, to: near.to }, (at) => {
    if (row !== undefined && Math.min(rows[at] ?? 0, box.rows - 1) !== row) return
    const begins = start[at] ?? 0
    const ends = Math.max(Math.min(end[at] ?? 0, Math.max(frame.now, begins)), begins + least)
    if (ends < near.from || begins > near.to) return
    found.push({ at, far: time < begins ? begins - time : time > ends ? time - ends : 0, length: ends - begins })
  })
  found.sort((left, right) => left.far - right.far || left.length - right.length || left.at - right.at)
  return { marks: found.slice(0, mostMarks).map(({ at }) => ({ column: 'bars', at })), count: found.length }
}

function pointsAt(content: Content, frame: Frame, lane: number, x: number): Found {
  const { points } = content
  const reach = slack + 2
  const [low, high] = pointsWithin(points, lane, around(frame, x, reach))
  const time = toTime(frame.span, frame.width, x)
  const found = Array.from({ length: Math.min(high - low, mostMarks) }, (_each, place) => low + place)
  const far = (at: number) => Math.abs((points.at[at] ?? 0) - time)
  const loud = (at: number) => points.shape[at] ?? 0
  return {
    marks: found
      .toSorted((left, right) => loud(right) - loud(left) || far(left) - far(right))
      .map((at) => ({ column: 'points', at })),
    count: high - low,
  }
}

/** What is drawn at a place of the canvas; undefined outside the lanes. */
export function hitTest(content: Content, frame: Frame, x: number, y: number): Hit | undefined {
  const lane = Math.floor((y + frame.scrollTop) / frame.laneHeight)
  if (lane < 0 || lane >= content.lanes || x < 0 || x > frame.width || y < 0 || y > frame.height) return undefined
  const box = laneBox(content, frame.laneHeight)
  const time = toTime(frame.span, frame.width, x)
  const inLane = y - laneTop(frame, lane)
  if (box.pointsHeight > 0 && inLane >= box.pointsTop - 1) {
    const found = pointsAt(content, frame, lane, x)
    if (found.count > 0 || box.barsHeight === 0) return { lane, time, ...found }
  }
  let inWindow = 0
  eachBar(content.bars, lane, frame.span, () => inWindow++)
  const row = Math.min(Math.max(Math.floor((inLane - box.padding) / box.pitch), 0), box.rows - 1)
  return { lane, time, ...barsAt(content, frame, lane, isDense(inWindow, frame.width) ? undefined : row, x) }
}

/** The mark before or after one in its lane; with none, the first or last that is in view. */
export function nextMark(content: Content, frame: Frame, lane: number, from: Mark | undefined, step: 1 | -1) {
  const column = from?.column ?? (content.bars.start.length > 0 ? 'bars' : 'points')
  const { offset } = content[column]
  const first = offset[lane] ?? 0
  const last = (offset[lane + 1] ?? 0) - 1
  if (last < first) return undefined
  if (from && from.at >= first && from.at <= last) {
    const at = from.at + step
    return at < first || at > last ? from : { column, at }
  }
  const inView: number[] = []
  if (column === 'bars') eachBar(content.bars, lane, frame.span, (at) => inView.push(at))
  else {
    const [low, high] = pointsWithin(content.points, lane, frame.span)
    if (high > low) inView.push(low, high - 1)
  }
  const at = step > 0 ? inView[0] : inView.at(-1)
  return at === undefined ? { column, at: step > 0 ? first : last } : { column, at }
}

/** Where a mark is drawn: the middle of what of it is in view, and its lower edge. */
export function placeOf(content: Content, frame: Frame, mark: Mark): { readonly x: number; readonly y: number } {
  const { bars, points } = content
  const box = laneBox(content, frame.laneHeight)
  const top = laneTop(frame, content[mark.column].lane[mark.at] ?? 0)
  if (mark.column === 'points')
    return { x: toX(frame.span, frame.width, points.at[mark.at] ?? 0), y: top + box.pointsTop + box.pointsHeight }
  const begins = bars.start[mark.at] ?? 0
  const ends = Math.min(bars.end[mark.at] ?? begins, Math.max(frame.now, begins))
  const row = Math.min(bars.row[mark.at] ?? 0, box.rows - 1)
  const left = Math.max(toX(frame.span, frame.width, begins), 0)
  const right = Math.min(toX(frame.span, frame.width, ends), frame.width)
  return { x: (left + Math.max(right, left)) / 2, y: top + box.padding + (row + 1) * box.pitch }
}
