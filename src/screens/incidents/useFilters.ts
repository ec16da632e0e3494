import {
  createParser,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  type SingleParserBuilder,
  useQueryStates,
} from 'nuqs'
import { type Severity, severity } from '../../domain/incident'
import { formatInstant, type Instant, parseInstant } from '../../domain/units'
import { type Filters, isListed, orders, type Range, rangeNames, statuses } from './query'

export const views = ['triage', 'timeline', 'table'] as const
export type ViewName = (typeof views)[number]
export const laneChoices = ['workload', 'team', 'severity'] as const
export type LaneChoice = (typeof laneChoices)[number]

const moment: SingleParserBuilder<Instant> = createParser({
  parse: (text: string) => parseInstant(text) ?? null,
  serialize: formatInstant,
})
const severityOrNone: SingleParserBuilder<Severity | 0> = createParser<Severity | 0>({
  parse: (text: string) => (text === '0' ? 0 : (severity(Number(text)) ?? null)),
  serialize: String,
})
const ids = parseAsArrayOf(parseAsString).withDefault([])

const parsers = {
  view: parseAsStringLiteral(views).withDefault('triage'),
  id: parseAsString,
  q: parseAsString.withDefault(''),
  status: parseAsStringLiteral(statuses),
  severity: parseAsArrayOf(severityOrNone).withDefault([]),
  team: ids,
  workload: ids,
  problem: ids,
  from: moment,
  to: moment,
  range: parseAsStringLiteral(rangeNames),
  order: parseAsStringLiteral(orders),
  by: parseAsStringLiteral(laneChoices).withDefault('workload'),
}

const choices = { q: null, status: null, severity: null, team: null, workload: null, problem: null }
const times = { from: null, to: null, range: null }

/**
 * Everything the address says of this screen, and the way to change it. Where no status is named, triage of a live
 * source shows what is open, and everything else shows all.
 */
export function useFilters(live: boolean) {
  const [url, setUrl] = useQueryStates(parsers)
  const usual = live && url.view === 'triage' ? 'open' : 'all'
  const status = url.status ?? usual
  const filters: Filters = {
    text: url.q,
    status,
    severities: url.severity,
    teams: url.team,
    workloads: url.workload,
    problems: url.problem,
    // What burns is read by who must act now, what is over from the newest.
    order: status === 'open' ? (url.order ?? 'urgent') : url.order === 'urgent' ? 'newest' : (url.order ?? 'newest'),
    range: url.range ?? 'all',
    ...(url.from && { from: url.from }),
    ...(url.to && { to: url.to }),
  }
  const setFilters = (change: Partial<Filters>) =>
    void setUrl({
      ...('text' in change && { q: change.text || null }),
      ...('status' in change && { status: change.status ?? null }),
      ...('severities' in change && { severity: [...(change.severities ?? [])] }),
      ...('teams' in change && { team: [...(change.teams ?? [])] }),
      ...('workloads' in change && { workload: [...(change.workloads ?? [])] }),
      ...('problems' in change && { problem: [...(change.problems ?? [])] }),
      ...('order' in change && { order: change.order ?? null }),
      ...('range' in change && { range: change.range === 'all' ? null : (change.range ?? null), from: null, to: null }),
    })
  /** Selecting is a step that the back button takes back; filtering is not. */
  const select = (id: string | undefined, view?: ViewName) =>
    void setUrl({ id: id ?? null, ...(view && { view }) }, { history: 'push' })
  return {
    filters,
    setFilters,
    /** Whether the address narrows the list beyond what is usual. Over time, the range is where one looks. */
    narrowed:
      url.status !== null ||
      isListed(filters) ||
      (url.view !== 'timeline' && (['from', 'to', 'range'] as const).some((key) => url[key] !== null)),
    clear: () => void setUrl(url.view === 'timeline' ? choices : { ...choices, ...times }),
    /** Everything there is. */
    showAll: () => void setUrl({ ...choices, ...times, status: 'all' }),
    view: url.view,
    setView: (view: ViewName) => void setUrl({ view }, { history: 'push' }),
    selected: url.id ?? undefined,
    select,
    /** The range as the address names it. */
    range: url.range ?? undefined,
    setRange: (range: Range) => void setUrl({ range, from: null, to: null }),
    by: url.by,
    setBy: (by: LaneChoice) => void setUrl({ by }),
    /** Where the range view looks, once the reader has moved it. */
    setLook: (from: Instant, to: Instant) => void setUrl({ from, to }, { history: 'replace' }),
  }
}
export type IncidentsUrl = ReturnType<typeof useFilters>
