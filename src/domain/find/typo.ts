const longest = 48
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const

/** How many slips are forgiven in a word: none in a short one, where any slip makes another word. */
export const forgiven = (term: string): number => (term.length < 4 ? 0 : term.length < 7 ? 1 : 2)

/** How far a typed word is from a known one, in slips. */
export interface Slips {
  readonly whole: number
  /** To what the known word begins with: for a word that is still being typed. */
  readonly start: number
}

const far: Slips = { whole: 99, start: 99 }

/**
 * Optimal string alignment distance: letters added, left out, taken for another, or two swapped. Gives up, with 99, as
 * soon as there are more slips than `most`.
 */
export function slipsBetween(term: string, word: string, most: number): Slips {
  const width = Math.min(word.length, term.length + most)
  if (term.length > longest || width > longest || width < term.length - most) return far
  let [before, above, row] = rows
  for (let at = 0; at <= width; at++) above[at] = at
  for (let line = 1; line <= term.length; line++) {
    const letter = term.charCodeAt(line - 1)
    let least = (row[0] = line)
    for (let at = 1; at <= width; at++) {
      const other = word.charCodeAt(at - 1)
      let cost = Math.min(
        (above[at] ?? 99) + 1,
        (row[at - 1] ?? 99) + 1,
        (above[at - 1] ?? 99) + (letter === other ? 0 : 1),
      )
      const swapped = line > 1 && at > 1 && letter === word.charCodeAt(at - 2) && other === term.charCodeAt(line - 2)
      if (swapped) cost = Math.min(cost, (before[at - 2] ?? 99) + 1)
      row[at] = cost
      if (cost < least) least = cost
    }
    if (least > most) return far
    ;[before, above, row] = [above, row, before]
  }
  let start = 99
  for (let at = 0; at <= width; at++) start = Math.min(start, above[at] ?? 99)
  return { whole: width === word.length ? (above[width] ?? 99) : 99, start }
}
