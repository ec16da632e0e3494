import type { FigureTable, StripDot } from '../../../charts'
import { durationText } from '../../../domain/time/format'
import type { Incident } from '../../../domain/incident'
import type { Problem } from '../../../domain/problem'
import { fixOutcome } from '../../../domain/statistics/held'
import { collapse } from '../../../domain/summarise'
import type { Summary } from '../../../domain/summary'
import { day24, type Duration, type Id, type Instant } from '../../../domain/units'
import { sum } from './counts'
import { count, counted } from './words'

export interface RankedProblem {
  readonly id: Id
  /** Incidents of the range, under the filters. */
  readonly count: number
}

export interface Ranking {
  /** Problems with two incidents or more, most first. */
  readonly coming: readonly RankedProblem[]
  /** Problems with any incident. */
  readonly any: number
  readonly incidents: number
  readonly unlinked: number
}

/** Ranks problems by their incidents, from a summary by problem. */
export function rankingOf(summary: Summary): Ranking {
  const cells = collapse(summary, [0], true).cells.map(({ key, count: n }) => ({ id: key[0] ?? '', count: n }))
  const linked = cells.filter(({ id }) => id !== '')
  return {
    coming: linked.filter(({ count: n }) => n > 1).toSorted((left, right) => right.count - left.count),
    any: linked.length,
    incidents: sum(cells.map(({ count: n }) => n)),
    unlinked: cells.find(({ id }) => id === '')?.count ?? 0,
  }
}

export interface Told {
  readonly tone: 'ok' | 'bad' | 'warn' | 'stale' | 'neutral'
  readonly text: string
}

const days = (length: Duration): string => (length < day24 ? durationText(length) : `${Math.floor(length / day24)} d`)

/**
 * What became of the newest fix, judged by every incident of the problem (`began`, also outside range and filters);
 * without a fix, what is missing. `began` is undefined while it is not known. Where no problem at all has an owner, the
 * sources do not record them: that nobody owns it is then not known.
 */
export function verdictOf(
  problem: Problem | undefined,
  began: readonly Instant[] | undefined,
  now: Instant,
  ownersRecorded = true,
): Told {
  if (!problem) return { tone: 'neutral', text: 'no problem record' }
  const fix = problem.fixes.toSorted((left, right) => left.at - right.at).at(-1)
  if (!fix)
    return problem.owner === undefined && ownersRecorded
      ? { tone: 'stale', text: 'nobody owns it' }
      : { tone: 'warn', text: 'no fix recorded' }
  if (!began) return { tone: 'neutral', text: 'fix not judged yet' }
  const { verdict, quiet } = fixOutcome(began, fix.at, now)
  if (verdict === 'held') return { tone: 'ok', text: `fix holds, ${days(quiet)}` }
  return verdict === 'did not hold'
    ? { tone: 'bad', text: 'fix did not hold' }
    : { tone: 'neutral', text: `too early to tell, ${days(quiet)}` }
}

/** `2 actions, 1 late`, `all done`, `no actions`; empty where none are recorded. Dropped ones do not count. */
export function actionsOf(problem: Problem | undefined, now: Instant, actionsRecorded = true): string {
  const kept = problem?.actions.filter(({ state }) => state !== 'dropped') ?? []
  if (kept.length === 0) return problem && actionsRecorded ? 'no actions' : ''
  const open = kept.filter(({ state }) => state !== 'done')
  if (open.length === 0) return 'all done'
  const late = open.filter(({ due }) => due !== undefined && due < now).length
  return `${counted(kept.length, 'action')}${late > 0 ? `, ${count(late)} late` : ''}`
}

export interface ProblemRow extends RankedProblem {
  /** Its title, else its id. */
  readonly title: string
  readonly dots: readonly StripDot[]
  readonly fixes: readonly number[]
  readonly verdict: Told
  readonly actions: string
  readonly to: string
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
  readonly to: (problem: Id) => string
}

/** The rows of the list, each with its incidents placed along [from, until]. */
export function rowsOf(given: RowsGiven): readonly ProblemRow[] {
  const { ranked, records, incidents, counts, from, until, now, to } = given
  const byId = new Map(records.map((problem) => [problem.id, problem]))
  const byProblem = Map.groupBy(incidents ?? [], ({ problem }) => problem)
  const owners = records.some(({ owner }) => owner !== undefined)
  const actions = records.some((problem) => problem.actions.length > 0)
  const place = (at: Instant) => (at - from) / (until - from)
  return ranked.map(({ id, count: n }) => {
    const problem = byId.get(id)
    const own = byProblem.get(id) ?? []
    return {
      id,
      count: n,
      title: problem?.title ?? id,
      dots: own.filter(counts).map((incident) => ({
        key: incident.id,
        at: place(incident.opened),
        severity: String(incident.severity ?? ''),
      })),
      fixes: problem?.fixes.flatMap(({ at }) => (at >= from && at <= until ? [place(at)] : [])) ?? [],
      verdict: verdictOf(problem, incidents && own.map(({ opened }) => opened), now, owners),
      actions: actionsOf(problem, now, actions),
      to: to(id),
    }
  })
}

/** One sentence: how much of all comes back, and how much is not linked to any problem. */
export function problemsSentence({ coming, any, incidents, unlinked }: Ranking): string {
  const returning = sum(coming.map(({ count: n }) => n))
  const share = incidents > 0 ? Math.round((100 * returning) / incidents) : 0
  return `${count(coming.length)} of ${counted(any, 'problem')} came back in the range: ${count(returning)} of ${counted(incidents, 'incident')} (${share} %); ${count(unlinked)} ${unlinked === 1 ? 'points' : 'point'} to no problem.`
}

export const problemsTable = (rows: readonly ProblemRow[]): FigureTable => ({
  caption: 'Problems with two incidents or more in the range',
  columns: ['Problem', 'Title', 'Incidents', 'Fix', 'Actions'],
  rows: rows.map(({ id, title, count: n, verdict, actions, to }) => ({
    key: id,
    cells: [id, title, count(n), verdict.text, actions],
    to,
  })),
})
