import type { Bars, Points } from './columns'

/** Bars regrouped by lane (sorted by start within each), with what makes a window cheap to find. */
export interface LaneBars extends Bars {
  /** Bars of lane `l` stand at [offset[l], offset[l + 1]). */
  readonly offset: Uint32Array
  /**
   * Row within the lane in which the bar overlaps no other, at most `mostRows`; the last row takes what found none.
   * It depends on time only, so that nothing jumps between rows while one zooms or pans.
   */
  readonly row: Uint8Array
  /** Latest end within each block of `blockSize` bars: tells whole blocks that ended before the window. */
  readonly reach: Float64Array
}

export interface LanePoints extends Points {
  readonly offset: Uint32Array
}

export const blockSize = 64
/** More rows than any lane shows; packing beyond them would only cost time. */
export const mostRows = 16

/** Where each lane begins when positions are grouped by lane. Those at or beyond `lanes` are left out. */
function offsetsOf(lane: Uint32Array, lanes: number): Uint32Array {
  const offset = new Uint32Array(lanes + 1)
  for (let at = 0; at < lane.length; at++) {
    const each = lane[at] ?? lanes
    if (each < lanes) offset[each + 1] = (offset[each + 1] ?? 0) + 1
  }
  for (let each = 0; each < lanes; each++) offset[each + 1] = (offset[each + 1] ?? 0) + (offset[each] ?? 0)
  return offset
}

/** The lane of each position: what is grouped by lane stands in runs. */
function laneRuns(offset: Uint32Array): Uint32Array {
  const lane = new Uint32Array(offset.at(-1) ?? 0)
  for (let each = 0; each + 1 < offset.length; each++) lane.fill(each, offset[each], offset[each + 1])
  return lane
}

/** Lowest free row first. The first bar of a lane begins afresh. */
function packed(start: Float64Array, end: Float64Array, offset: Uint32Array): Uint8Array {
  const row = new Uint8Array(start.length)
  const free = new Float64Array(mostRows)
  for (let lane = 0; lane + 1 < offset.length; lane++) {
    free.fill(Number.NEGATIVE_INFINITY)
    for (let at = offset[lane] ?? 0; at < (offset[lane + 1] ?? 0); at++) {
      const begins = start[at] ?? 0
      let fits = 0
      while (fits < mostRows - 1 && (free[fits] ?? 0) > begins) fits++
      row[at] = fits
      free[fits] = Math.max(free[fits] ?? 0, end[at] ?? 0)
    }
  }
  return row
}

// Each group is filled in one pass, column by column beside each other: a pass a column, by a function that all kinds of
// columns share, costs three times as much.

/** Groups sorted bars by lane. Bars of a lane at or beyond `lanes` are left out. Once per data set: O(n). */
export function groupBars(bars: Bars, lanes: number): LaneBars {
  const offset = offsetsOf(bars.lane, lanes)
  const next = offset.slice()
  const size = offset[lanes] ?? 0
  const start = new Float64Array(size)
  const end = new Float64Array(size)
  const level = new Uint8Array(size)
  const index = new Uint32Array(size)
  const reach = new Float64Array(Math.ceil(size / blockSize)).fill(Number.NEGATIVE_INFINITY)
  for (let at = 0; at < bars.lane.length; at++) {
    const lane = bars.lane[at] ?? lanes
    if (lane >= lanes) continue
    const place = next[lane] ?? 0
    next[lane] = place + 1
    const ends = bars.end[at] ?? 0
    start[place] = bars.start[at] ?? 0
    end[place] = ends
    level[place] = bars.level[at] ?? 0
    index[place] = bars.index[at] ?? 0
    const block = Math.floor(place / blockSize)
    if (ends > (reach[block] ?? 0)) reach[block] = ends
  }
  return { start, end, lane: laneRuns(offset), level, index, offset, row: packed(start, end, offset), reach }
}

/** Groups sorted points by lane. */
export function groupPoints(points: Points, lanes: number): LanePoints {
  const offset = offsetsOf(points.lane, lanes)
  const next = offset.slice()
  const size = offset[lanes] ?? 0
  const moment = new Float64Array(size)
  const level = new Uint8Array(size)
  const shape = new Uint8Array(size)
  const index = new Uint32Array(size)
  for (let at = 0; at < points.lane.length; at++) {
    const lane = points.lane[at] ?? lanes
    if (lane >= lanes) continue
    const place = next[lane] ?? 0
    next[lane] = place + 1
    moment[place] = points.at[at] ?? 0
    level[place] = points.level[at] ?? 0
    shape[place] = points.shape[at] ?? 0
    index[place] = points.index[at] ?? 0
  }
  return { at: moment, lane: laneRuns(offset), level, shape, index, offset }
}
