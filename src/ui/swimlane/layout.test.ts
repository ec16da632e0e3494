import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BarSpec, type PointSpec, toBars, toPoints } from './columns'
import { type Content, type Frame, laneBox } from './frame'
import { hitTest, nextMark } from './hit'
import { groupBars, groupPoints, mostRows } from './lanes'
import { isDense, layout, worse } from './layout'
import { marksWithin } from './marks'
import { edges, Scene } from './scene'
import { eachBar, lowerBound, pointsWithin } from './search'
import { toX } from './span'

const same = <T>(item: T): T => item

function contentOf(bars: readonly BarSpec[], points: readonly PointSpec[] = [], lanes = 1): Content {
  return {
    lanes,
    bars: groupBars(toBars(bars, same), lanes),
    points: groupPoints(toPoints(points, same), lanes),
  }
}
const frameOf = (over: Partial<Frame> = {}): Frame => ({
  span: { from: 0, to: 1000 },
  now: 1000,
  width: 1000,
  height: 400,
  laneHeight: 40,
  scrollTop: 0,
  ...over,
})
const bar = (start: number, end: number | undefined, level = 3, lane = 0): BarSpec => ({
  start,
  lanes: [lane],
  level,
  ...(end !== undefined && { end }),
})
const tick = (at: number, over: Partial<PointSpec> = {}): PointSpec => ({
  at,
  lanes: [0],
  level: 0,
  shape: 'tick',
  ...over,
})
function laid(content: Content, frame = frameOf()) {
  const scene = new Scene()
  layout(content, frame, scene)
  return { scene, marks: Array.from({ length: scene.size }, (_mark, place) => scene.mark(place)) }
}

