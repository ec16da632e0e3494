import type { FigureTable, ShareCurve, ShareModel } from '../../../charts'
import { severityLook, severityLooks } from '../../../charts/severity'
import { countOf, quantileOf } from '../../../domain/distribution'
import { kaplanMeier, lengthFor, type SurvivalCurve } from '../../../domain/statistics/kaplanMeier'
import { collapse } from '../../../domain/summarise'
import type { Distribution, Summary, SummaryCell } from '../../../domain/summary'
import { day24, hour, minute } from '../../../domain/units'
import type { ReadingsAt, ReadingWord } from './quantiles'
import { count, counted, leftOut, lengthText } from './words'

/** With fewer incidents a curve is a staircase of luck: it is told in the table, not drawn. */
export const fewestForCurve = 5

/** How long it took, told three ways. */
export interface ShareView {
  /** Undefined with too few incidents to draw anything. */
  readonly model: ShareModel | undefined
  readonly table: FigureTable
  readonly sentence: string
  /** What the switch to closed ones shows; undefined while it is off. */
  readonly bias: string | undefined
  /** Severities with some, but too few, incidents. */
  readonly few: readonly string[]
}

const marks = [
  [minute, '1 min'],
  [5 * minute, '5 min'],
  [15 * minute, '15 min'],
  [hour, '1 h'],
  [4 * hour, '4 h'],
  [12 * hour, '12 h'],
  [day24, '1 d'],
  [3 * day24, '3 d'],
  [7 * day24, '1 wk'],
  [14 * day24, '2 wk'],
  [30 * day24, '30 d'],
  [90 * day24, '90 d'],
  [365 * day24, '1 y'],
] as const

const resolution = 140

/** Times on a logarithmic grid from where the fastest end to where nearly all have. */
function timesFor(closed: Distribution): readonly number[] {
  const fastest = Math.max(minute, quantileOf(closed, 0.02) ?? minute)
  const longest = Math.max(8 * fastest, 1.3 * (quantileOf(closed, 0.99) ?? 0))
  return Array.from({ length: resolution }, (_, index) => fastest * (longest / fastest) ** (index / (resolution - 1)))
}

/** The share done at each time, in one pass; undefined once nobody has been watched that long. */
export function sharesAt({ steps, longest }: SurvivalCurve, times: readonly number[]): readonly (number | undefined)[] {
  let next = 0
  let share = 0
  return times.map((time) => {
    for (let step = steps[next]; step && step.at <= time; step = steps[++next]) share = step.share
    return time > longest && share < 1 ? undefined : share
  })
}

/** The 95 % interval of the share at each time; undefined before the first end, and where it cannot be told. */
function bandsAt({ steps, longest }: SurvivalCurve, times: readonly number[]): ShareCurve['bands'] {
  let next = 0
  let band: SurvivalCurve['steps'][number]['band']
  return times.map((time) => {
    for (let step = steps[next]; step && step.at <= time; step = steps[++next]) band = step.band
    return time > longest ? undefined : band
  })
}

interface Part extends SummaryCell {
  readonly curve: SurvivalCurve
}

const part = (cell: SummaryCell): Part => ({ ...cell, curve: kaplanMeier(cell.closed, cell.open) })
const nothing: Distribution = { kind: 'exact', values: [] }

const row = (label: string, { count: n, closed, open, missing, faults, curve }: Part): readonly string[] => [
  label,
  count(n),
  count(countOf(closed)),
  count(countOf(open)),
  count(missing + faults),
  lengthText(quantileOf(closed, 0.5)),
  lengthText(quantileOf(closed, 0.9)),
  lengthText(lengthFor(curve, 0.5)),
  lengthText(lengthFor(curve, 0.9)),
]

const everyReading = ['closed', 'open', 'missing', 'fault'] as const

/** Where those behind each number of a row are listed. A length is that of all it was reckoned from. */
function linksOf({ closed, open, missing, faults }: Part, at: (...readings: ReadingWord[]) => string) {
  const [ended, burning] = [countOf(closed), countOf(open)]
  const linked = (n: number, ...readings: ReadingWord[]) => (n > 0 ? at(...readings) : undefined)
  const lengths = linked(ended, 'closed')
  const both = linked(ended + burning, 'closed', 'open')
  return [
    undefined,
    at(...everyReading),
    lengths,
    linked(burning, 'open'),
    linked(missing + faults, 'missing', 'fault'),
    lengths,
    lengths,
    both,
    both,
  ]
}

const columns = [
  'Severity',
  'n',
  'Ended',
  'Open',
  'Left out',
  'Median',
  'p90',
  'Median, open counted',
  'p90, open counted',
]

