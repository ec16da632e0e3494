/** Among folded groups: all of them, but those named beside it. So that folding a thousand makes no endless address. */
const all = '*'

/** The groups of which only the header is shown. */
export function foldedIn(folded: readonly string[], groups: Iterable<string>): ReadonlySet<string> {
  const named = new Set(folded)
  return named.has(all) ? new Set([...groups].filter((group) => !named.has(group))) : named
}

/** Folds what is open, and opens what is folded. */
export const toggled = (folded: readonly string[], group: string): readonly string[] =>
  folded.includes(group) ? folded.filter((each) => each !== group) : [...folded, group]

export const allFolded: readonly string[] = [all]
