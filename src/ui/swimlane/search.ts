import type { Span } from './columns'
import { blockSize, type LaneBars, type LanePoints } from './lanes'

/** First position in [low, high) whose value is not below `wanted`, by binary search. */
export function lowerBound(sorted: Float64Array, wanted: number, low: number, high: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] ?? 0) < wanted) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Visits the bars of a lane that touch the span, in order of start. Bars that begin inside are found by binary search;
 * of those that began before, whole blocks that ended before the span are passed over.
 */
export function eachBar(bars: LaneBars, lane: number, span: Span, visit: (at: number) => void): void {
  const { start, end, reach } = bars
  const low = bars.offset[lane] ?? 0
  const high = lowerBound(start, span.to, low, bars.offset[lane + 1] ?? low)
  const inside = lowerBound(start, span.from, low, high)
  let at = low
  while (at < inside) {
    const block = Math.floor(at / blockSize)
    const blockEnd = Math.min((block + 1) * blockSize, inside)
    if ((reach[block] ?? 0) < span.from) at = blockEnd
    else for (; at < blockEnd; at++) if ((end[at] ?? 0) >= span.from) visit(at)
  }
  for (; at < high; at++) visit(at)
}

/** The positions [low, high) of a lane's points inside the span. */
export function pointsWithin(points: LanePoints, lane: number, span: Span): readonly [low: number, high: number] {
  const first = points.offset[lane] ?? 0
  const last = points.offset[lane + 1] ?? first
  const low = lowerBound(points.at, span.from, first, last)
  return [low, lowerBound(points.at, span.to, low, last)]
}
