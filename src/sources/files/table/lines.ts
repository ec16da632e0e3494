/** One line of text, numbered from 1. */
export interface Line {
  readonly line: number
  readonly text: string
}

/** Splits text as it comes into lines. Blank lines are left out but counted. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let rest = ''
  let line = 0
  const take = (text: string): readonly Line[] => {
    const found: Line[] = []
    for (const each of text.split('\n')) {
      line += 1
      if (each.trim() !== '') found.push({ line, text: each })
    }
    return found
  }
  for await (const piece of pieces) {
    const end = piece.lastIndexOf('\n')
    if (end < 0) {
      rest += piece
      continue
    }
    const whole = rest + piece.slice(0, end)
    rest = piece.slice(end + 1)
    yield take(whole)
  }
  if (rest.trim() !== '') yield take(rest)
}
