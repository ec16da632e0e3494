import type { Span } from './columns'
import type { LaneBars, LanePoints } from './lanes'

/** What there is to show. */
export interface Content {
  readonly lanes: number
  readonly bars: LaneBars
  readonly points: LanePoints
}

/** How it is looked at: pixels are CSS pixels. */
export interface Frame {
  readonly span: Span
  /** Where bars that go on end for now. */
  readonly now: number
  readonly width: number
  readonly height: number
  readonly laneHeight: number
  /** How far the lanes are scrolled up. */
  readonly scrollTop: number
}

/** Heights within one lane, the same for every lane of a content. */
export interface LaneBox {
  readonly padding: number
  /** Rows that bars are stacked in, and the height of one, gap included. */
  readonly rows: number
  readonly pitch: number
  readonly barsHeight: number
  readonly pointsTop: number
  readonly pointsHeight: number
}

const padding = 4
const stripHeight = 10
/** Tall enough for a title inside the bar, or, in low lanes, for a hand to hit. */
const tallRow = 17
const lowRow = 9

export function laneBox(content: Content, laneHeight: number): LaneBox {
  const inner = laneHeight - 2 * padding
  const hasBars = content.bars.start.length > 0
  const hasPoints = content.points.at.length > 0
  const pointsHeight = !hasPoints ? 0 : hasBars ? stripHeight : inner
  const barsHeight = hasBars ? inner - pointsHeight : 0
  const wanted = barsHeight >= 2 * tallRow || (barsHeight >= tallRow && barsHeight < 2 * lowRow) ? tallRow : lowRow
  const rows = Math.max(1, Math.floor(barsHeight / wanted))
  return {
    padding,
    rows,
    pitch: barsHeight / rows,
    barsHeight,
    pointsTop: padding + barsHeight,
    pointsHeight,
  }
}

/** The lanes that are in view, [first, last). */
export function visibleLanes(content: Content, frame: Frame): readonly [first: number, last: number] {
  const first = Math.max(0, Math.floor(frame.scrollTop / frame.laneHeight))
  return [first, Math.min(content.lanes, Math.ceil((frame.scrollTop + frame.height) / frame.laneHeight))]
}

/** Top edge of a lane on the canvas. */
export const laneTop = (frame: Frame, lane: number): number => lane * frame.laneHeight - frame.scrollTop
