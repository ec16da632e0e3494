import type { Span } from './columns'
import { type Content, type Frame, laneBox, laneTop, visibleLanes } from './frame'
import { paintBackdrop, paintForeground } from './paintMarkers'
import type { Mark } from './hit'
import type { Palette } from './palette'
import { edges, markKinds, type Profile, type Scene } from './scene'
import { toX } from './span'

/** A moment of the axis, and what stands under it. A `major` one begins a day, a month, a year. */
export interface Tick {
  readonly at: number
  readonly label: string
  readonly major?: boolean
}

/** A moment across all lanes, with what happened there. */
export interface Marker {
  readonly at: number
  readonly label: string
  readonly tone: 'mark' | 'now' | 'worst'
}

/** A stretch of time behind the marks: `planned` is hatched, `burning` is tinted in its level's colour. */
export interface Band extends Span {
  readonly label: string
  readonly tone: 'planned' | 'burning'
  readonly level?: number
  /** The lanes it concerns; absent: all. */
  readonly lanes?: readonly number[]
}

/** All that one painting needs besides the scene. */
export interface Picture {
  readonly content: Content
  readonly frame: Frame
  readonly palette: Palette
  readonly ticks: readonly Tick[]
  readonly markers: readonly Marker[]
  readonly bands: readonly Band[]
  /** Text inside a bar that is wide enough; the position is that in the lane columns. */
  readonly labelOf?: (at: number) => string
  readonly focus?: Mark
}

const labelFrom = 46
/** A strip lower than this shares its lane with bars. */
const quiet = 12

/** A ragged right edge: what it belongs to goes on. */
function ragged(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  const tooth = Math.min(4, width)
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + width - tooth, y)
  const teeth = Math.max(1, Math.round(height / 5))
  for (let each = 0; each < teeth; each++) {
    context.lineTo(x + width, y + ((each + 0.5) * height) / teeth)
    context.lineTo(x + width - tooth, y + ((each + 1) * height) / teeth)
  }
  context.lineTo(x, y + height)
  context.closePath()
  context.fill()
}

function paintBars(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const bar = markKinds.indexOf('bar')
  for (let level = 0; level <= 5; level++) {
    context.fillStyle = palette.fills[level] ?? palette.tick
    for (let place = 0; place < scene.size; place++) {
      if (scene.kind[place] !== bar || scene.level[place] !== level) continue
      const { x, y, width, height, edge } = scene.mark(place)
      const shown = Math.max(width - 0.75, 1.5)
      if (edge & edges.open) ragged(context, x, y, shown, height)
      else if (shown > 5) {
        context.beginPath()
        context.roundRect(x, y, shown, height, [
          edge & edges.cutLeft ? 0 : 2.5,
          edge & edges.cutRight ? 0 : 2.5,
          edge & edges.cutRight ? 0 : 2.5,
          edge & edges.cutLeft ? 0 : 2.5,
        ])
        context.fill()
      } else context.fillRect(x, y, shown, height)
    }
  }
}

/** Titles in single bars, counts in those that stand for several. */
function paintLabels(context: CanvasRenderingContext2D, scene: Scene, picture: Picture): void {
  const { palette, labelOf } = picture
  const bar = markKinds.indexOf('bar')
  context.font = `600 10.5px ${palette.font}`
  context.textBaseline = 'middle'
  for (let place = 0; place < scene.size; place++) {
    if (scene.kind[place] !== bar) continue
    const { x, y, width, height, count, at } = scene.mark(place)
    const text = count > 1 ? `×${count}` : height >= 13 ? labelOf?.(at) : undefined
    if (!text || height < 7.5 || width < (count > 1 ? 22 : labelFrom)) continue
    context.save()
    context.fillStyle = scene.level[place] === 0 ? palette.text : palette.onFill
    context.beginPath()
    context.rect(x, y, width - 5, height)
    context.clip()
    context.font = `600 ${height < 11 ? 8.5 : 10.5}px ${palette.font}`
    context.fillText(text, x + 5, y + height / 2 + 0.5)
    context.restore()
  }
}

/** From the top of the stack down: each level is painted up to its sum with the worse ones, which then cover it. */
const stacking = [1, 2, 3, 4, 5, 0] as const

/** The outline of one level as a single path: a rectangle for each column would cost ten times as much. */
function fillUpTo(context: CanvasRenderingContext2D, sums: Int32Array, profile: Profile, peak: number): void {
  const { y, height, step } = profile
  const base = y + height
  let last = 0
  context.beginPath()
  context.moveTo(0, base)
  for (let column = 0; column < sums.length; column++) {
    const sum = sums[column] ?? 0
    if (sum === last) continue
    const x = column * step
    context.lineTo(x, last === 0 ? base : base - Math.max((last / peak) * height, 1))
    context.lineTo(x, sum === 0 ? base : base - Math.max((sum / peak) * height, 1))
    last = sum
  }
  const end = sums.length * step
  context.lineTo(end, last === 0 ? base : base - Math.max((last / peak) * height, 1))
  context.lineTo(end, base)
  context.fill()
}

