import { pathTo } from '../../../app/paths'
import type { FigureTable, ShareCurve, ShareModel } from '../../../charts'
import { countOf, mergeDistributions, quantileOf } from '../../../domain/distribution'
import type { Problem } from '../../../domain/problem'
import { type ProblemAges, problemAges } from '../../../domain/problemRates'
import { kaplanMeier, lengthFor, type SurvivalCurve } from '../../../domain/statistics/kaplanMeier'
import { day24 } from '../../../domain/units'
import { fewestForCurve, sharesAt } from './share'
import type { Span } from './range'
import { count, counted, lengthText } from './words'

const marks = [
  [7 * day24, '1 wk'],
  [30 * day24, '30 d'],
  [90 * day24, '90 d'],
  [180 * day24, '180 d'],
  [365 * day24, '1 y'],
  [730 * day24, '2 y'],
] as const
const resolution = 120

interface Part extends ProblemAges {
  readonly key: string
  readonly label: string
  readonly fill: string
  readonly curve: SurvivalCurve
}

export interface AgesView {
  /** Undefined with too few problems to draw anything. */
  readonly model: ShareModel | undefined
  readonly table: FigureTable
  readonly sentence: string
}

const percent = (share: number) => `${Math.round(100 * share)} %`

/** The share still open after a time, with its interval; `not known yet` past the longest that anybody has watched. */
function openAfter({ steps, longest }: SurvivalCurve, time: number): string {
  const step = steps.findLast(({ at }) => at <= time)
  const share = step?.share ?? 0
  if (time > longest && share < 1) return 'not known yet'
  const band = step?.band
  return `${percent(1 - share)}${band ? ` (${percent(1 - band.high)}–${percent(1 - band.low)})` : ''}`
}

const rowOf = ({ label, key, curve, missing, faults }: Part) => ({
  key,
  cells: [
    label,
    count(curve.count),
    count(curve.open),
    count(missing + faults),
    lengthText(lengthFor(curve, 0.5)),
    ...marks.map(([at]) => openAfter(curve, at)),
  ],
})

/**
 * How long problems stay open, of all and of those opened in the range: the share that has a fix within t by Kaplan and
 * Meier, those still open counted up to their age.
 */
export function agesView(problems: readonly Problem[], span: Span): AgesView {
  const inRange = problems.filter(({ opened }) => opened !== undefined && opened >= span.from && opened < span.to)
  const part = (key: string, label: string, fill: string, some: readonly Problem[]): Part => {
    const ages = problemAges(some, span.now)
    return { key, label, fill, ...ages, curve: kaplanMeier(ages.closed, ages.open) }
  }
  const all = part('all', 'All problems', 'var(--accent)', problems)
  const parts = [all, part('range', 'Opened in the range', 'var(--warn)', inRange)]
  const half = lengthFor(all.curve, 0.5)
  const left = all.missing + all.faults
  return {
    model: modelOf(parts.filter(({ curve }) => curve.count >= fewestForCurve)),
    sentence:
      `${half === undefined ? 'Fewer than half have a fix so far' : `Half have a fix within ${lengthText(half)}`}; ` +
      `${openAfter(all.curve, 90 * day24)} are still open after 90 d (n = ${count(all.curve.count)}, ${counted(all.curve.open, 'open one', 'open ones')} counted up to now). ` +
      `A resolved problem ends with its newest fix; ${count(left)} left out, without a beginning or a fix that says when.`,
    table: {
      caption: 'How long problems stay open (95 % interval)',
      columns: ['Problems', 'n', 'Open', 'Left out', 'Half within', ...marks.map(([, label]) => `Open after ${label}`)],
      rows: parts.map(rowOf),
    },
  }
}

function modelOf(parts: readonly Part[]): ShareModel | undefined {
  if (parts.length === 0) return undefined
  const lengths = mergeDistributions(parts.flatMap(({ closed, open }) => [closed, open]))
  const first = Math.max(day24, quantileOf(lengths, 0.02) ?? day24)
  const last = Math.max(8 * first, quantileOf(lengths, 1) ?? 0)
  const times = Array.from({ length: resolution }, (_, index) => first * (last / first) ** (index / (resolution - 1)))
  return {
    times,
    curves: parts.map(({ key, label, fill, closed, curve }): ShareCurve => ({
      key,
      label,
      fill,
      shares: sharesAt(curve, times),
      closed: countOf(closed),
      open: curve.open,
      // Every problem there is: the list of them shows the same. Those of a range it cannot narrow to.
      ...(key === 'all' && { to: pathTo('problems', {}) }),
    })),
    ticks: marks.filter(([at]) => at >= first && at <= last).map(([at, label]) => ({ at, label })),
  }
}
