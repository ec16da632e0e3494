import type { Entity } from './wire'

/** The activity that every owned entity has by itself: its owner is meant to develop and maintain it. */
export const maintain = 'maintain'

/** What annotations say of one activity, not looked at yet. */
export interface Written {
  readonly id: string
  readonly written: unknown
  /** Why it cannot be read, where that is known already. */
  readonly fault?: string
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

type Draft = Readonly<Record<string, unknown>>
const isDraft = (value: unknown): value is Draft => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{}` with `review.every` → `{ review: { every } }`; undefined where a text stands in the way already. */
function put(draft: Draft, [field = '', ...deeper]: readonly string[], text: string): Draft | undefined {
  if (deeper.length === 0) return { ...draft, [field]: text }
  const within = draft[field] ?? {}
  const inner = isDraft(within) ? put(within, deeper, text) : undefined
  return inner && { ...draft, [field]: inner }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The activities in the JSON list of one annotation. */
function listed(text: string, annotation: string): readonly Written[] {
  const wrong = (reason: string) => [{ id: 'activities', written: {}, fault: `${annotation}: ${reason}` }]
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return wrong(`it should be a JSON list: ${cause instanceof Error ? cause.message : 'it is none'}`)
  }
  if (!Array.isArray(value)) return wrong('it should be a JSON list of activities, such as [{"name": "Rotate keys"}]')
  return value.map((written: unknown, index): Written => {
    const draft = isDraft(written) ? written : {}
    const id = textOf(draft['id']) ?? slug(textOf(draft['name']) ?? '')
    if (id !== '') return { id, written }
    return { id: `number ${index + 1}`, written, fault: `${annotation}: number ${index + 1} needs a name or an id` }
  })
}

/**
 * What the annotations of an entity write down: a JSON list in `<prefix>/activities`, and single fields such as
 * `<prefix>/rotate-keys.runbook` or `<prefix>/rotate-keys.review.every`, which go over the list.
 */
export function writtenIn({ metadata }: Pick<Entity, 'metadata'>, prefix: string): readonly Written[] {
  const found = new Map<string, Written>()
  const name = `${prefix}/activities`
  for (const each of listed(metadata.annotations[name] ?? '[]', name))
    found.set(each.id, found.has(each.id) ? { ...each, fault: `${name}: “${each.id}” stands twice` } : each)
  for (const [key, text] of Object.entries(metadata.annotations)) {
    if (!key.startsWith(`${prefix}/`)) continue
    const [id = '', ...path] = key.slice(prefix.length + 1).split('.')
    if (id === '' || path.length === 0) continue
    const before = found.get(id) ?? { id, written: {} }
    const written = put(isDraft(before.written) ? before.written : {}, path, text)
    found.set(id, written ? { ...before, written } : { ...before, fault: `${key}: another annotation says it already` })
  }
  return [...found.values()]
}
