/** A panel and who looks at it. */
export interface Viewing {
  /** Metres from the eyes to the panel. */
  readonly distance: number
  /** Inches, as panels are sold. */
  readonly diagonal: number
}

/** Pixels of the whole panel, as CSS counts them. */
export interface Screen {
  readonly width: number
  readonly height: number
}

/** Least height of a capital as the eye sees it, in minutes of arc: of all text, and of severity and title. */
export const leastAngles = { text: 16, title: 22 } as const

/** Capitals of Inter are 0.727 of the type size; 0.7 leaves room for the fonts that stand in for it. */
export const capHeight = 0.7

/** Digits of the severity's sign: their height as a share of the sign's. */
const digitOfGlyph = (9.5 * capHeight) / 18

const radians = (minutes: number): number => (minutes / 60) * (Math.PI / 180)

/**
 * The type size in pixels at which a capital is seen under the angle θ (minutes of arc) from d:
 * `2 · d · tan(θ / 2) ÷ pixel pitch ÷ cap-height ratio`, with the pitch = diagonal ÷ pixels along the diagonal. The
 * window is taken for the whole panel, which it is on a wall.
 */
export function sizeAt(angle: number, { distance, diagonal }: Viewing, { width, height }: Screen): number {
  const pitch = (diagonal * 25.4) / Math.hypot(width, height)
  return (2 * distance * 1000 * Math.tan(radians(angle) / 2)) / pitch / capHeight
}

/** Letters in a line and lines on the panel below which nothing can be told: the head, one incident and the lights. */
const fewest = { letters: 18, lines: 11.5 } as const

/** The same, from no farther than the panel can be read from at all: type for more would leave room for nothing. */
export function withinReach(viewing: Viewing, screen: Screen): Viewing {
  const most = Math.min(screen.width / fewest.letters, screen.height / fewest.lines)
  const reach = most / sizeAt(leastAngles.text, viewing, screen)
  return reach >= 1 ? viewing : { ...viewing, distance: Math.floor(viewing.distance * reach * 10) / 10 }
}

/** Sizes of type in pixels. */
export interface Sizes {
  /** Of everything: nothing on the wall is smaller. */
  readonly text: number
  readonly title: number
  /** Title of the worst of a few. */
  readonly lead: number
  readonly clock: number
  /** Height of the sign of a severity. */
  readonly glyph: number
}

/** Nobody reads less on a screen before them. */
const least = 14

/**
 * Without a distance the proportions of the design: the same share of the panel at every resolution, also upright. With
 * one, the least sizes that can be read from there, rounded up, and never less than without.
 */
export function sizesOf(screen: Screen, viewing: Viewing | undefined): Sizes {
  const usual = Math.max(least, Math.sqrt(screen.width * screen.height) * 0.0142)
  const needed = (angle: number) => (viewing === undefined ? 0 : Math.ceil(sizeAt(angle, viewing, screen)))
  const text = Math.max(usual, needed(leastAngles.text))
  const title = Math.max(usual * 1.5, needed(leastAngles.title))
  return {
    text,
    title,
    lead: Math.max(usual * 2.1, title),
    clock: Math.max(usual * 2.1, text),
    glyph: Math.max(usual * 1.65, (needed(leastAngles.title) * capHeight) / digitOfGlyph),
  }
}
