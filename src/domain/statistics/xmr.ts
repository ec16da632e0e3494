import { quantile } from './quantile'

/** A count of one week, or another figure per period. A partial one is shown and takes no part. */
export interface XmrPoint {
  readonly value: number
  readonly partial?: boolean
}

/** A stretch over which the process kept one level. */
export interface XmrSegment {
  /** Indices of its first and last point among those given. */
  readonly from: number
  readonly to: number
  /** The mean. */
  readonly level: number
  /** Natural process limits. Absent with fewer than `fewest` points, where they would mean nothing. */
  readonly limits?: { readonly lower: number; readonly upper: number }
}

/** Where a point or run lies, seen from the level. */
export type Side = 'above' | 'below'

/** What common variation does not explain. `shift`: from that point on there is a new level. */
export type XmrSignal =
  | { readonly kind: 'outside'; readonly at: number; readonly side: Side }
  | { readonly kind: 'run'; readonly from: number; readonly to: number; readonly side: Side }
  | {
      readonly kind: 'shift'
      readonly at: number
      readonly side: Side
      readonly before: number
      readonly after: number
    }

/** An individuals chart: stretches of one level, and what stands out from them. Positions count the points given, from 0. */
export interface XmrChart {
  readonly segments: readonly XmrSegment[]
  /** In the order of the points. */
  readonly signals: readonly XmrSignal[]
}

/** So many points in a row on one side of the level are a signal. */
export const runLength = 8
/** Fewer points than this have no limits, and no level is judged by fewer. */
export const fewest = 8
/** 3 standard deviations in units of the mean moving range of two neighbours: 3 / d₂ = 3 / 1.128. */
const perMovingRange = 2.66

/** A complete point with its place among those given. */
interface Placed {
  readonly index: number
  readonly value: number
}

const meanOf = (points: readonly Placed[]): number => points.reduce((sum, { value }) => sum + value, 0) / points.length

function squaresOf(points: readonly Placed[]): number {
  const mean = meanOf(points)
  return points.reduce((sum, { value }) => sum + (value - mean) ** 2, 0)
}

const sideOf = (value: number, level: number): Side | undefined =>
  value > level ? 'above' : value < level ? 'below' : undefined

/** The side of every level that all points lie on, if they share one. */
function commonSide(points: readonly Placed[], levels: readonly number[]): Side | undefined {
  const sides = new Set(points.flatMap(({ value }) => levels.map((level) => sideOf(value, level))))
  return sides.size === 1 ? [...sides][0] : undefined
}

/** Whether `runLength` points from there on lie on one side of all that the level before can mean. */
function isShift(points: readonly Placed[], at: number, whole: number): boolean {
  const run = points.slice(at, at + runLength)
  if (commonSide(run, [whole]) === undefined) return false
  const before = points.slice(0, at)
  const middle = quantile(
    before.map(({ value }) => value),
    0.5,
  )
  return commonSide(run, [whole, meanOf(before), middle ?? whole]) !== undefined
}

/** The places from `first` up to `last`. */
const placesOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

/**
 * Where a stretch breaks into two levels. A shift is signalled where a run lies on one side of the level of the whole
 * stretch, and also of the mean and the median of what came before (so that one extreme week makes no shift). The break
 * is put where it leaves the least squares about two means: among the signalled places, then up to one run earlier,
 * for the first weeks of a new level need not all lie beyond the mean of both.
 */
function breakOf(points: readonly Placed[]): number | undefined {
  const whole = meanOf(points)
  const squares = (at: number) => squaresOf(points.slice(0, at)) + squaresOf(points.slice(at))
  const least = (places: readonly number[]) =>
    places
      .map((at) => ({ at, left: squares(at) }))
      .reduce<{ at: number; left: number } | undefined>(
        (best, each) => (best !== undefined && best.left <= each.left ? best : each),
        undefined,
      )?.at
  const signalled = least(placesOf(fewest, points.length - runLength).filter((at) => isShift(points, at, whole)))
  return signalled === undefined ? undefined : least(placesOf(Math.max(fewest, signalled - runLength), signalled))
}

function stretches(points: readonly Placed[]): readonly (readonly Placed[])[] {
  const at = breakOf(points)
  return at === undefined ? [points] : [...stretches(points.slice(0, at)), ...stretches(points.slice(at))]
}

function segmentOf(points: readonly Placed[], lowest: number): XmrSegment {
  const level = meanOf(points)
  const from = points[0]?.index ?? 0
  const to = points.at(-1)?.index ?? from
  if (points.length < fewest) return { from, to, level }
  const ranges = points.slice(1).map(({ value }, index) => Math.abs(value - (points[index]?.value ?? value)))
  const width = (perMovingRange * ranges.reduce((sum, range) => sum + range, 0)) / ranges.length
  return { from, to, level, limits: { lower: Math.max(lowest, level - width), upper: level + width } }
}

function outsideOf(points: readonly Placed[], { limits }: XmrSegment): readonly XmrSignal[] {
  if (limits === undefined) return []
  return points.flatMap(({ index, value }): XmrSignal[] => {
    if (value > limits.upper) return [{ kind: 'outside', at: index, side: 'above' }]
    return value < limits.lower ? [{ kind: 'outside', at: index, side: 'below' }] : []
  })
}

/** Runs about a level that had too few points around them to be a level of their own. */
function runsOf(points: readonly Placed[], { level }: XmrSegment): readonly XmrSignal[] {
  const signals: XmrSignal[] = []
  let run: Placed[] = []
  const end = () => {
    const [first] = run
    const last = run.at(-1)
    const side = first && sideOf(first.value, level)
    if (first && last && side && run.length >= runLength)
      signals.push({ kind: 'run', from: first.index, to: last.index, side })
  }
  for (const point of points) {
    const [first] = run
    const side = sideOf(point.value, level)
    if (side !== undefined && first && sideOf(first.value, level) === side) run.push(point)
    else {
      end()
      run = side === undefined ? [] : [point]
    }
  }
  end()
  return signals
}

const placeOf = (signal: XmrSignal): number => (signal.kind === 'run' ? signal.from : signal.at)

/**
 * The process behaviour chart of individual values (XmR): level = mean, limits = mean ± 2.66 × mean moving range; no
 * limit below `lowest` (0 for counts and lengths). W. A. Shewhart, "Economic Control of Quality", 1931; the form and the
 * runs of 8 after D. J. Wheeler, "Understanding Variation", 1993. Signals: a point outside the limits, or a run of 8 on
 * one side; a signalled shift starts a new level with limits of its own. A run counts as a shift when at least `fewest`
 * points came before it.
 */
export function xmr(points: readonly XmrPoint[], lowest = 0): XmrChart {
  const complete = points.flatMap(({ value, partial }, index) => (partial === true ? [] : [{ index, value }]))
  if (complete.length === 0) return { segments: [], signals: [] }
  const parts = stretches(complete).map((part) => ({ part, segment: segmentOf(part, lowest) }))
  const signals = parts.flatMap(({ part, segment }, index): readonly XmrSignal[] => {
    const before = parts[index - 1]?.segment.level
    const side = before === undefined ? undefined : sideOf(segment.level, before)
    const shift: XmrSignal[] =
      before === undefined || side === undefined
        ? []
        : [{ kind: 'shift', at: segment.from, side, before, after: segment.level }]
    return [...shift, ...outsideOf(part, segment), ...runsOf(part, segment)]
  })
  return {
    segments: parts.map(({ segment }) => segment),
    signals: signals.toSorted((left, right) => placeOf(left) - placeOf(right)),
  }
}
