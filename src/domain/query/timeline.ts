import type { OpsEvent, EventKind } from '../event'
import { type EventWithin, eventsWithinAll } from '../eventDimension'
import type { EntryKind, TimelineEntry } from '../timeline'
import type { Id, Instant, Open } from '../units'
import { facetOrders } from './orders'
import { anyOf, type FacetRules, overlaps } from './rules'
import { textMatcher, words } from './text'

/** Entries of the named incidents that happened in [from, to), in the order they happened. */
export interface TimelineQuery {
  readonly incidents?: readonly Id[]
  readonly kinds?: readonly Open<EntryKind>[]
  readonly from?: Instant
  readonly to?: Instant
  readonly text?: string
}

/** In the order things happened: by moment, incident, and the source's own sequence. */
export const timelineRules: FacetRules<TimelineEntry, TimelineQuery> = {
  ...facetOrders.timeline,
  matcher: (query) => {
    const incident = anyOf(query.incidents)
    const kind = anyOf(query.kinds)
    const text = textMatcher(query.text)
    return (entry) =>
      incident(entry.incident) &&
      kind(entry.kind) &&
      (query.from === undefined || entry.at >= query.from) &&
      (query.to === undefined || entry.at < query.to) &&
      text(words(entry.text, entry.actor, entry.from, entry.to))
  },
}

/** Events that touch [from, to); a point event touches it when it lies inside. */
export interface EventQuery {
  readonly text?: string
  readonly ids?: readonly Id[]
  readonly kinds?: readonly Open<EventKind>[]
  readonly workloads?: readonly Id[]
  readonly rules?: readonly string[]
  readonly incidents?: readonly Id[]
  readonly planned?: boolean
  /** Has one of the values in each of these dimensions: the records behind a count. */
  readonly within?: readonly EventWithin[]
  readonly from?: Instant
  readonly to?: Instant
}

/** In the order things began. Text is looked for in id, title and rule. */
export const eventRules: FacetRules<OpsEvent, EventQuery> = {
  ...facetOrders.events,
  matcher: (query) => {
    const id = anyOf(query.ids)
    const kind = anyOf(query.kinds)
    const workload = overlaps(query.workloads)
    const rule = anyOf(query.rules)
    const incident = anyOf(query.incidents)
    const within = eventsWithinAll(query.within)
    const text = textMatcher(query.text)
    return (event) =>
      id(event.id) &&
      kind(event.kind) &&
      rule(event.rule) &&
      incident(event.incident) &&
      workload(event.workloads) &&
      within(event) &&
      (query.planned === undefined || event.planned === query.planned) &&
      (query.from === undefined || (event.until ?? event.at) >= query.from) &&
      (query.to === undefined || event.at < query.to) &&
      text(words(event.id, event.title, event.rule))
  },
}
