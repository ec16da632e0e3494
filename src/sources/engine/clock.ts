import { type Clock, clocks, type Reading } from '../../domain/incident'
import type { Reckoning } from '../../domain/dimension'
import { floats } from './arrays'
import type { IncidentColumns } from './columns'
import { type Bins, binsFor } from './lengths'

/** What a clock can read; its place here is the number that stands for it. */
export const readings = ['missing', 'fault', 'closed', 'open'] as const satisfies readonly Reading['kind'][]
export const missing = 0
export const fault = 1
export const closed = 2
export const open = 3

/** Whether the incident of a row is open at a moment, as `isOpenAt` says. */
export function opennessOf({ opened, ended, state }: IncidentColumns): (row: number, at: number) => boolean {
  const over = state.dictionary.mask(['resolved', 'closed'])
  return (row, at) => {
    const end = ended[row]!
    return opened[row]! <= at && (end === Number.POSITIVE_INFINITY ? over[state.codes[row]!] === 0 : at < end)
  }
}

/** When the incident of each row was open no more, as `stoppedAt` says; +Infinity where it is. */
export function stopsOf({ opened, ended, state, count }: IncidentColumns): Float64Array {
  const over = state.dictionary.mask(['resolved', 'closed'])
  const stops = floats(count)
  for (let row = 0; row < count; row += 1) {
    const end = ended[row]!
    const burns = end === Number.POSITIVE_INFINITY && over[state.codes[row]!] === 0
    stops[row] = burns ? end : end === Number.POSITIVE_INFINITY ? opened[row]! : Math.max(end, opened[row]!)
  }
  return stops
}

/** Reads the clock of a row like `readAsOf`: the kind is returned, the length stands in `into[at]`. */
export function clockReader(
  columns: IncidentColumns,
  clock: Clock,
  { now, locked }: Pick<Reckoning, 'now' | 'locked'>,
) {
  const [from, to] = clocks[clock]
  const starts = columns.moment(from)
  const ends = columns.moment(to)
  const isOpen = opennessOf(columns)
  return (row: number, into: Float64Array, at: number): number => {
    const start = starts[row]!
    const end = ends[row]!
    if (Number.isNaN(start)) return missing
    if (!Number.isNaN(end)) {
      into[at] = end - start
      if (end < start) return fault
      if (!locked || end <= now) return closed
      if (start > now) return missing
      into[at] = now - start
      return open
    }
    if (now < start || !isOpen(row, now)) return missing
    into[at] = now - start
    return open
  }
}

/** The bin of the length of each row whose clock has ended. */
export function binsOf(columns: IncidentColumns, clock: Clock): Bins {
  const [from, to] = clocks[clock]
  const starts = columns.moment(from)
  const ends = columns.moment(to)
  const lengths = floats(columns.count)
  for (let row = 0; row < columns.count; row += 1) lengths[row] = ends[row]! - starts[row]!
  return binsFor(lengths)
}