const someBars = fc.array(
  fc.record({
    start: fc.integer({ min: -500, max: 1500 }),
    length: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    lane: fc.integer({ min: 0, max: 3 }),
    level: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 400 },
)
const specs = (given: readonly { start: number; length: number | undefined; lane: number; level: number }[]) =>
  given.map(({ start, length, lane, level }) =>
    bar(start, length === undefined ? undefined : start + length, level, lane),
  )
const touches = (spec: BarSpec) => spec.start < 1000 && (spec.end ?? Infinity) >= 0

describe('columns', () => {
  it('sorts, keeps the place in the list, gives one bar for each lane, leaves out what has no spec', () => {
    const bars = toBars([7, 3, 9], (start) => (start === 9 ? undefined : { start, lanes: [0, 2], level: 1 }))
    expect([...bars.start]).toEqual([3, 3, 7, 7])
    expect([...bars.lane]).toEqual([0, 2, 0, 2])
    expect([...bars.index]).toEqual([1, 1, 0, 0])
    expect([...bars.end]).toEqual([Infinity, Infinity, Infinity, Infinity])
  })
})

describe('lanes', () => {
  it('puts each bar into the lowest row that is free, the same at every zoom', () => {
    const { row } = contentOf([bar(0, 10), bar(5, 20), bar(10, 15), bar(12, 30)]).bars
    expect([...row]).toEqual([0, 1, 0, 2])
  })
  it('gives what finds no row the last one', () => {
    const { row } = contentOf(Array.from({ length: 40 }, (_bar, at) => bar(at, 100))).bars
    expect(Math.max(...row)).toBe(mostRows - 1)
    expect([...row].filter((each) => each === mostRows - 1)).toHaveLength(40 - (mostRows - 1))
  })
  it('leaves out lanes that are not shown', () => {
    expect(contentOf([bar(0, 1, 1, 0), bar(0, 1, 1, 9)], [], 2).bars.start).toHaveLength(1)
  })
})

describe('search', () => {
  it('finds the first that is not below', () => {
    const sorted = Float64Array.of(1, 3, 3, 7)
    expect([0, 3, 4, 8].map((wanted) => lowerBound(sorted, wanted, 0, 4))).toEqual([0, 1, 3, 4])
  })
  it('visits exactly the bars that touch the span, at any size', () => {
    fc.assert(
      fc.property(someBars, (given) => {
        const all = specs(given)
        const { bars } = contentOf(all, [], 4)
        const seen: number[] = []
        for (let lane = 0; lane < 4; lane++)
          eachBar(bars, lane, { from: 0, to: 1000 }, (at) => seen.push(bars.index[at] ?? -1))
        const expected = all.flatMap((spec, index) => (touches(spec) ? [index] : []))
        expect(seen.toSorted((a, b) => a - b)).toEqual(expected)
      }),
    )
  })
  it('passes over blocks that ended, and still finds the one in them that did not', () => {
    const old = Array.from({ length: 500 }, (_bar, at) => bar(at - 10_000, at - 9_990))
    const { bars } = contentOf([...old, bar(-9_800, undefined)])
    const seen: number[] = []
    eachBar(bars, 0, { from: 0, to: 10 }, (at) => seen.push(bars.index[at] ?? -1))
    expect(seen).toEqual([500])
  })
  it('finds points by lane', () => {
    const { points } = contentOf([], [tick(5), tick(10), tick(20), tick(10, { lanes: [1] })], 2)
    expect(pointsWithin(points, 0, { from: 10, to: 20 })).toEqual([1, 2])
    expect(pointsWithin(points, 1, { from: 0, to: 10 })).toEqual([3, 3])
  })
})

describe('layout', () => {
  it('counts every bar of the window in exactly one mark or profile', () => {
    fc.assert(
      fc.property(someBars, fc.integer({ min: 60, max: 2000 }), (given, width) => {
        const all = specs(given)
        const { scene } = laid(contentOf(all, [], 4), frameOf({ width }))
        expect(scene.bars).toBe(all.filter(touches).length)
      }),
    )
  })
  it('counts every point, however dense', () => {
    const points = Array.from({ length: 5000 }, (_point, at) =>
      tick(at / 5, { shape: at % 50 === 0 ? 'dot' : at % 700 === 0 ? 'diamond' : 'tick' }),
    )
    const { scene } = laid(contentOf([], points))
    expect(scene.points).toBe(5000)
    expect(scene.size).toBeLessThan(600)
  })
  it('draws no two marks of a row over each other', () => {
    fc.assert(
      fc.property(someBars, (given) => {
        const { marks } = laid(contentOf(specs(given), [], 4))
        const rows = new Map<number, { x: number; width: number }[]>()
        for (const mark of marks) rows.set(mark.y, [...(rows.get(mark.y) ?? []), mark])
        const overlaps = [...rows.values()].flatMap((row) =>
          row.filter((mark, place) => {
            const before = row[place - 1]
            return before !== undefined && mark.x < before.x + before.width - 0.01
          }),
        )
        expect(overlaps).toEqual([])
      }),
    )
  })
  it('joins what pixels cannot tell apart, with the worst level and the number', () => {
    const { marks } = laid(contentOf([bar(100, 101, 4), bar(101.5, 102, 2), bar(500, 600, 5)]))
    expect(marks.map(({ count, level }) => ({ count, level }))).toEqual([
      { count: 2, level: 2 },
      { count: 1, level: 5 },
    ])
  })
  it('keeps a long bar apart from the short one before it', () => {
    const { marks } = laid(contentOf([bar(100, 100.5), bar(101, 300)]))
    expect(marks.map((mark) => mark.count)).toEqual([1, 1])
    expect(marks[1]).toMatchObject({ x: 103, width: 197 })
  })
  it('marks where an edge is open, and where it is only cut', () => {
    const { marks } = laid(contentOf([bar(-50, 20), bar(30, undefined), bar(900, 2000)]), frameOf({ now: 800 }))
    expect(marks.map((mark) => mark.edge)).toEqual([edges.cutLeft, edges.open, edges.cutRight])
    expect(marks[1]).toMatchObject({ x: 30, width: 770 })
  })
  it('tells a lane that is too dense as how many burn at each moment', () => {
    const all = Array.from({ length: 300 }, (_bar, at) => bar(at, at + 100, at % 2 === 0 ? 1 : 4))
    const { scene } = laid(contentOf(all), frameOf({ width: 1000 }))
    expect(isDense(300, 1000)).toBe(true)
    expect(scene.size).toBe(0)
    const [profile] = scene.profiles
    expect(profile).toMatchObject({ count: 300 })
    const at = (time: number) => profile?.byLevel.map((counts) => counts[time / (profile?.step ?? 1)])
    expect(at(0)).toEqual([0, 1, 0, 0, 1, 0])
    expect(at(200)?.reduce((sum, each) => (sum ?? 0) + (each ?? 0), 0)).toBe(profile?.peak)
    expect(profile?.peak).toBeGreaterThanOrEqual(101)
    expect(at(600)).toEqual([0, 0, 0, 0, 0, 0])
  })
  it('lays out only the lanes in view', () => {
    const all = Array.from({ length: 100 }, (_bar, lane) => bar(0, 10, 1, lane))
    const { marks } = laid(contentOf(all, [], 100), frameOf({ height: 80, scrollTop: 400 }))
    expect(marks).toHaveLength(2)
  })
  it('draws nothing without width or time', () => {
    expect(laid(contentOf([bar(0, 10)]), frameOf({ width: 0 })).scene.size).toBe(0)
    expect(laid(contentOf([bar(0, 10)]), frameOf({ span: { from: 5, to: 5 } })).scene.size).toBe(0)
  })
  it('knows which of two levels is worse; none is no level', () => {
    expect([worse(0, 4), worse(2, 0), worse(3, 1), worse(0, 0)]).toEqual([4, 2, 1, 0])
  })
  it('leaves room for points only where there are bars too', () => {
    expect(laneBox(contentOf([], [tick(1)]), 22)).toMatchObject({ barsHeight: 0, pointsHeight: 14 })
    expect(laneBox(contentOf([bar(0, 1)], [tick(1)]), 40)).toMatchObject({ barsHeight: 22, pointsTop: 26 })
  })
})

describe('hit', () => {
  const content = contentOf(
    [bar(100, 200), bar(150, 300), bar(400, undefined)],
    [tick(500), tick(502, { shape: 'dot' })],
    2,
  )
  const frame = frameOf({ laneHeight: 60, now: 700 })
  const y = (row: number) => 4 + row * laneBox(content, 60).pitch + 3

  it('finds the bar of the row under the pointer', () => {
    expect(hitTest(content, frame, 160, y(0))?.marks).toEqual([{ column: 'bars', at: 0 }])
    expect(hitTest(content, frame, 160, y(1))?.marks).toEqual([{ column: 'bars', at: 1 }])
  })
  it('finds an open bar up to now and no further', () => {
    expect(hitTest(content, frame, 690, y(0))?.marks).toEqual([{ column: 'bars', at: 2 }])
    expect(hitTest(content, frame, 720, y(0))?.marks).toEqual([])
  })
  it('finds points in their strip, the loud one first', () => {
    const marks = hitTest(content, frame, 501, 55)?.marks
    expect(marks?.map(({ column, at }) => [column, at])).toEqual([
      ['points', 1],
      ['points', 0],
    ])
  })
  it('knows time and lane anywhere, and nothing outside', () => {
    expect(hitTest(content, frame, 250, 70)).toMatchObject({ lane: 1, time: 250, marks: [] })
    expect(hitTest(content, frame, 250, 130)).toBeUndefined()
    expect(hitTest(content, frame, -1, 10)).toBeUndefined()
  })
  it('finds every bar that burns under the pointer where a lane is told as a profile', () => {
    const dense = contentOf(Array.from({ length: 400 }, (_bar, at) => bar(at, at + 50)))
    expect(hitTest(dense, frame, 300, 10)?.marks.length).toBeGreaterThanOrEqual(51)
  })
  it('finds whatever is drawn: the middle of every mark hits it', () => {
    fc.assert(
      fc.property(someBars, (given) => {
        const content = contentOf(specs(given), [], 4)
        const { marks } = laid(content)
        for (const mark of marks) {
          const single = mark.count === 1 && mark.width > 8
          if (!single) continue
          const found = hitTest(content, frameOf(), mark.x + mark.width / 2, mark.y + 1)?.marks ?? []
          expect(found.map(({ at }) => at)).toContain(mark.at)
        }
      }),
    )
  })
  it('steps from mark to mark and stays at the ends', () => {
    const first = nextMark(content, frame, 0, undefined, 1)
    expect(first).toEqual({ column: 'bars', at: 0 })
    const second = nextMark(content, frame, 0, first, 1)
    expect(second).toEqual({ column: 'bars', at: 1 })
    expect(nextMark(content, frame, 0, first, -1)).toEqual(first)
    expect(nextMark(content, frame, 1, undefined, 1)).toBeUndefined()
  })
})

it('lists for readers of text exactly what is drawn', () => {
  const content = contentOf([bar(0, 10), bar(2000, 2100), bar(50, 60, 1, 1)], [tick(5)], 2)
  const marks = marksWithin(content, { from: 0, to: 1000 })
  const { scene } = laid(content)
  expect(marks).toHaveLength(scene.bars + scene.points)
  expect(marks.map(({ lane }) => lane)).toEqual([0, 0, 1])
  expect(toX({ from: 0, to: 10 }, 100, 5)).toBe(50)
})
