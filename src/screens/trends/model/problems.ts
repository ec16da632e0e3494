import type { FigureTable, StripDot } from '../../../charts'
import { pathTo } from '../../../app/paths'
import { countOf, entriesOf } from '../../../domain/distribution'
import type { Incident } from '../../../domain/incident'
import type { Problem } from '../../../domain/problem'
import { collapse } from '../../../domain/summarise'
import type { Distribution, Summary, SummaryCell } from '../../../domain/summary'
import { dateText } from '../../../domain/time/format'
import { hour, type Id, type Instant } from '../../../domain/units'
import { sum } from './counts'
import { actionsOf, type RatesTold, ratesTold, type Told, verdictOf } from './problemVerdict'
import { count, counted } from './words'

/** By how many incidents, by their hours from detection to resolution, by the day of the newest. */
export const problemOrders = ['incidents', 'hours', 'recent'] as const
export type ProblemOrder = (typeof problemOrders)[number]

export interface RankedProblem {
  readonly id: Id
  /** Incidents of the range, under the filters. */
  readonly count: number
  /** Milliseconds from detection to resolution of all of them, the open ones up to now. */
  readonly impact: number
  readonly open: number
  /** Incidents without a measurable length. */
  readonly unmeasured: number
  /** Day of the newest incident (`2026-11-16`); empty where it was not asked. */
  readonly last: string
}

export interface Ranking {
  /** By incidents only problems with two or more; in the other orders all that have any. */
  readonly coming: readonly RankedProblem[]
  /** Problems with any incident, and of these with two or more. */
  readonly any: number
  readonly returning: number
  /** Incidents in all, of problems that came back, and without a problem. */
  readonly incidents: number
  readonly repeated: number
  readonly unlinked: number
}

const total = (lengths: Distribution): number => sum(entriesOf(lengths).map(([length, times]) => length * times))

const ranked = ({ key, count: n, closed, open, missing, faults }: SummaryCell, last: string): RankedProblem => ({
  id: key[0] ?? '',
  count: n,
  impact: total(closed) + total(open),
  open: countOf(open),
  unmeasured: missing + faults,
  last,
})

const before = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
const most = (left: RankedProblem, right: RankedProblem) => right.count - left.count || before(left.id, right.id)
const compare: Readonly<Record<ProblemOrder, (left: RankedProblem, right: RankedProblem) => number>> = {
  incidents: most,
  hours: (left, right) => right.impact - left.impact || most(left, right),
  recent: (left, right) => before(right.last, left.last) || most(left, right),
}

/** Ranks problems, from a summary by problem that measured the time to resolve, and one by problem and day. */
export function rankingOf(summary: Summary, order: ProblemOrder = 'incidents', byDay?: Summary): Ranking {
  const last = new Map<string, string>()
  for (const { key, bucket } of byDay?.cells ?? []) {
    const id = key[0] ?? ''
    if (bucket > (last.get(id) ?? '')) last.set(id, bucket)
  }
  const cells = collapse(summary, [0], true).cells.map((cell) => ranked(cell, last.get(cell.key[0] ?? '') ?? ''))
  const linked = cells.filter(({ id }) => id !== '')
  const returning = linked.filter(({ count: n }) => n > 1)
  return {
    coming: (order === 'incidents' ? returning : linked).toSorted(compare[order]),
    any: linked.length,
    returning: returning.length,
    incidents: sum(cells.map(({ count: n }) => n)),
    repeated: sum(returning.map(({ count: n }) => n)),
    unlinked: cells.find(({ id }) => id === '')?.count ?? 0,
  }
}

export interface ProblemRow extends RankedProblem {
  /** Its title, else its id. */
  readonly title: string
  readonly dots: readonly StripDot[]
  readonly fixes: readonly number[]
  readonly verdict: Told
  readonly rates: RatesTold | undefined
  readonly actions: string
  readonly workaround: string
  /** The page of the problem; where its incidents are listed; those of them that could not be measured. */
  readonly to: string
  readonly toIncidents: string
  readonly toUnmeasured: string
}

