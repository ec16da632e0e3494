/** `M. Okafor` is `M. O.`: enough for who knows them, nothing for who walks by. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s.,_-]+/)
    .flatMap((word) => word.match(/^./u)?.map((letter) => `${letter.toUpperCase()}.`) ?? [])
    .join(' ')

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Puts initials for every one of the names wherever a text names them; the longest first, so that none hides another. */
export function masking(names: readonly string[]): (text: string) => string {
  const known = [...new Set(names.filter((name) => name.trim().length > 1))].toSorted(
    (left, right) => right.length - left.length,
  )
  if (known.length === 0) return (text) => text
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${known.map(escaped).join('|')})(?![\p{L}\p{N}])(?:\.(?=\s|$))?`,
    'gu',
  )
  // The full stop of a sentence is the one of its last initial.
  return (text) => text.replaceAll(pattern, (name) => initialsOf(name))
}