/** One sentence: what half and nine in ten took, over how many, and what is not in it. */
function sentenceOf({ curve, count: n, missing, faults }: Part, done: string): string {
  const measured = curve.count
  const out = leftOut(missing, faults)
  if (measured === 0) return `No length can be told: of ${counted(n, 'incident')}, ${out || 'none has both moments'}.`
  const [half, most] = [lengthFor(curve, 0.5), lengthFor(curve, 0.9)]
  const parts = [
    half === undefined ? `fewer than half are ${done} so far` : `half are ${done} within ${lengthText(half)}`,
    most === undefined ? 'nine in ten not yet' : `nine in ten within ${lengthText(most)}`,
  ]
  const open = curve.open > 0 ? `, the ${count(curve.open)} still open counted` : ''
  const text = `${parts.join(', ')}${open}; n = ${count(measured)}${out && `; ${out}`}.`
  return text[0]?.toUpperCase() + text.slice(1)
}

/** What leaving the open ones out would make of it, in words. */
function biasOf({ curve, closed }: Part, done: string): string {
  if (curve.open === 0) return 'None is open: the same curves with and without the open ones.'
  const told = (share: number) => {
    const honest = lengthFor(curve, share)
    const flattered = lengthText(lengthFor(kaplanMeier(closed, nothing), share))
    return `within ${flattered} instead of ${honest === undefined ? 'not yet' : lengthText(honest)}`
  }
  return `With ${counted(curve.open, 'open one')} left out (dashed), half would seem ${done} ${told(0.5)}, nine in ten ${told(0.9)}.`
}

export interface ShareWish {
  /** The word for the end: "resolved". */
  readonly done: string
  /** Where the incidents of a severity with those readings are listed. */
  readonly to: ReadingsAt
  /** Draws beside each curve what it would be with the open ones left out. */
  readonly closedOnly?: boolean
}

/**
 * Share done within t per severity, from a summary by severity that measured a clock. Bands are pointwise
 * 95 % intervals: Greenwood's variance on the scale log(−log S), see `kaplanMeier`.
 */
export function shareView(summary: Summary, { done, to, closedOnly = false }: ShareWish): ShareView {
  const bySeverity = collapse(summary, [0], true).cells.map(part)
  const [sum] = collapse(summary, [], true).cells
  const all = sum ? part(sum) : undefined
  const looks = severityLooks(bySeverity.map(({ key }) => key[0] ?? ''))
  const parts = looks.flatMap((look) => {
    const found = bySeverity.find(({ key }) => severityLook(key[0] ?? '').key === look.key)
    return found ? [{ look, part: found }] : []
  })
  const enough = parts.filter(({ part: { curve } }) => curve.count >= fewestForCurve)
  const table = {
    caption: `Time until ${done}, by severity`,
    columns,
    rows: [
      ...parts.map(({ look, part: each }) => ({
        key: look.key,
        cells: row(look.label, each),
        to: to(look.key, everyReading),
        links: linksOf(each, (...readings) => to(look.key, readings)),
      })),
      ...(all
        ? [{ key: 'all', cells: row('All', all), links: linksOf(all, (...readings) => to(undefined, readings)) }]
        : []),
    ],
  }
  const few = parts.filter(({ part: { curve } }) => curve.count > 0 && curve.count < fewestForCurve)
  return {
    table,
    few: few.map(({ look, part: { curve } }) => `${look.label} (n = ${curve.count})`),
    sentence: all ? sentenceOf(all, done) : 'No incidents.',
    bias: closedOnly && all ? biasOf(all, done) : undefined,
    model: all && enough.length > 0 ? modelOf(enough, all, to, closedOnly) : undefined,
  }
}

function modelOf(
  enough: readonly { readonly look: ReturnType<typeof severityLook>; readonly part: Part }[],
  all: Part,
  to: ReadingsAt,
  closedOnly: boolean,
): ShareModel {
  const times = timesFor(all.closed)
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0]
  const curves = enough.map(({ look, part: { curve } }): ShareCurve => ({
    ...look,
    shares: sharesAt(curve, times),
    ...(!closedOnly && { bands: bandsAt(curve, times) ?? [] }),
    closed: curve.count - curve.open,
    open: curve.open,
    to: to(look.key, ['closed', 'open']),
  }))
  const flattered = enough.flatMap(({ look, part: { closed, curve } }): readonly ShareCurve[] =>
    curve.open === 0
      ? []
      : [
          {
            ...look,
            key: `${look.key}-closed`,
            label: `${look.label}, closed only`,
            hint: true,
            shares: sharesAt(kaplanMeier(closed, nothing), times),
            closed: countOf(closed),
            open: 0,
          },
        ],
  )
  const hint: ShareCurve = {
    key: 'closed-only',
    label: 'All, if the open ones were left out',
    fill: 'var(--faint)',
    hint: true,
    shares: sharesAt(kaplanMeier(all.closed, nothing), times),
    closed: countOf(all.closed),
    open: 0,
  }
  return {
    times,
    curves: closedOnly ? [...curves, ...flattered] : all.curve.open > 0 ? [...curves, hint] : curves,
    ticks: marks.filter(([at]) => at >= first && at <= last).map(([at, label]) => ({ at, label })),
  }
}
