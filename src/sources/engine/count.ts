import { clocks, type Clock } from '../../domain/incident'
import type { Distribution, Summary, SummaryCell, SummaryQuestion } from '../../domain/summary'
import { emptyDistribution } from '../../domain/distribution'
import { addUp } from '../../domain/summarise'
import { numbers } from './arrays'
import { Axes } from './axes'
import { type Dealt, deal } from './cells'
import type { IncidentColumns } from './columns'
import { overStates } from './select'

/** Counts incidents in columns. Says exactly what `summarise` of the domain says of the same incidents. */
export interface Counter {
  /** To be called after every change of the incidents. */
  outdate(): void
  count(rows: Uint32Array, question: SummaryQuestion): Summary
}

/** What a clock can read, as a number. */
const missing = 0
const fault = 1
const closed = 2
const open = 3

/** Reads the clock of a row like `readClock`: the kind is returned, the length stands in `into[at]`. */
function reader(columns: IncidentColumns, clock: Clock, now: number) {
  const [from, to] = clocks[clock]
  const starts = columns.moment(from)
  const ends = columns.moment(to)
  const { opened, ended, state } = columns
  const over = overStates(state)
  const isOpen = (row: number): boolean => {
    const end = ended[row]!
    return opened[row]! <= now && (end === Number.POSITIVE_INFINITY ? over[state.codes[row]!] === 0 : now < end)
  }
  return (row: number, into: Float64Array, at: number): number => {
    const start = starts[row]!
    const end = ends[row]!
    if (Number.isNaN(start)) return missing
    if (!Number.isNaN(end)) {
      into[at] = end - start
      return end < start ? fault : closed
    }
    if (now < start || !isOpen(row)) return missing
    into[at] = now - start
    return open
  }
}

/** The lengths of one kind, behind one another cell by cell and sorted in each. */
function distributions(kind: number, kinds: Uint8Array, lengths: Float64Array, dealt: Dealt): readonly Distribution[] {
  const ends = numbers(dealt.cells.length)
  for (let at = 0; at < kinds.length; at += 1) if (kinds[at] === kind) ends[dealt.cellOf[at]!]! += 1
  let total = 0
  for (let cell = 0; cell < ends.length; cell += 1) {
    const count = ends[cell]!
    ends[cell] = total
    total += count
  }
  const starts = ends.slice()
  const values = new Float64Array(total)
  for (let at = 0; at < kinds.length; at += 1)
    if (kinds[at] === kind) {
      const cell = dealt.cellOf[at]!
      values[ends[cell]!] = lengths[at]!
      ends[cell]! += 1
    }
  return Array.from(starts, (start, cell) => ({
    kind: 'exact',
    values: Array.from(values.subarray(start, ends[cell]).sort()),
  }))
}

/** How often each cell occurs among the rows, or among those of one kind. */
function counts({ cellOf, cells }: Dealt, kinds?: Uint8Array, kind?: number): Uint32Array {
  const counted = numbers(cells.length)
  for (let at = 0; at < cellOf.length; at += 1) if (kinds?.[at] === kind) counted[cellOf[at]!]! += 1
  return counted
}

type Measured = Pick<SummaryCell, 'closed' | 'open' | 'missing' | 'faults'>
const unmeasured: Measured = { closed: emptyDistribution, open: emptyDistribution, missing: 0, faults: 0 }

/** What the clock reads in each cell. */
function measure(dealt: Dealt, read: ReturnType<typeof reader>): (cell: number) => Measured {
  const kinds = new Uint8Array(dealt.rows.length)
  const lengths = new Float64Array(dealt.rows.length)
  for (let at = 0; at < kinds.length; at += 1) kinds[at] = read(dealt.rows[at]!, lengths, at)
  const ended = distributions(closed, kinds, lengths, dealt)
  const burning = distributions(open, kinds, lengths, dealt)
  const without = counts(dealt, kinds, missing)
  const wrong = counts(dealt, kinds, fault)
  return (cell) => ({
    closed: ended[cell] ?? emptyDistribution,
    open: burning[cell] ?? emptyDistribution,
    missing: without[cell] ?? 0,
    faults: wrong[cell] ?? 0,
  })
}

export function counterOf(columns: IncidentColumns): Counter {
  const axes = new Axes(columns)
  return {
    outdate: () => axes.outdate(),
    count: (rows, { bucket, zone, by, clock, now }) => {
      const chosen = [axes.bucket(bucket, zone), ...by.map((dimension) => axes.dimension(dimension, zone))]
      const dealt = deal(rows, chosen)
      const counted = counts(dealt)
      const measured = clock === undefined ? () => unmeasured : measure(dealt, reader(columns, clock, now))
      const cells = dealt.cells.map((codes, cell): SummaryCell => {
        const [first = '', ...key] = codes.map((code, axis) => chosen[axis]?.text(code) ?? '')
        return { bucket: first, key, count: counted[cell] ?? 0, ...measured(cell) }
      })
      // Sorts the cells as the domain does, and joins a value that is '' with no value at all.
      return addUp(cells)
    },
  }
}
