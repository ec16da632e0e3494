import { createSerializer, parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { readWithin, writeWithin } from '../../domain/query/within'
import { formatInstant, type Instant } from '../../domain/units'
import {
  addressReader,
  readAbout,
  readLack,
  readOrder,
  readRange,
  readSeverity,
  readState,
  readStatus,
} from './address'
import { type Filters, isListed, type Order, type Range } from './query'

export const views = ['triage', 'timeline', 'table'] as const
export type ViewName = (typeof views)[number]
export const laneChoices = ['workload', 'team', 'severity', 'problem'] as const
export type LaneChoice = (typeof laneChoices)[number]

const words = parseAsArrayOf(parseAsString).withDefault([])

/** What narrows the list. Read as text first, so that what means nothing can be told. */
const choosing = {
  q: parseAsString.withDefault(''),
  status: parseAsString,
  state: words,
  severity: words,
  team: words,
  person: words,
  workload: words,
  problem: words,
  label: words,
  is: words,
  openAt: parseAsString,
  within: parseAsString,
}
const timing = { from: parseAsString, to: parseAsString, about: parseAsString, range: parseAsString }
const parsers = {
  ...choosing,
  ...timing,
  view: parseAsStringLiteral(views).withDefault('triage'),
  id: parseAsString,
  order: parseAsString,
  by: parseAsStringLiteral(laneChoices).withDefault('workload'),
}
const serialize = createSerializer(parsers)
type Url = ReturnType<typeof useQueryStates<typeof parsers>>[0]

const emptied = <K extends string>(keys: Readonly<Record<K, unknown>>): Record<K, null> =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, null])) as Record<K, null>
const choices = emptied(choosing)
const times = emptied(timing)

/** The parts of the address that are kept as a view: what is listed and in which order, not what is looked at. */
export const viewKeys: readonly string[] = ['view', 'by', 'order', ...Object.keys(choosing), ...Object.keys(timing)]

/** What burns is read by who must act now, what is over from the newest; a log of the past by the worst. */
function orderOf(order: Order | undefined, open: boolean, live: boolean): Order {
  if (order !== undefined && (open || order !== 'urgent')) return order
  return !open ? 'newest' : live ? 'urgent' : 'severity'
}

/** What the address says of the list, and what in it means nothing. */
function readFilters(url: Url, usual: 'open' | 'all', live: boolean) {
  const { wrong, one, many, moment } = addressReader()
  const status = one('status', url.status, readStatus) ?? usual
  const order = one('order', url.order, readOrder)
  const from = moment('from', url.from)
  const to = moment('to', url.to)
  const openAt = moment('openAt', url.openAt)
  const filters: Filters = {
    text: url.q,
    status,
    states: many('state', url.state, readState),
    severities: many('severity', url.severity, readSeverity),
    teams: url.team,
    people: url.person,
    workloads: url.workload,
    problems: url.problem,
    labels: url.label,
    lacks: many('is', url.is, readLack),
    limits: one('within', url.within, readWithin) ?? [],
    order: orderOf(order, status === 'open' && openAt === undefined, live),
    range: one('range', url.range, readRange) ?? 'all',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(openAt !== undefined && { openAt }),
    ...(one('about', url.about, readAbout) === 'burning' && { burning: true }),
  }
  return { filters, wrong }
}

const texts = (values: readonly (string | number)[] | undefined): string[] | null => values?.map(String) ?? null
const momentText = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at))

const window = { from: null, to: null, about: null }

/** The part of the address that a change of the filters is. */
const written = (change: Partial<Filters>) => ({
  ...('text' in change && { q: change.text || null }),
  ...('status' in change && { status: change.status ?? null, openAt: null }),
  ...('states' in change && { state: texts(change.states) }),
  ...('severities' in change && { severity: texts(change.severities) }),
  ...('teams' in change && { team: texts(change.teams) }),
  ...('people' in change && { person: texts(change.people) }),
  ...('workloads' in change && { workload: texts(change.workloads) }),
  ...('problems' in change && { problem: texts(change.problems) }),
  ...('labels' in change && { label: texts(change.labels) }),
  ...('lacks' in change && { is: texts(change.lacks) }),
  ...('limits' in change && { within: change.limits?.length ? writeWithin(change.limits) : null }),
  ...('order' in change && { order: change.order ?? null }),
  ...('range' in change && { range: change.range === 'all' ? null : (change.range ?? null), ...window }),
  ...('from' in change && { from: momentText(change.from), range: null }),
  ...('to' in change && { to: momentText(change.to), range: null }),
  ...('openAt' in change && { openAt: momentText(change.openAt) }),
})

/**
 * Everything the address says of this screen, and the way to change it. Where no status is named, triage of a live
 * source shows what is open, and everything else shows all.
 */
export function useFilters(live: boolean) {
  const [url, setUrl] = useQueryStates(parsers)
  const usual = live && url.view === 'triage' ? 'open' : 'all'
  const { filters, wrong } = useMemo(() => readFilters(url, usual, live), [url, usual, live])
  /** Selecting is a step that the back button takes back; filtering is not. */
  const select = (id: string | undefined, view?: ViewName) =>
    void setUrl({ id: id ?? null, ...(view && { view }) }, { history: 'push' })
  return {
    filters,
    /** What the address says that means nothing here. */
    wrong,
    setFilters: (change: Partial<Filters>) => void setUrl(written(change)),
    /** Whether the address narrows the list beyond what is usual. Over time, the range is where one looks. */
    narrowed:
      url.status !== null ||
      isListed(filters) ||
      wrong.length > 0 ||
      (url.view !== 'timeline' && (['from', 'to', 'range'] as const).some((key) => url[key] !== null)),
    clear: () => void setUrl(url.view === 'timeline' ? choices : { ...choices, ...times }),
    /** Everything there is. */
    showAll: () => void setUrl({ ...choices, ...times, status: 'all' }),
    /** Shows what a view was kept as: nothing of the filters before it stays. */
    show: (search: string) => {
      const kept = new URLSearchParams(search)
      const text = (key: string) => kept.get(key)
      const list = (key: string) => words.parse(kept.get(key) ?? '')
      void setUrl(
        {
          q: text('q'),
          status: text('status'),
          openAt: text('openAt'),
          from: text('from'),
          to: text('to'),
          within: text('within'),
          about: text('about'),
          range: text('range'),
          order: text('order'),
          view: views.find((each) => each === text('view')) ?? null,
          by: laneChoices.find((each) => each === text('by')) ?? null,
          state: list('state'),
          severity: list('severity'),
          team: list('team'),
          person: list('person'),
          workload: list('workload'),
          problem: list('problem'),
          label: list('label'),
          is: list('is'),
          id: null,
        },
        { history: 'push' },
      )
    },
    /** The address as it would be written: what is kept as a view is taken from it. */
    search: serialize({ ...url, status: filters.status }),
    view: url.view,
    setView: (view: ViewName) => void setUrl({ view }, { history: 'push' }),
    selected: url.id ?? undefined,
    select,
    /** The range as the address names it. */
    range: url.range === null ? undefined : readRange(url.range),
    setRange: (range: Range) => void setUrl({ range, ...window }),
    by: url.by,
    setBy: (by: LaneChoice) => void setUrl({ by }),
    /** Where the range view looks, once the reader has moved it. */
    setLook: (from: Instant, to: Instant) =>
      void setUrl({ from: formatInstant(from), to: formatInstant(to) }, { history: 'replace' }),
  }
}
export type IncidentsUrl = ReturnType<typeof useFilters>