export interface RowsGiven {
  readonly ranked: readonly RankedProblem[]
  readonly records: readonly Problem[]
  /** Every incident of these problems; undefined while unknown or when there are too many to look at. */
  readonly incidents: readonly Incident[] | undefined
  /** Whether an incident is one of those counted. */
  readonly counts: (incident: Incident) => boolean
  readonly from: Instant
  readonly until: Instant
  readonly now: Instant
  readonly zone: string
  /** Where the incidents of a problem are listed, all of them or those that were not measured. */
  readonly to: (problem: Id, unmeasured?: true) => string
}

/** The rows of the list, each with its incidents placed along [from, until]. */
export function rowsOf(given: RowsGiven): readonly ProblemRow[] {
  const { records, incidents, counts, from, until, now, zone, to } = given
  const byId = new Map(records.map((problem) => [problem.id, problem]))
  const byProblem = Map.groupBy(incidents ?? [], ({ problem }) => problem)
  const owners = records.some(({ owner }) => owner !== undefined)
  const actions = records.some((problem) => problem.actions.length > 0)
  const place = (at: Instant) => (at - from) / (until - from)
  return given.ranked.map((each) => {
    const problem = byId.get(each.id)
    const own = byProblem.get(each.id) ?? []
    const began = incidents && own.map(({ opened }) => opened)
    return {
      ...each,
      title: problem?.title ?? each.id,
      dots: own.filter(counts).map((incident) => ({
        key: incident.id,
        at: place(incident.opened),
        severity: String(incident.severity ?? ''),
        label: `${incident.id}, ${dateText(incident.opened, zone)}`,
        to: pathTo('incidents', { id: incident.id }),
      })),
      fixes: problem?.fixes.flatMap(({ at }) => (at >= from && at <= until ? [place(at)] : [])) ?? [],
      verdict: verdictOf(problem, began, now, owners),
      rates: ratesTold(problem, began, now),
      actions: actionsOf(problem, now, actions),
      workaround: problem?.workaround ?? '',
      to: problem ? pathTo('problems', { id: each.id }) : to(each.id),
      toIncidents: to(each.id),
      toUnmeasured: to(each.id, true),
    }
  })
}

/** `41 h`; `< 1 h` and `–` where there is less or nothing. */
export const hoursText = ({ impact, count: n, unmeasured }: RankedProblem): string =>
  n === unmeasured ? '–' : impact < hour ? '< 1 h' : `${count(Math.round(impact / hour))} h`

/** One sentence: how much of all comes back, and how much is not linked to any problem. */
export function problemsSentence({ returning, any, incidents, repeated, unlinked }: Ranking): string {
  const share = incidents > 0 ? Math.round((100 * repeated) / incidents) : 0
  return `${count(returning)} of ${counted(any, 'problem')} came back in the range: ${count(repeated)} of ${counted(incidents, 'incident')} (${share} %); ${count(unlinked)} ${unlinked === 1 ? 'points' : 'point'} to no problem.`
}

/** How hours of impact are reckoned, and how many incidents they leave out. */
export function hoursNote({ coming }: Ranking): string {
  const open = sum(coming.map((each) => each.open))
  const unmeasured = sum(coming.map((each) => each.unmeasured))
  return `Hours of impact: from detection to resolution, added up; ${counted(open, 'open incident')} counted until now; ${count(unmeasured)} left out, without both moments or with an end before the start.`
}

export const problemsTable = (rows: readonly ProblemRow[]): FigureTable => ({
  caption: 'Problems and what became of their fixes',
  columns: ['Problem', 'Title', 'Incidents', 'Hours', 'Open', 'Not measured', 'Fix', 'Rate', 'Actions', 'Workaround'],
  rows: rows.map((row) => ({
    key: row.id,
    cells: [
      row.id,
      row.title,
      count(row.count),
      hoursText(row),
      count(row.open),
      count(row.unmeasured),
      row.verdict.text,
      row.rates?.full ?? '–',
      row.actions,
      row.workaround || '–',
    ],
    to: row.toIncidents,
  })),
})
