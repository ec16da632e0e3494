import { plainColour } from './colour'

const space = 'http://www.w3.org/2000/svg'

/** An element of SVG with attributes. Never `style`: a page's policy forbids it, and other programs ignore it. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(space, name)
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value)
  return made
}

/** What style sheets say of a drawing, with what holds where nothing is said. */
const styled: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  opacity: '1',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  visibility: 'visible',
}
const colours: ReadonlySet<string> = new Set(['fill', 'stroke'])
const lettering = ['font-family', 'font-size', 'font-weight'] as const

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  const inherited = from.parentElement && getComputedStyle(from.parentElement)
  for (const [name, usual] of Object.entries(styled)) {
    const value = style.getPropertyValue(name)
    // What a parent says is inherited, so that it must be taken back even where it is the usual value.
    const said = value !== usual || (inherited?.getPropertyValue(name) ?? usual) !== usual
    if (said && value !== '') to.setAttribute(name, colours.has(name) ? plainColour(value) : value)
    else to.removeAttribute(name)
  }
  if (!(from instanceof SVGTextContentElement)) return
  for (const name of lettering) to.setAttribute(name, style.getPropertyValue(name))
  fixLength(from, to)
}

/** Text as long as it was on the screen, also where its font is not at hand. */
function fixLength(from: SVGTextContentElement, to: Element): void {
  const length = from.children.length === 0 ? from.getComputedTextLength() : 0
  if (length === 0) return
  to.setAttribute('textLength', length.toFixed(1))
  to.setAttribute('lengthAdjust', 'spacingAndGlyphs')
}

/** A copy of a drawing that looks the same without the page's style sheets. */
export function standingAlone(svg: SVGSVGElement): SVGElement {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGElement)) return element('g', {})
  const originals = [svg, ...svg.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  originals.forEach((original, index) => {
    const twin = copies[index]
    if (!twin) return
    inline(original, twin)
    for (const { name } of Array.from(twin.attributes))
      if (/^(class|style|role|tabindex|xmlns|aria-.*|data-.*)$/.test(name)) twin.removeAttribute(name)
  })
  copies.forEach((twin, index) => {
    const original = originals[index]
    // What is only referred to (patterns, masks) is not displayed, and needed.
    if (original && !original.closest('defs') && getComputedStyle(original).display === 'none') twin.remove()
  })
  return copy
}
