import type { Severity } from '../domain/incident'
import type { Role } from '../domain/ownership'
import type { Finding } from '../domain/query/standing'
import type { Id } from '../domain/units'

/** What a link may say about each view. Lists are joined by commas, as the views' own filters read them. */
export interface Views {
  readonly ownership: {
    readonly activity?: Id
    readonly workload?: Id
    readonly team?: Id
    readonly gap?: Finding
    readonly view?: 'teams' | 'workloads' | 'load'
    readonly person?: Id
    /** Of the team or person, where one is named. */
    readonly role?: readonly Role[]
    readonly tag?: string
    readonly q?: string
    /** Opens a form in the activity's drawer, for that party. */
    readonly ask?: 'change' | 'review' | 'feedback' | 'improvement'
    readonly party?: Id
  }
  readonly incidents: {
    readonly id?: Id
    readonly view?: 'triage' | 'timeline' | 'table'
    readonly status?: 'open' | 'ended' | 'all'
    readonly severity?: readonly (Severity | 0)[]
    readonly team?: Id | readonly Id[]
    readonly workload?: Id | readonly Id[]
    readonly problem?: Id | readonly Id[]
    readonly label?: readonly string[]
    /** ISO 8601 instants: opened in [from, to). */
    readonly from?: string
    readonly to?: string
    /** Limits of `domain/query/within`: the records behind a count. */
    readonly within?: string
    readonly q?: string
  }
  readonly trends: { readonly severity?: readonly (Severity | 0)[]; readonly team?: Id; readonly workload?: Id }
  readonly problems: { readonly id?: Id; readonly q?: string }
  readonly wall: Readonly<Record<never, never>>
  /** Page of one team or person. */
  readonly parties: { readonly id?: Id }
  readonly reviews: {
    readonly tab?: 'reviews' | 'requests' | 'improvements' | 'alerts'
    readonly team?: Id
    readonly workload?: Id
  }
  /** A reorganisation rehearsed: the party it begins with. */
  readonly transfer: { readonly from?: Id }
  readonly sources: { readonly id?: string; readonly view?: 'together' | 'setup' }
}
export type ViewName = keyof Views

/** What is read as a list, so that a comma within an id is told from one between two of them (as nuqs does). */
const listed: ReadonlySet<string> = new Set([
  'workload',
  'team',
  'person',
  'role',
  'tag',
  'severity',
  'problem',
  'label',
])

type Value = string | readonly (string | number)[] | undefined

/**
 * The address of a view inside the app, for `<Link to>`. Every view is one level deep with its selection in the query,
 * so that a build runs under any sub-path of a static host. The zone is added by the shell.
 */
export function pathTo<V extends ViewName>(view: V, params: Views[V] = {}): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries<Value>(params)) {
    const text = [value ?? []]
      .flat()
      .map((each) => (listed.has(key) ? String(each).replaceAll(',', '%2C') : each))
      .join(',')
    if (text !== '') query.set(key, text)
  }
  const search = query.toString()
  return `/${view}/${search && `?${search}`}`
}
