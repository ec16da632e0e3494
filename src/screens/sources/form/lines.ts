/** `theirs = ours`, one a line. */
export const renamesText = (rules: Readonly<Record<string, unknown>>): string =>
  Object.entries(rules)
    .map(([theirs, ours]) => `${theirs} = ${String(ours)}`)
    .join('\n')

export interface Renames {
  readonly rules: Readonly<Record<string, string>>
  /** The first line that is no rule, and why. */
  readonly wrong: string | undefined
}

/** Rules from lines. What is left of the last “=” of a line is theirs: keys may hold one, ids here seldom do. */
export function renamesOf(text: string): Renames {
  const found = new Map<string, string>()
  const faults: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const at = line.lastIndexOf('=')
    const [theirs, ours] = at < 0 ? ['', ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    if (theirs === '' || ours === '') faults.push(`Line ${index + 1} is no rule: write “theirs = ours”.`)
    else if (found.has(theirs)) faults.push(`Line ${index + 1} names “${theirs}” a second time.`)
    else found.set(theirs, ours)
  }
  return { rules: Object.fromEntries(found), wrong: faults[0] }
}

/** One a line, without the empty ones. */
export const textsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
