import { dateTimeText } from '../../domain/time/format'
import type { ChartScope } from '../ChartScope'
import { plainColour } from './colour'
import { painted } from './painted'
import { element } from './svg'

/** The words that a picture carries, for it is looked at without the product around it. */
export interface PictureWords {
  readonly title: string
  readonly sub: string
  /** One sentence, with n. */
  readonly summary: string
}

const edge = 16
const lineHeight = 17

/** Breaks a text into lines of at most `width` pixels. */
function wrapped(text: string, width: number, font: string): readonly string[] {
  const ruler = document.createElement('canvas').getContext('2d')
  if (!ruler) return [text]
  ruler.font = font
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && ruler.measureText(longer).width <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/**
 * A chart as one SVG text that needs nothing else: computed colours and sizes inlined, fonts named, and in the picture its
 * title, what it shows, its sentence with n, the scope, and the moment it is as of.
 */
export function pictureOf(
  figure: Element,
  { title, sub, summary }: PictureWords,
  { lines, asOf, zone }: ChartScope,
): { readonly text: string; readonly width: number; readonly height: number } {
  const parts = [...figure.querySelectorAll('[data-picture="part"]')]
  const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0)
  const style = getComputedStyle(figure)
  const family = style.fontFamily
  const card = getComputedStyle(figure.parentElement ?? figure)
  const [ink, muted] = [card.color, getComputedStyle(figure.querySelector('p') ?? figure).color].map(plainColour)
  const [left, top] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const inside = Math.max(...boxes.map((box) => box.right)) - left
  const tall = Math.max(...boxes.map((box) => box.bottom)) - top

  const words: SVGElement[] = []
  let y = edge
  const say = (text: string, size: number, weight: number, fill: string) => {
    for (const line of wrapped(text, inside, `${weight} ${size}px ${family}`)) {
      y += lineHeight
      const spot = { x: edge, y: y - 4, fill, 'font-family': family, 'font-size': size, 'font-weight': weight }
      words.push(Object.assign(element('text', spot), { textContent: line }))
    }
  }
  say(title, 14, 650, ink ?? 'black')
  say(sub, 12, 400, muted ?? 'black')
  const drawingAt = y + 8
  y = drawingAt + tall + 6
  say(summary, 12, 400, ink ?? 'black')
  for (const line of [...lines, `As of ${dateTimeText(asOf, zone)}`]) say(line, 11, 400, muted ?? 'black')

  const [width, height] = [Math.ceil(inside + 2 * edge), Math.ceil(y + edge)]
  const svg = element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title })
  svg.append(
    element('rect', { width, height, fill: plainColour(card.backgroundColor) }),
    ...words,
    ...parts.flatMap((part) => painted(part, { x: left - edge, y: top - drawingAt })),
  )
  return { text: new XMLSerializer().serializeToString(svg), width, height }
}
