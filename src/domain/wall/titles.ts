import type { Sizes } from './type'

/** Mean width of a letter of a bold title, as a share of its size; a little on the wide side (Inter: 0.5). */
const letter = 0.52

/**
 * Lines that titles need in a column of `width` pixels: two where the longest does not fit into one. Estimated from the
 * letters, so that the rows of all pages are alike and nothing has to be drawn to find out.
 */
export function titleLines(titles: readonly string[], width: number, { title }: Pick<Sizes, 'title'>): 1 | 2 {
  const longest = titles.reduce((most, text) => Math.max(most, text.length), 0)
  return longest * letter * title > width ? 2 : 1
}
