import type { Summary } from '../../../domain/summary'
import { type Bucket, buckets } from '../../../domain/time/buckets'
import { type Instant, instant, parseInstant } from '../../../domain/units'

/**
 * The same incidents counted twice, by when they opened and by when they were open no more. As many are open at a moment
 * as had opened by then, less those that had stopped by then.
 */
export interface Changes {
  readonly opened: Summary
  readonly stopped: Summary
}

/** Days that may hold the most, and how far that is known without looking at each moment of them. */
export interface Narrowed {
  /** The stretch to look at moment by moment; undefined where none was ever open. */
  readonly stretch: { readonly from: Instant; readonly to: Instant } | undefined
  /** Outside the stretch there were never more than these. */
  readonly outside: number
}

/** The most that were open at one moment, and the first such moment. */
export interface MostOpen {
  readonly count: number
  readonly at: Instant
}

/** Most changes that are looked at one by one: more would be as many as there are records. */
const mostChanges = 20_000

const counts = ({ cells }: Summary): ReadonlyMap<string, number> =>
  new Map(cells.flatMap(({ bucket, count }) => (bucket === '' ? [] : [[bucket, count]])))

interface Day extends Pick<Bucket, 'start' | 'end'> {
  /** Open when it begins, opened in it, stopped in it. */
  readonly before: number
  readonly opened: number
  readonly stopped: number
}

function daysOf(changes: Changes, from: Instant, to: Instant, zone: string): readonly Day[] {
  const all = buckets(from, to, 'day', zone)
  const [opened, stopped] = [counts(changes.opened), counts(changes.stopped)]
  const first = all[0]?.label ?? ''
  const earlier = (of: ReadonlyMap<string, number>) =>
    [...of].reduce((sum, [label, count]) => (label < first ? sum + count : sum), 0)
  let open = earlier(opened) - earlier(stopped)
  return all.map(({ start, end, label }) => {
    const day = { start, end, before: open, opened: opened.get(label) ?? 0, stopped: stopped.get(label) ?? 0 }
    open += day.opened - day.stopped
    return day
  })
}

/**
 * Which days may hold the most of [from, to), told from counts per day: no moment of a day has more than were open when it
 * began and opened in it, and at its end so many less those that stopped were. Where the days hold too many changes to
 * look at each, those with the most stay.
 */
export function narrow(changes: Changes, from: Instant, to: Instant, zone: string): Narrowed {
  const days = daysOf(changes, from, to, zone)
  // Where none opens there is no more than at the end of the day before.
  const highest = (day: Day) => (day.opened > 0 || day === days[0] ? day.before + day.opened : 0)
  const sure = Math.max(0, ...days.map(({ before, opened, stopped }) => before + opened - stopped))
  const likely = days
    .map((day, index) => ({ index, highest: highest(day) }))
    .filter((day) => day.highest > 0 && day.highest >= sure)
    .toSorted((left, right) => right.highest - left.highest)
  const [top] = likely
  if (!top) return { stretch: undefined, outside: 0 }
  let [low, high] = [top.index, top.index]
  const changesIn = (first: number, last: number) =>
    days.slice(first, last + 1).reduce((sum, { opened, stopped }) => sum + opened + stopped, days[first]?.before ?? 0)
  for (const { index } of likely) {
    const [first, last] = [Math.min(low, index), Math.max(high, index)]
    if (changesIn(first, last) <= mostChanges) [low, high] = [first, last]
  }
  const [begin, end] = [days[low], days[high]]
  const outside = days.filter((_day, index) => index < low || index > high).map(highest)
  return {
    stretch: begin && end && { from: instant(Math.max(begin.start, from)), to: instant(Math.min(end.end, to)) },
    outside: Math.max(0, ...outside),
  }
}

/** The most of [from, to), from counts per instant of all that burned in it. Undefined where none was open. */
export function mostOpenIn(changes: Changes, from: Instant, to: Instant): MostOpen | undefined {
  const steps = new Map<number, number>()
  const add = (summary: Summary, sign: number) => {
    for (const [label, count] of counts(summary)) {
      const at = Math.max(parseInstant(label) ?? 0, from)
      steps.set(at, (steps.get(at) ?? 0) + sign * count)
    }
  }
  add(changes.opened, 1)
  add(changes.stopped, -1)
  let open = 0
  let most: MostOpen | undefined
  for (const [at, step] of [...steps].toSorted(([left], [right]) => left - right)) {
    if (at >= to) break
    open += step
    if (open > (most?.count ?? 0)) most = { count: open, at: instant(at) }
  }
  return most
}
