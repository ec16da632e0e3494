/**
 * What a text filter means, everywhere: every word must occur somewhere in the record's own words, in any order,
 * ignoring case. An empty text matches all.
 */
export function textMatcher(text: string | undefined): (haystack: string) => boolean {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (haystack) => {
    const lower = haystack.toLowerCase()
    return words.every((word) => lower.includes(word))
  }
}

/** The words a record is found by, separated so that no word spans two fields. */
export const words = (...parts: (string | readonly string[] | undefined)[]): string =>
  parts.flat().filter(Boolean).join(' \u0001 ')
