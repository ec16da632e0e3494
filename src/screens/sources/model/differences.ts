import type { Configuration, SourceEntry } from '../../../data'

const said = (value: unknown): string => (value === undefined || value === '' ? 'nothing' : JSON.stringify(value))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place below where two values differ, in words. */
function below(place: string, before: unknown, after: unknown): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isRecord(before ?? {}) || !isRecord(after ?? {})) return [`${place}: ${said(before)} becomes ${said(after)}`]
  const [left, right] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    below(`${place}.${key}`, left[key], right[key]),
  )
}

const parts = ['title', 'type', 'options', 'only', 'aliases'] as const

const changed = (before: SourceEntry, after: SourceEntry): readonly string[] =>
  parts.flatMap((part) => below(`${after.id}: ${part}`, before[part], after[part]))

/** What a draft changes about what is deployed, one sentence each. None: nothing. */
export function differences(deployed: Configuration | undefined, draft: Configuration): readonly string[] {
  const before = deployed?.sources ?? []
  const ids = (entries: readonly SourceEntry[]) => entries.map(({ id }) => id)
  const [old, now] = [new Set(ids(before)), new Set(ids(draft.sources))]
  const stayed = ids(before).filter((id) => now.has(id))
  const order = ids(draft.sources).filter((id) => old.has(id))
  const first = stayed.findIndex((id, index) => order[index] !== id)
  return [
    ...below('actor', deployed?.actor || undefined, draft.actor || undefined),
    ...draft.sources.filter(({ id }) => !old.has(id)).map(({ id, type }) => `${id} is new (${type})`),
    ...before.filter(({ id }) => !now.has(id)).map(({ id }) => `${id} is taken out`),
    ...draft.sources.flatMap((after) => {
      const own = before.find(({ id }) => id === after.id)
      return own ? changed(own, after) : []
    }),
    ...(first < 0 ? [] : [`The order of belief is ${order.join(', ')}; it was ${stayed.join(', ')}`]),
  ]
}
