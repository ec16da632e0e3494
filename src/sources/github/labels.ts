import type { Issue } from './wire'

/** What a label may say, as `key:value`, such as `team:payments`. Severity may also be written `sev1` or `SEV-1`. */
const keys = ['severity', 'state', 'team', 'workload', 'problem', 'factor', 'detection'] as const
export type LabelKey = (typeof keys)[number]

const isKey = (text: string): text is LabelKey => keys.some((key) => key === text)

/** The names of an issue's labels. */
export const namesOf = ({ labels }: Pick<Issue, 'labels'>): readonly string[] =>
  labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])))

/** A label that says something of ours; undefined for one that is just a label. */
export function readLabel(name: string): { readonly key: LabelKey; readonly value: string } | undefined {
  const short = /^sev(?:erity)?[-\s]?([1-5])$/i.exec(name)
  if (short?.[1] !== undefined) return { key: 'severity', value: short[1] }
  const at = name.indexOf(':')
  const key = name.slice(0, Math.max(at, 0)).trim().toLowerCase()
  const value = name.slice(at + 1).trim()
  return isKey(key) && value !== '' ? { key, value } : undefined
}

export interface Labels {
  /** Every value of a key, in the order of the labels. */
  readonly all: (key: LabelKey) => readonly string[]
  readonly one: (key: LabelKey) => string | undefined
  /** Those that say nothing of ours. */
  readonly plain: readonly string[]
}

export function labelsOf(issue: Pick<Issue, 'labels'>): Labels {
  const names = namesOf(issue)
  const all = (key: LabelKey) =>
    names.flatMap((name) => {
      const read = readLabel(name)
      return read?.key === key ? [read.value] : []
    })
  return { all, one: (key) => all(key)[0], plain: names.filter((name) => readLabel(name) === undefined) }
}

/** The labels of an issue with those of one key replaced; none: they go. */
export const withLabel = (
  issue: Pick<Issue, 'labels'>,
  key: LabelKey,
  value: string | undefined,
): readonly string[] => [
  ...namesOf(issue).filter((name) => readLabel(name)?.key !== key),
  ...(value === undefined ? [] : [`${key}:${value}`]),
]
