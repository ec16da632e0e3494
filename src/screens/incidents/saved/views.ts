import type { Id } from '../../../domain/units'
import { viewKeys } from '../useFilters'

/** A way to look at the incidents: the part of the address that makes it. */
export interface SavedView {
  readonly name: string
  readonly search: string
}

/** Most views that one key each can reach. */
export const keyed = 9
const longestName = 60

/** The part of an address that is a view: filters, order and kind of list, in one order. Not the incident, nor the zone. */
export function viewOf(search: string): string {
  const from = new URLSearchParams(search)
  const kept = new URLSearchParams()
  for (const key of viewKeys) {
    const value = from.get(key)
    // Lanes are of the timeline only.
    const idle = key === 'by' && from.get('view') !== 'timeline'
    if (value !== null && value !== '' && !idle) kept.set(key, value)
  }
  return kept.toString()
}

/** Views that everybody has. `why` tells what keeps one from being shown. */
export interface BuiltIn extends SavedView {
  readonly why?: string
}

/** The usual views; `me` is whoever looks, where that is known. */
export const builtIn = (me: Id | undefined): readonly BuiltIn[] => [
  { name: 'Open now', search: viewOf('status=open') },
  { name: 'Unacknowledged', search: viewOf('status=open&state=triggered') },
  {
    name: 'Mine',
    search: viewOf(new URLSearchParams({ status: 'open', person: me ?? '' }).toString()),
    ...(me === undefined && { why: 'No source knows you as a person.' }),
  },
  { name: 'No owner', search: viewOf('status=open&is=unowned') },
  { name: 'SEV1–2 last 90 d', search: viewOf('status=all&severity=1,2&range=90d') },
]

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'string'

/** Views out of what was kept. What is no view is left out. */
export function readViews(text: string): readonly SavedView[] {
  try {
    const kept: unknown = text === '' ? [] : JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isView).map(({ name, search }) => ({ name, search: viewOf(search) })) : []
  } catch {
    return []
  }
}
export const writeViews = (views: readonly SavedView[]): string => (views.length === 0 ? '' : JSON.stringify(views))

/** Why a view cannot be called that, or undefined. `at` is the place of the view that is renamed. */
export function whyNotName(name: string, views: readonly SavedView[], at?: number): string | undefined {
  const own = name.trim()
  if (own === '') return 'A view needs a name.'
  if (own.length > longestName) return `Of a name ${longestName} letters are kept at most.`
  const taken = [...builtIn(undefined), ...views.filter((_, index) => index !== at)]
  return taken.some((view) => view.name.toLowerCase() === own.toLowerCase())
    ? `There is a view “${own}” already.`
    : undefined
}

/** The views with the one at `from` moved to `to`; as they are where there is no such place. */
export function moved(views: readonly SavedView[], from: number, to: number): readonly SavedView[] {
  const view = views[from]
  if (!view || to < 0 || to >= views.length) return views
  const others = views.toSpliced(from, 1)
  return others.toSpliced(to, 0, view)
}
