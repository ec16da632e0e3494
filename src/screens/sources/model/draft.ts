import type { Configuration, SourceEntry } from '../../../data'

/** Where the draft is kept in this browser. */
export const draftName = 'configuration'

const isEntry = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'type' in value &&
  typeof value.type === 'string' &&
  'options' in value &&
  typeof value.options === 'object' &&
  value.options !== null

/** Text kept as a draft, as `draftText` wrote it: its entries have what every entry has, the rest the check looks at. */
function isConfiguration(value: unknown): value is Configuration {
  if (typeof value !== 'object' || value === null || !('sources' in value)) return false
  return Array.isArray(value.sources) && value.sources.every(isEntry)
}

/** The kept draft; undefined where there is none, or it is of another kind. */
export function draftOf(text: string): Configuration | undefined {
  if (text === '') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isConfiguration(value) ? value : undefined
  } catch {
    return undefined
  }
}

const nothing: Configuration = { sources: [] }

/** What is written to be deployed: the schema named, nothing that says nothing. */
export function deployable(configuration: Configuration): object {
  const { $schema = './watchbill.config.schema.json', actor, signIn, sources } = configuration
  return {
    $schema,
    ...(actor !== undefined && actor !== '' && { actor }),
    ...(signIn && { signIn }),
    sources: sources.map(({ id, title, type, options, only, aliases }) => ({
      id,
      ...(title !== '' && title !== id && { title }),
      type,
      options,
      ...(only && { only }),
      ...(aliases && { aliases }),
    })),
  }
}

/** The file to deploy. */
export const configurationText = (configuration: Configuration): string =>
  `${JSON.stringify(deployable(configuration), undefined, 2)}\n`

/** Whether both say the same, whatever they leave unsaid. */
export const isSame = (left: Configuration = nothing, right: Configuration = nothing): boolean =>
  configurationText(left) === configurationText(right)

/** What is kept of a draft: nothing while it says what is deployed. */
export const draftText = (draft: Configuration, deployed: Configuration | undefined): string =>
  isSame(draft, deployed) ? '' : JSON.stringify(draft)

/** With a new source at the end: the least believed. Its id is its type, numbered where that is taken. */
export function withSource(draft: Configuration, type: string): Configuration {
  const taken = new Set(draft.sources.map(({ id }) => id))
  let id = type
  for (let number = 2; taken.has(id); number += 1) id = `${type}-${number}`
  return { ...draft, sources: [...draft.sources, { id, title: id, type, options: {} }] }
}

export const without = (draft: Configuration, index: number): Configuration => ({
  ...draft,
  sources: draft.sources.toSpliced(index, 1),
})

/** With one entry changed. A title that was never given goes with the id. */
export function withEntry(draft: Configuration, index: number, entry: SourceEntry): Configuration {
  const before = draft.sources[index]
  const untitled = before !== undefined && before.title === before.id && entry.title === before.title
  return { ...draft, sources: draft.sources.with(index, untitled ? { ...entry, title: entry.id } : entry) }
}

/** With one source believed a place earlier (-1) or later (1). */
export function moved(draft: Configuration, index: number, step: -1 | 1): Configuration {
  const entry = draft.sources[index]
  const to = index + step
  if (!entry || to < 0 || to >= draft.sources.length) return draft
  return { ...draft, sources: draft.sources.toSpliced(index, 1).toSpliced(to, 0, entry) }
}

export type AliasKind = 'teams' | 'people' | 'workloads'

/**
 * With the rule that what a source calls `theirs` is `ours` here. Where the source's name is already the outcome of a
 * rule, that rule is changed: rules are looked up by what the source says.
 */
export function withAlias(entry: SourceEntry, kind: AliasKind, theirs: string, ours: string): SourceEntry {
  const rules = entry.aliases?.[kind] ?? {}
  const said = Object.keys(rules).filter((key) => rules[key] === theirs)
  const keys = said.length > 0 ? said : [theirs]
  return {
    ...entry,
    aliases: { ...entry.aliases, [kind]: { ...rules, ...Object.fromEntries(keys.map((key) => [key, ours])) } },
  }
}
