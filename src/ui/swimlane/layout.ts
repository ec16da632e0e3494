import { pointShapes } from './columns'
import { type Content, type Frame, type LaneBox, laneBox, laneTop, visibleLanes } from './frame'
import { pointsWithin, eachBar } from './search'
import { edges, type MarkKind, type Scene } from './scene'
import { toX } from './span'

/** A bar is never thinner than a hand can hit and an eye can see. */
export const leastWidth = 3
/** Bars at least this wide are kept apart from a short neighbour instead of being counted together with it. */
const wideEnough = 12
/** A lane with more bars than one for so many pixels is told as a profile. */
const pixelsPerBar = 6
/** A strip beside bars with more points than one for so many pixels is told as a rug of ticks. */
const pixelsPerPoint = 12
export const profileStep = 2
/** Points of a shape closer than this are drawn as one mark with a count. */
const pointReach: Readonly<Record<(typeof pointShapes)[number], number>> = { tick: 3, dot: 7, diamond: 7 }

/** Worst of two levels: the lower number, where 0 is none. */
export const worse = (left: number, right: number): number =>
  left === 0 ? right : right === 0 ? left : Math.min(left, right)

let scratch = new Uint32Array(1024)

/** Positions of the lane's bars that touch the window. Valid until the next call. */
function barsInWindow(content: Content, frame: Frame, lane: number): Uint32Array {
  let size = 0
  eachBar(content.bars, lane, frame.span, (at) => {
    if (size === scratch.length) {
      const grown = new Uint32Array(scratch.length * 2)
      grown.set(scratch)
      scratch = grown
    }
    scratch[size++] = at
  })
  return scratch.subarray(0, size)
}

/** Bars row by row; neighbours that pixels cannot tell apart, and those that found no row, are counted together. */
function layRows(content: Content, frame: Frame, box: LaneBox, top: number, positions: Uint32Array, scene: Scene) {
  const { start, end, row, level } = content.bars
  const { span, width, now } = frame
  const runs = Array.from({ length: box.rows }, () => ({ left: 0, right: -1, level: 0, count: 0, at: 0, edge: 0 }))
  const flush = (which: number) => {
    const run = runs[which]
    if (!run || run.count === 0) return
    scene.add({
      kind: 'bar',
      x: run.left,
      y: top + box.padding + which * box.pitch,
      width: run.right - run.left,
      height: box.pitch - 1.5,
      level: run.level,
      count: run.count,
      at: run.at,
      edge: run.edge,
    })
    run.count = 0
  }
  for (const at of positions) {
    const which = Math.min(row[at] ?? 0, box.rows - 1)
    const run = runs[which]
    if (!run) continue
    const begins = start[at] ?? 0
    const goesOn = end[at] === Number.POSITIVE_INFINITY
    const trueLeft = toX(span, width, begins)
    const trueRight = toX(span, width, goesOn ? Math.max(now, begins) : (end[at] ?? 0))
    let left = Math.max(trueLeft, 0)
    const right = Math.max(Math.min(trueRight, width), left + leastWidth)
    const edge =
      (goesOn && trueRight <= width ? edges.open : 0) |
      (trueLeft < 0 ? edges.cutLeft : 0) |
      (trueRight > width ? edges.cutRight : 0)
    if (run.count > 0 && left < run.right) {
      if (run.right - left <= leastWidth && right - left >= wideEnough) left = run.right
      else {
        run.right = Math.max(run.right, right)
        run.level = worse(run.level, level[at] ?? 0)
        run.count++
        run.edge |= edge
        continue
      }
    }
    flush(which)
    Object.assign(run, { left, right, level: level[at] ?? 0, count: 1, at, edge })
  }
  runs.forEach((_run, which) => flush(which))
}

