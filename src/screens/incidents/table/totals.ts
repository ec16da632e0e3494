import { countOf, mergeDistributions, quantileOf } from '../../../domain/distribution'
import { type Clock, type Incident, readClock } from '../../../domain/incident'
import type { Summary, SummaryCell } from '../../../domain/summary'
import { type Duration, duration, type Id, type Instant } from '../../../domain/units'

/** What is measured in the totals: the first response, and the time to resolve. */
export const measured = ['acknowledge', 'resolve'] as const satisfies readonly Clock[]
export type Measured = (typeof measured)[number]

/** How long something took. What has no length is counted apart: still running, faults, not recorded. */
export interface Spread {
  readonly n: number
  readonly median?: Duration
  readonly p90?: Duration
  readonly longest?: Duration
  readonly open: number
  readonly faults: number
  readonly missing: number
  /** From bins: within one per cent. */
  readonly rough: boolean
}

/** The figures of one severity; of all where `severity` is absent. `''`: not known. */
export interface TotalRow {
  readonly severity?: string
  readonly count: number
  readonly states: readonly (readonly [state: string, count: number])[]
}

/** The lengths of all cells as one. */
export function spreadOf(cells: readonly SummaryCell[]): Spread {
  const closed = mergeDistributions(cells.map((cell) => cell.closed))
  const at = (p: number) => {
    const value = quantileOf(closed, p)
    return value === undefined ? undefined : duration(value)
  }
  const sum = (of: (cell: SummaryCell) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  const [median, p90, longest] = [at(0.5), at(0.9), at(1)]
  return {
    n: countOf(closed),
    ...(median !== undefined && { median }),
    ...(p90 !== undefined && { p90 }),
    ...(longest !== undefined && { longest }),
    open: sum((cell) => countOf(cell.open)),
    faults: sum((cell) => cell.faults),
    missing: sum((cell) => cell.missing),
    rough: closed.kind === 'binned',
  }
}

/** Cells of a summary by severity and state; of all severities where none is named. */
export const cellsOf = ({ cells }: Summary, severity: string | undefined): readonly SummaryCell[] =>
  severity === undefined ? cells : cells.filter(({ key }) => key[0] === severity)

/** All, and then each severity that occurs, the worst first and the unknown last. */
export function rowsOf(summary: Summary): readonly TotalRow[] {
  const severities = [...new Set(summary.cells.map(({ key }) => key[0] ?? ''))].toSorted((left, right) =>
    (left || '9') < (right || '9') ? -1 : 1,
  )
  return [undefined, ...severities].map((severity) => {
    const states = new Map<string, number>()
    let total = 0
    for (const { key, count } of cellsOf(summary, severity)) {
      const state = key[1] ?? ''
      states.set(state, (states.get(state) ?? 0) + count)
      total += count
    }
    return {
      count: total,
      states: [...states].toSorted(([, left], [, right]) => right - left),
      ...(severity !== undefined && { severity }),
    }
  })
}

/** Of how many incidents something is told, of how many it holds, and how often in all. */
export interface Turns {
  readonly told: number
  readonly incidents: number
  readonly times: number
}

/** How often incidents were handed on or opened again; undefined where no source counts that. */
export function turnsOf(incidents: readonly Incident[], field: 'reassignments' | 'reopened'): Turns | undefined {
  const counts = incidents.flatMap((incident) => incident[field] ?? [])
  if (counts.length === 0) return undefined
  return {
    told: counts.length,
    incidents: counts.filter((count) => count > 0).length,
    times: counts.reduce((sum, count) => sum + count, 0),
  }
}

/** Incidents whose end lies before their start, with the length that cannot be. */
export const faultsOf = (
  incidents: readonly Incident[],
  clock: Clock,
  now: Instant,
): readonly { readonly id: Id; readonly length: Duration }[] =>
  incidents.flatMap((incident) => {
    const reading = readClock(incident, clock, now)
    return reading.kind === 'fault' ? [{ id: incident.id, length: reading.length }] : []
  })