/** Stacked columns, worst at the bottom; all lanes of the picture to one scale. */
function paintProfiles(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const peak = Math.max(...scene.profiles.map((each) => each.peak), 1)
  for (const profile of scene.profiles) {
    const present = stacking.filter((level) => profile.byLevel[level]?.some((count) => count > 0))
    const sums = new Int32Array(profile.byLevel[0]?.length ?? 0)
    for (const level of present)
      profile.byLevel[level]?.forEach((count, column) => (sums[column] = (sums[column] ?? 0) + count))
    for (const level of present.toReversed()) {
      context.fillStyle = palette.fills[level] ?? palette.tick
      fillUpTo(context, sums, profile, peak)
      profile.byLevel[level]?.forEach((count, column) => (sums[column] = (sums[column] ?? 0) - count))
    }
  }
}

/** Ticks colour by colour on whole pixels, which is what canvases fill fastest; dots and diamonds one by one. */
function paintPoints(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const tick = markKinds.indexOf('tick')
  for (const [level, ink] of palette.inks.entries()) {
    context.fillStyle = level > 0 ? ink : palette.tick
    for (let place = 0; place < scene.size; place++) {
      if (scene.kind[place] !== tick || scene.level[place] !== level) continue
      const height = scene.height[place] ?? 0
      const tall = Math.min(height * 0.5 * (1 + 0.25 * Math.log2(scene.count[place] ?? 1)), height)
      const top = (scene.y[place] ?? 0) + (height - tall) / 2
      context.fillRect(Math.round((scene.x[place] ?? 0) - 1), Math.round(top), 2, Math.round(tall))
    }
  }
  for (let place = 0; place < scene.size; place++) {
    const { kind, x, y, height, level, count } = scene.mark(place)
    if (kind !== 'dot' && kind !== 'diamond') continue
    const middle = y + height / 2
    // Beside bars, points are the background against which those are read.
    const size = Math.min((height < quiet ? 2.25 : 4) + 0.4 * Math.log2(count), height / 2)
    context.fillStyle = kind === 'diamond' ? palette.mark : (palette.inks[level] ?? palette.tick)
    context.beginPath()
    if (kind === 'dot') context.arc(x, middle, size, 0, Math.PI * 2)
    else {
      context.moveTo(x, middle - size)
      context.lineTo(x + size, middle)
      context.lineTo(x, middle + size)
      context.lineTo(x - size, middle)
    }
    context.fill()
  }
}

function paintFocus(context: CanvasRenderingContext2D, { content, frame, palette, focus }: Picture): void {
  if (!focus) return
  const box = laneBox(content, frame.laneHeight)
  const column = content[focus.column]
  const top = laneTop(frame, column.lane[focus.at] ?? 0)
  const isBar = focus.column === 'bars'
  const start = isBar ? (content.bars.start[focus.at] ?? 0) : (content.points.at[focus.at] ?? 0)
  const end = isBar ? Math.min(content.bars.end[focus.at] ?? start, Math.max(frame.now, start)) : start
  const row = Math.min(content.bars.row[focus.at] ?? 0, box.rows - 1)
  const left = toX(frame.span, frame.width, start)
  const right = toX(frame.span, frame.width, end)
  const y = isBar ? top + box.padding + row * box.pitch : top + box.pointsTop
  context.strokeStyle = palette.accent
  context.lineWidth = 2
  context.strokeRect(left - 2.5, y - 2, Math.max(right - left, 4) + 5, (isBar ? box.pitch : box.pointsHeight) + 2)
}

/** Paints a laid-out scene on a context whose unit is the CSS pixel. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, picture: Picture): void {
  const { frame, palette, content } = picture
  context.clearRect(0, 0, frame.width, frame.height)
  context.fillStyle = palette.line
  const [first, last] = visibleLanes(content, frame)
  for (let lane = first; lane < last; lane++)
    context.fillRect(0, laneTop(frame, lane) + frame.laneHeight - 1, frame.width, 1)
  for (const tick of picture.ticks)
    context.fillRect(Math.round(toX(frame.span, frame.width, tick.at)), 0, tick.major ? 1.5 : 0.5, frame.height)
  paintBackdrop(context, picture)
  paintProfiles(context, scene, palette)
  paintBars(context, scene, palette)
  paintLabels(context, scene, picture)
  paintPoints(context, scene, palette)
  paintForeground(context, picture)
  paintFocus(context, picture)
}