/** How many burn at each pixel column, by level: exact at any density, O(bars + pixels). */
function layProfile(content: Content, frame: Frame, box: LaneBox, top: number, positions: Uint32Array, scene: Scene) {
  const { start, end, level } = content.bars
  const columns = Math.ceil(frame.width / profileStep)
  const byLevel = Array.from({ length: 6 }, () => new Int32Array(columns + 1))
  // The hottest loop there is: one multiplication a moment, no calls.
  const { from } = frame.span
  const perTime = frame.width / ((frame.span.to - from) * profileStep)
  const most = columns - 1
  for (const at of positions) {
    const changes = byLevel[level[at] ?? 0]
    if (!changes) continue
    const begins = start[at] ?? 0
    const ends = Math.min(end[at] ?? 0, Math.max(frame.now, begins))
    const first = Math.min(Math.max(Math.floor((begins - from) * perTime), 0), most)
    const last = Math.min(Math.max(Math.floor((ends - from) * perTime), first), most)
    changes[first] = (changes[first] ?? 0) + 1
    changes[last + 1] = (changes[last + 1] ?? 0) - 1
  }
  let peak = 0
  const running = [0, 0, 0, 0, 0, 0]
  for (let each = 0; each < columns; each++) {
    let sum = 0
    byLevel.forEach((changes, its) => {
      const burning = (running[its] ?? 0) + (changes[each] ?? 0)
      running[its] = burning
      changes[each] = burning
      sum += burning
    })
    peak = Math.max(peak, sum)
  }
  scene.addProfile({
    y: top + box.padding,
    height: box.barsHeight - 1,
    step: profileStep,
    byLevel: byLevel.map((counts) => counts.subarray(0, columns)),
    count: positions.length,
    peak,
  })
}

/** Points of one shape that pixels cannot tell apart become one mark with a count. */
function layPoints(content: Content, frame: Frame, box: LaneBox, top: number, lane: number, scene: Scene) {
  const { points } = content
  const [low, high] = pointsWithin(points, lane, frame.span)
  const runs = pointShapes.map(() => ({ x: 0, level: 0, count: 0, at: 0 }))
  // So many beside bars are a texture: how many there are is worth more than what each one was.
  const rug = box.barsHeight > 0 && (high - low) * pixelsPerPoint > frame.width
  const flush = (kind: MarkKind, run: { x: number; level: number; count: number; at: number }, size: number) => {
    if (run.count === 0) return
    scene.add({
      kind,
      x: run.x,
      y: top + box.pointsTop,
      width: size,
      height: box.pointsHeight,
      level: run.level,
      count: run.count,
      at: run.at,
      edge: 0,
    })
    run.count = 0
  }
  for (let at = low; at < high; at++) {
    const shape = rug ? 0 : (points.shape[at] ?? 0)
    const kind = pointShapes[shape] ?? 'tick'
    const run = runs[shape]
    if (!run) continue
    const x = toX(frame.span, frame.width, points.at[at] ?? 0)
    if (run.count > 0 && x - run.x < pointReach[kind]) {
      run.count++
      run.level = worse(run.level, points.level[at] ?? 0)
      continue
    }
    flush(kind, run, pointReach[kind])
    Object.assign(run, { x, level: points.level[at] ?? 0, count: 1, at })
  }
  runs.forEach((run, shape) => {
    const kind = pointShapes[shape] ?? 'tick'
    flush(kind, run, pointReach[kind])
  })
}

/**
 * Lays out what is in view. Every bar and point of the visible lanes that touches the span is in exactly one mark or
 * profile: `scene.bars` and `scene.points` count them. Returns nothing; fills `scene`, which is reused.
 */
export function layout(content: Content, frame: Frame, scene: Scene): void {
  scene.clear()
  if (frame.width <= 0 || frame.span.to <= frame.span.from) return
  const box = laneBox(content, frame.laneHeight)
  const [first, last] = visibleLanes(content, frame)
  for (let lane = first; lane < last; lane++) {
    const top = laneTop(frame, lane)
    const positions = barsInWindow(content, frame, lane)
    if (isDense(positions.length, frame.width)) layProfile(content, frame, box, top, positions, scene)
    else layRows(content, frame, box, top, positions, scene)
    layPoints(content, frame, box, top, lane, scene)
  }
}

/** Whether so many bars in one lane are told as a profile. */
export const isDense = (bars: number, width: number): boolean => bars * pixelsPerBar > width
