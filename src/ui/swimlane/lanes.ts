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

/** Where each lane begins when the positions are grouped by lane, and the positions in that order (stable). */
function grouped(lane: Uint32Array, lanes: number): { offset: Uint32Array; order: Uint32Array } {
  const offset = new Uint32Array(lanes + 1)
  for (const each of lane) if (each < lanes) offset[each + 1] = (offset[each + 1] ?? 0) + 1
  for (let each = 0; each < lanes; each++) offset[each + 1] = (offset[each + 1] ?? 0) + (offset[each] ?? 0)
  const next = offset.slice()
  const order = new Uint32Array(offset[lanes] ?? 0)
  for (let position = 0; position < lane.length; position++) {
    const its = lane[position] ?? lanes
    if (its >= lanes) continue
    const place = next[its] ?? 0
    order[place] = position
    next[its] = place + 1
  }
  return { offset, order }
}

/** The lane of each position: what is grouped by lane stands in runs. */
function laneRuns(offset: Uint32Array): Uint32Array {
  const lane = new Uint32Array(offset.at(-1) ?? 0)
  for (let each = 0; each + 1 < offset.length; each++) lane.fill(each, offset[each], offset[each + 1])
  return lane
}

const pick = <A extends Float64Array | Uint32Array | Uint8Array>(column: A, order: Uint32Array, into: A): A => {
  for (let place = 0; place < order.length; place++) into[place] = column[order[place] ?? 0] ?? 0
  return into
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

/** Groups sorted bars by lane. Bars of a lane at or beyond `lanes` are left out. Once per data set: O(n). */
export function groupBars(bars: Bars, lanes: number): LaneBars {
  const { offset, order } = grouped(bars.lane, lanes)
  const size = order.length
  const start = pick(bars.start, order, new Float64Array(size))
  const end = pick(bars.end, order, new Float64Array(size))
  const reach = new Float64Array(Math.ceil(size / blockSize)).fill(Number.NEGATIVE_INFINITY)
  for (let at = 0; at < size; at++) {
    const block = Math.floor(at / blockSize)
    reach[block] = Math.max(reach[block] ?? 0, end[at] ?? 0)
  }
  return {
    start,
    end,
    lane: laneRuns(offset),
    level: pick(bars.level, order, new Uint8Array(size)),
    index: pick(bars.index, order, new Uint32Array(size)),
    offset,
    row: packed(start, end, offset),
    reach,
  }
}

/** Groups sorted points by lane. */
export function groupPoints(points: Points, lanes: number): LanePoints {
  const { offset, order } = grouped(points.lane, lanes)
  const size = order.length
  return {
    at: pick(points.at, order, new Float64Array(size)),
    lane: laneRuns(offset),
    level: pick(points.level, order, new Uint8Array(size)),
    shape: pick(points.shape, order, new Uint8Array(size)),
    index: pick(points.index, order, new Uint32Array(size)),
    offset,
  }
}
