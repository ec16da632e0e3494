import type { Band, Marker, Picture } from './paint'
import { laneTop, visibleLanes } from './frame'
import { toX } from './span'

/** A stretch narrower than this would be a blot, not a hatching. */
const leastHatch = 3

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function hatch(context: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
  context.save()
  context.beginPath()
  context.rect(left, top, width, height)
  context.clip()
  context.lineWidth = 1
  context.globalAlpha = 0.6
  context.beginPath()
  for (let x = left - height; x < left + width; x += 8) {
    context.moveTo(x, top + height)
    context.lineTo(x + height, top)
  }
  context.stroke()
  context.restore()
}

/** The parts of the canvas that a band covers: all of its height, or the lanes in view that it concerns. */
function boxesOf({ frame, content }: Picture, band: Band): readonly Box[] {
  const left = Math.max(toX(frame.span, frame.width, band.from), 0)
  const width = Math.min(toX(frame.span, frame.width, band.to), frame.width) - left
  if (width <= 0) return []
  if (!band.lanes) return [{ left, width, top: 0, height: frame.height }]
  const [first, last] = visibleLanes(content, frame)
  return band.lanes
    .filter((lane) => lane >= first && lane < last)
    .map((lane) => ({ left, width, top: laneTop(frame, lane), height: frame.laneHeight - 1 }))
}

function paintBand(context: CanvasRenderingContext2D, picture: Picture, band: Band): void {
  const { palette } = picture
  for (const box of boxesOf(picture, band)) {
    if (band.tone === 'planned') {
      context.strokeStyle = palette.tick
      if (box.width >= leastHatch) hatch(context, box)
      continue
    }
    context.save()
    context.globalAlpha = 0.1
    context.fillStyle = palette.fills[band.level ?? 0] ?? palette.tick
    context.fillRect(box.left, box.top, box.width, box.height)
    context.restore()
  }
}

/** What lies behind the marks: planned stretches and the time that burned. */
export function paintBackdrop(context: CanvasRenderingContext2D, picture: Picture): void {
  for (const band of picture.bands) paintBand(context, picture, band)
}

const ink = ({ palette }: Picture, tone: Marker['tone']): string =>
  tone === 'mark' ? palette.mark : tone === 'now' ? palette.accent : (palette.inks[1] ?? palette.text)

/** Lines across all lanes, at most one a pixel. Their labels stand in the DOM. */
export function paintForeground(context: CanvasRenderingContext2D, picture: Picture): void {
  const { frame } = picture
  let lastLine = Number.NEGATIVE_INFINITY
  for (const marker of picture.markers.toSorted((left, right) => left.at - right.at)) {
    const x = Math.round(toX(frame.span, frame.width, marker.at))
    if (x < 0 || x > frame.width) continue
    const colour = ink(picture, marker.tone)
    if (x > lastLine || marker.tone !== 'mark') {
      context.strokeStyle = colour
      context.lineWidth = marker.tone === 'mark' ? 1 : 1.5
      context.setLineDash(marker.tone === 'worst' ? [] : [3, 3])
      context.beginPath()
      context.moveTo(x + 0.5, 0)
      context.lineTo(x + 0.5, frame.height)
      context.stroke()
      context.setLineDash([])
      lastLine = x
    }
  }
}
