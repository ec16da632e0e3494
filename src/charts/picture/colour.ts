const known = new Map<string, string>()

function drawn(colour: string): string {
  const pixel = document.createElement('canvas').getContext('2d')
  if (!pixel) return colour
  pixel.fillStyle = colour
  pixel.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data
  return `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`
}

/**
 * A computed CSS colour as every program that draws SVG reads it. Mixed colours and those of wide gamuts are drawn on one
 * pixel, and read back.
 */
export function plainColour(colour: string): string {
  if (/^(#|rgba?\(|none$|url\()/.test(colour)) return colour
  const plain = known.get(colour) ?? drawn(colour)
  known.set(colour, plain)
  return plain
}

/** Whether anything of it is seen. */
export const isSeen = (colour: string): boolean =>
  colour !== 'transparent' && !/^rgba\(.*, 0(\.0+)?\)$/.test(plainColour(colour))
