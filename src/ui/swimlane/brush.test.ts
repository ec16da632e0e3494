import { describe, expect, it } from 'vitest'
import { toBars, toPoints } from './columns'
import type { Frame } from './frame'
import { placeOf } from './hit'
import { groupBars, groupPoints } from './lanes'
import { layout } from './layout'
import { Scene } from './scene'
import { heldAt, pulled } from './useBrush'

const limits = { from: 0, to: 1000, least: 10 }

describe('what a pointer holds of the overview', () => {
  const span = { from: 200, to: 600 }
  it('is an end near it, the window within, else a new one', () => {
    expect([195, 203, 300, 597, 606, 700].map((x) => heldAt(span, limits, 1000, x))).toEqual([
      'from',
      'from',
      'window',
      'to',
      'to',
      'new',
    ])
  })
  it('is the window as a whole where its ends could not be told apart', () => {
    expect(heldAt({ from: 500, to: 510 }, limits, 1000, 503)).toBe('window')
    expect(heldAt({ from: 500, to: 510 }, limits, 1000, 511)).toBe('window')
    expect(heldAt({ from: 500, to: 510 }, limits, 1000, 530)).toBe('new')
  })
})

it('pulls one end: the other stays, they do not cross, and neither leaves what there is', () => {
  const span = { from: 200, to: 600 }
  expect(pulled(span, 'from', 300, limits)).toEqual({ from: 300, to: 600 })
  expect(pulled(span, 'from', 900, limits)).toEqual({ from: 590, to: 600 })
  expect(pulled(span, 'from', -50, limits)).toEqual({ from: 0, to: 600 })
  expect(pulled(span, 'to', 100, limits)).toEqual({ from: 200, to: 210 })
  expect(pulled(span, 'to', 5000, limits)).toEqual({ from: 200, to: 1000 })
})

const content = {
  lanes: 2,
  bars: groupBars(
    toBars([{ start: 100, end: 300, lanes: [1], level: 1 }, { start: 310, end: 311, lanes: [1], level: 1 }, { start: 312, end: 313, lanes: [1], level: 1 }], (bar) => bar), // prettier-ignore
    2,
  ),
  points: groupPoints(
    toPoints([{ at: 500, lanes: [1], level: 0, shape: 'dot' as const }], (point) => point),
    2,
  ),
}
const frame: Frame = { span: { from: 0, to: 1000 }, now: 1000, width: 1000, height: 120, laneHeight: 60, scrollTop: 0 }

it('finds the place of a mark: the middle of what is in view of it, under it', () => {
  expect(placeOf(content, frame, { column: 'bars', at: 0 }).x).toBe(200)
  expect(placeOf(content, { ...frame, span: { from: 200, to: 1200 } }, { column: 'bars', at: 0 }).x).toBe(50)
  const { x, y } = placeOf(content, frame, { column: 'points', at: 0 })
  expect(x).toBe(500)
  expect(y).toBeGreaterThan(60)
  expect(y).toBeLessThanOrEqual(120)
})

it('tells how many of the marks stand in counts', () => {
  const scene = new Scene()
  layout(content, frame, scene)
  expect([scene.bars, scene.points, scene.counted]).toEqual([3, 1, 2])
})
