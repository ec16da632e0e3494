import { isUnowned, type Standing } from './coverage'
import type { OpsEvent } from './event'
import { byShownName } from './matrix'
import { inOrder } from './query/rules'
import type { Id, Instant } from './units'

/** What is wrong with an alert that can page a person, worst first; `covered`: nothing; `unjudged`: no source can tell. */
export const alertFindings = ['no-activity', 'no-owner', 'no-process', 'unjudged', 'covered'] as const
export type AlertFinding = (typeof alertFindings)[number]

/** How an activity was found for an alert: it names the rule letter by letter, or in another spelling. */
export type MatchedBy = 'name' | 'spelling'

/** An activity that answers an alert. */
export interface AlertMatch {
  readonly standing: Standing
  readonly by: MatchedBy
  /** The name as it stands in the activity. */
  readonly text: string
}

/** An activity that might answer an alert, and why it comes to mind. The surest first. */
export interface AlertCandidate {
  readonly standing: Standing
  /** `threshold`: it names the same measure with another limit. `incident`: it answered an incident that the alert led to. */
  readonly because: 'threshold' | 'incident' | 'workload'
}

/** One alert that can page, with all that is known of it. */
export interface Alert {
  /** The rule, or the title where its events name none. */
  readonly name: string
  readonly ruled: boolean
  readonly finding: AlertFinding
  /** Of the time that was looked at. None: known from an activity only. */
  readonly events: number
  readonly last?: Instant
  /** Incidents that its events became part of. */
  readonly incidents: readonly Id[]
  readonly workloads: readonly Id[]
  readonly matches: readonly AlertMatch[]
  /** Where nothing matches. */
  readonly candidates: readonly AlertCandidate[]
}

/**
 * What a name says whatever way it is written: case, blanks, underscores, dashes between words and dots beside them do
 * not matter. Those in numbers do: 1.5 is not 15, and −1 is not 1.
 */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_/]+|(?<=[\p{L}\p{N}])-|(?<!\d)\.|\.(?!\d)/gu, '')

/** What is measured, without the limit: `card_decline_ratio > 0.15` → `carddeclineratio`. Empty where there is no limit. */
const measure = (text: string): string => (/[<>=]/.test(text) ? bare(text.replace(/\s*[<>=].*$/, '')) : '')

const add = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Activities by the names of the events that they answer. */
export interface AlertIndex {
  readonly bySpelling: ReadonlyMap<string, readonly AlertMatch[]>
  readonly byMeasure: ReadonlyMap<string, readonly Standing[]>
  readonly byWorkload: ReadonlyMap<Id, readonly Standing[]>
  readonly byId: ReadonlyMap<Id, Standing>
}

/** Made once for many names. */
export function indexAlerts(standings: readonly Standing[]): AlertIndex {
  const bySpelling = new Map<string, AlertMatch[]>()
  const byMeasure = new Map<string, Standing[]>()
  const byWorkload = new Map<Id, Standing[]>()
  for (const standing of standings) {
    const { activity } = standing
    if (activity.kind === 'response') add(byWorkload, activity.workload, standing)
    for (const text of activity.events) {
      add(bySpelling, bare(text), { standing, by: 'spelling', text })
      const of = measure(text)
      if (of !== '') add(byMeasure, of, standing)
    }
  }
  return { bySpelling, byMeasure, byWorkload, byId: new Map(standings.map((each) => [each.activity.id, each])) }
}

const orAll = <T>(some: readonly T[], all: readonly T[]): readonly T[] => (some.length > 0 ? some : all)

/**
 * The activities that name the event. Exact names win: only where there is none does another spelling count. Among
 * several, those on a workload that the alert is about win, and among these such as say that they page: names are no
 * keys, and the same rule may be kept for each workload and once more to page.
 */
export function matchesOf(name: string, workloads: readonly Id[], { bySpelling }: AlertIndex): readonly AlertMatch[] {
  const alike = bySpelling.get(bare(name)) ?? []
  const exact = alike.filter(({ text }) => text === name).map((match): AlertMatch => ({ ...match, by: 'name' }))
  const named = orAll(exact, alike)
  const near = orAll(
    named.filter(({ standing }) => workloads.includes(standing.activity.workload)),
    named,
  )
  return orAll(
    near.filter(({ standing }) => standing.activity.pages === true),
    near,
  )
}

/** Those that name the same measure with another limit. */
export const nearOf = (name: string, { byMeasure }: AlertIndex): readonly Standing[] =>
  byMeasure.get(measure(name)) ?? []

