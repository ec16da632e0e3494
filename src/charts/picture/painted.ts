import { isSeen, plainColour } from './colour'
import { element, standingAlone } from './svg'

interface Point {
  readonly x: number
  readonly y: number
}

/** Words of one text node that stand on one line. */
interface Line {
  text: string
  left: number
  right: number
  readonly top: number
  readonly bottom: number
}

function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = []
  const range = document.createRange()
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.trimEnd().length)
    const box = range.getBoundingClientRect()
    const last = lines.at(-1)
    if (last && Math.abs(last.top - box.top) < 2) {
      last.text += ` ${word.trimEnd()}`
      last.right = box.right
    } else lines.push({ text: word.trimEnd(), left: box.left, right: box.right, top: box.top, bottom: box.bottom })
  }
  return lines.filter(({ left, right }) => right > left)
}

function paintText(node: Text, style: CSSStyleDeclaration, origin: Point): readonly SVGElement[] {
  return linesOf(node).map(({ text, left, right, top, bottom }) => {
    const size = Number.parseFloat(style.fontSize)
    const made = element('text', {
      x: left - origin.x,
      // Letters stand on a line about a third of their size below the middle of it.
      y: (top + bottom) / 2 + size * 0.35 - origin.y,
      fill: plainColour(style.color),
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
      textLength: right - left,
      lengthAdjust: 'spacingAndGlyphs',
    })
    made.textContent = text
    return made
  })
}

function paintBox(box: DOMRect, style: CSSStyleDeclaration, origin: Point): readonly SVGElement[] {
  const filled = isSeen(style.backgroundColor)
  const edge = ['top', 'left'].every((side) => style.getPropertyValue(`border-${side}-style`) !== 'none')
  const place = { x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height }
  const topOnly = !edge && style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0
  if (topOnly) {
    const dashed = style.borderTopStyle === 'dashed' ? { 'stroke-dasharray': '4 3' } : {}
    const line = { x1: place.x, x2: place.x + place.width, y1: place.y, y2: place.y }
    return [element('line', { ...line, ...dashed, stroke: plainColour(style.borderTopColor), 'stroke-width': 2.5 })]
  }
  if (!filled && !edge) return []
  return [
    element('rect', {
      ...place,
      rx: Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2),
      fill: filled ? plainColour(style.backgroundColor) : 'none',
      ...(edge && { stroke: plainColour(style.borderTopColor) }),
    }),
  ]
}

/** Not part of the picture: what is only there to be used, or is not seen. */
const left = 'input, button, details, .hidden, [data-picture="none"]'

/** What an element of the page shows, as SVG: drawings as they are, boxes and words where they stand. */
export function painted(from: Element, origin: Point): readonly SVGElement[] {
  if (from.matches(left)) return []
  const style = getComputedStyle(from)
  if (style.display === 'none' || style.visibility === 'hidden') return []
  const box = from.getBoundingClientRect()
  if (from instanceof SVGSVGElement) {
    const copy = standingAlone(from)
    const place = { x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height }
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, value.toFixed(1))
    return [copy]
  }
  return [
    ...paintBox(box, style, origin),
    ...[...from.childNodes].flatMap((child) => {
      if (child instanceof Text) return paintText(child, style, origin)
      return child instanceof Element ? painted(child, origin) : []
    }),
  ]
}
