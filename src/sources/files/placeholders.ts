/** Texts that stand where an owner or a runbook should, in small letters. */
export const defaultPlaceholders: readonly string[] = [
  'todo',
  'tbd',
  'tbc',
  'fixme',
  'unowned',
  'unknown',
  'none',
  'n/a',
  'na',
  'nobody',
  '-',
  '?',
]

/** A template such as `{{ $labels.team }}` or `${TEAM}`: the value is known only elsewhere. */
const template = /\{\{.*\}\}|\$\{.*\}|^<.*>$/s

/** Tells placeholders from owners. `more` adds words to the known ones; case and blanks around do not matter. */
export function placeholderTest(more: readonly string[] = []): (text: string) => boolean {
  const known = new Set([...defaultPlaceholders, ...more.map((word) => word.trim().toLowerCase())])
  return (text) => known.has(text.trim().toLowerCase()) || template.test(text)
}
