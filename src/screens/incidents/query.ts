import type { Within } from '../../domain/dimension'
import type { IncidentState, Severity } from '../../domain/incident'
import type { IncidentOrder, IncidentQuery } from '../../domain/query/incident'
import { day24, duration, type Duration, hour, type Id, instant, type Instant, type Open } from '../../domain/units'
import { plainText } from './filters/words'

export const statuses = ['open', 'ended', 'all'] as const
export type Status = (typeof statuses)[number]

/** Ranges that end with the newest moment there is. */
export const ranges = { '24h': 1, '7d': 7, '28d': 28, '90d': 90, '1y': 365 } as const
export type Range = keyof typeof ranges | 'all'
export const rangeNames: readonly Range[] = ['24h', '7d', '28d', '90d', '1y', 'all']
export const rangeText: Readonly<Record<Range, string>> = {
  '24h': '24 h',
  '7d': '7 d',
  '28d': '28 d',
  '90d': '90 d',
  '1y': '1 y',
  all: 'All',
}

/** What the list can go by. `urgent`: who must act now comes first; for what is open only. */
export const orders = ['urgent', 'severity', 'newest', 'oldest'] as const satisfies readonly (
  | IncidentOrder
  | 'urgent'
)[]
export type Order = (typeof orders)[number]

/** What an incident can lack. Judged on the screen, from what is open: no source can be asked for it. */
export const lacks = ['unowned', 'unplanned', 'unmatched', 'no-runbook'] as const
export type Lack = (typeof lacks)[number]

/** What the filters of the screen say. An absent or empty part does not limit. */
export interface Filters {
  readonly text: string
  readonly status: Status
  readonly severities: readonly (Severity | 0)[]
  readonly states: readonly Open<IncidentState>[]
  readonly teams: readonly Id[]
  readonly people: readonly Id[]
  readonly workloads: readonly Id[]
  readonly problems: readonly Id[]
  readonly labels: readonly string[]
  readonly lacks: readonly Lack[]
  /** Set by a link from a count: its records, and no others. */
  readonly limits: readonly Within[]
  readonly order: Order
  readonly range: Range
  /** Open at that instant, by what the record says: takes the place of `status`. */
  readonly openAt?: Instant | undefined
  /** Opened in [from, to): set by a link, stronger than `range`. */
  readonly from?: Instant
  readonly to?: Instant
  /** From and to are about what burned between them, whenever it opened. */
  readonly burning?: boolean
}

/** The end of time: an incident that is open then was never ended, as far as anybody wrote down. */
const never = instant(Date.UTC(9999, 11, 31))

/** How long a range is; undefined for all time. */
export const lengthOfRange = (range: Range): Duration | undefined =>
  range === 'all' ? undefined : duration(ranges[range] * day24)

/** Answers are cached by query, so a range that ends now begins on a full hour. */
const fullHour = (at: Instant): Instant => instant(at - (at % hour))

/** The query of the filters. `anchor` is the newest moment there is: now, or the end of a log of the past. */
export function toQuery(filters: Filters, anchor: Instant): IncidentQuery {
  const length = filters.from === undefined && filters.to === undefined ? lengthOfRange(filters.range) : undefined
  const from = length === undefined ? filters.from : instant(fullHour(anchor) - length)
  const text = plainText(filters.text)
  const ended = filters.status === 'ended' && filters.openAt === undefined
  const list = <T>(name: keyof IncidentQuery, values: readonly T[]) => (values.length > 0 ? { [name]: values } : {})
  return {
    ...(text !== '' && { text }),
    ...(filters.openAt !== undefined ? { openAt: filters.openAt } : filters.status === 'open' && { openAt: never }),
    // A state that was named is more exact than “ended”.
    ...list('states', filters.states.length === 0 && ended ? ['resolved', 'closed'] : filters.states),
    ...list('severities', filters.severities),
    ...list('teams', filters.teams),
    ...list('people', filters.people),
    ...list('workloads', filters.workloads),
    ...list('problems', filters.problems),
    ...list('labels', filters.labels),
    ...list('within', filters.limits),
    ...(from !== undefined && (filters.burning ? { burningFrom: from } : { openedFrom: from })),
    ...(filters.to !== undefined && (filters.burning ? { burningTo: filters.to } : { openedTo: filters.to })),
    // Who must act now is judged from all that is open, whatever order it came in.
    order: filters.order === 'urgent' ? 'severity' : filters.order,
  }
}

/** Whether a text or a choice narrows the list, apart from status and time. */
export const isListed = (filters: Filters): boolean =>
  filters.text.trim() !== '' ||
  filters.openAt !== undefined ||
  [
    filters.severities,
    filters.states,
    filters.teams,
    filters.people,
    filters.workloads,
    filters.problems,
    filters.labels,
    filters.lacks,
    filters.limits,
  ].some((each) => each.length > 0)