const hasDocument = ({ activity: { runbook, playbook } }: Standing): boolean =>
  runbook?.url !== undefined || playbook?.url !== undefined

/** One activity that is owned and documented is enough; else the least that is wrong with any of them. */
function findingOf(matches: readonly AlertMatch[]): AlertFinding {
  if (matches.length === 0) return 'no-activity'
  const of = (standing: Standing): AlertFinding => {
    const { owners, runbooks } = standing.records
    // An exception bears with the gap; the alert still rings and finds nobody.
    const { gaps, excused } = standing
    if (owners && isUnowned({ ...standing, gaps: [...gaps, ...excused] })) return 'no-owner'
    if (runbooks && !hasDocument(standing)) return 'no-process'
    return owners && runbooks ? 'covered' : 'unjudged'
  }
  const found = new Set(matches.map(({ standing }) => of(standing)))
  return alertFindings.toReversed().find((each) => found.has(each)) ?? 'unjudged'
}

interface Seen {
  readonly name: string
  readonly ruled: boolean
  readonly events: readonly OpsEvent[]
  readonly workloads: readonly Id[]
}

/** Alerts that paged, by rule; and those that an activity says can, by rule and workload, where none was seen. */
function seenIn({ events, standings }: Given): readonly Seen[] {
  const paging = Map.groupBy(
    events.filter(({ pages }) => pages === true),
    ({ rule, title }) => rule ?? title,
  )
  const spelt = new Set([...paging.keys()].map(bare))
  const told = standings
    .filter(({ activity }) => activity.pages === true)
    .flatMap(({ activity: { events: names, workload } }) => names.map((name) => ({ name, workload })))
    .filter(({ name }) => !spelt.has(bare(name)))
  return [
    ...[...paging].map(([name, all]) => ({
      name,
      ruled: all.some(({ rule }) => rule !== undefined),
      events: all,
      workloads: [...new Set(all.flatMap(({ workloads }) => workloads))],
    })),
    ...new Map(told.toReversed().map(({ name, workload }) => [`${bare(name)}\n${workload}`, { name, workload }]))
      .values()
      .map(({ name, workload }) => ({ name, ruled: true, events: [], workloads: [workload] })),
  ]
}

const latest = (events: readonly OpsEvent[]): Instant | undefined =>
  events.reduce<Instant | undefined>((last, { at }) => (last === undefined || at > last ? at : last), undefined)

/** What might answer an alert that no activity names. */
function candidatesOf({ name, events, workloads }: Seen, { answeredBy }: Given, index: AlertIndex) {
  const found = new Map<Id, AlertCandidate>()
  const propose = (standing: Standing | undefined, because: AlertCandidate['because']) => {
    if (standing && !found.has(standing.activity.id)) found.set(standing.activity.id, { standing, because })
  }
  for (const standing of nearOf(name, index)) propose(standing, 'threshold')
  for (const { incident } of events) {
    const answered = incident === undefined ? undefined : answeredBy(incident)
    if (answered !== undefined) propose(index.byId.get(answered), 'incident')
  }
  for (const workload of workloads)
    for (const standing of index.byWorkload.get(workload) ?? []) propose(standing, 'workload')
  return [...found.values()]
}

/** What alerts are judged from. */
export interface Given {
  readonly standings: readonly Standing[]
  /** Of the time that is looked at; those that page nobody are left out. */
  readonly events: readonly OpsEvent[]
  /** The activity that an incident was matched to, where that is known. */
  readonly answeredBy: (incident: Id) => Id | undefined
}

/**
 * Every alert that can page a person: those that did, by the rule that told them, and those that an activity says can.
 * The worst finding first; in each, those that led to most incidents, then to most events.
 */
export function alertsOf(given: Given): readonly Alert[] {
  const index = indexAlerts(given.standings)
  return seenIn(given)
    .map((seen): Alert => {
      const { name, ruled, events, workloads } = seen
      const matches = matchesOf(name, workloads, index)
      const last = latest(events)
      return {
        name,
        ruled,
        finding: findingOf(matches),
        events: events.length,
        ...(last !== undefined && { last }),
        incidents: [...new Set(events.flatMap(({ incident }) => incident ?? []))],
        workloads,
        matches,
        candidates: matches.length > 0 ? [] : candidatesOf(seen, given, index),
      }
    })
    .toSorted(
      inOrder<Alert>(
        (left, right) => alertFindings.indexOf(left.finding) - alertFindings.indexOf(right.finding),
        (left, right) => right.incidents.length - left.incidents.length,
        (left, right) => right.events - left.events,
        (left, right) => byShownName(left.name, right.name),
      ),
    )
}
