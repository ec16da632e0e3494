import type { BucketSize, Dimension } from '../../domain/summary'
import { bucketLabeller } from '../../domain/time/buckets'
import { hourOfWeek, localDay, type OffsetSegment, offsetSegments } from '../../domain/time/zone'
import { day24, instant } from '../../domain/units'
import { bytes, CodeColumn, type ListColumn, numbers } from './arrays'
import type { IncidentColumns } from './columns'

/** What rows are counted by: a code for each row, or a list of codes, and the text of each code. */
export interface Axis {
  /** Codes are below this. */
  readonly size: number
  readonly text: (code: number) => string
  readonly of: { readonly codes: Uint32Array | Uint8Array } | { readonly lists: ListColumn }
}

const single = ({ codes, dictionary }: CodeColumn): Axis => ({
  size: dictionary.texts.length,
  text: (code) => dictionary.texts[code] ?? '',
  of: { codes },
})

const several = (lists: ListColumn): Axis => ({
  size: lists.dictionary.texts.length,
  text: (code) => lists.dictionary.texts[code] ?? '',
  of: { lists },
})

const numbered = (codes: Uint8Array, size: number, text: (code: number) => string): Axis => ({
  size,
  text,
  of: { codes },
})

/** All incidents in one. */
const undivided = (length: number): Axis => numbered(bytes(length), 1, () => '')

/** Columns that depend on the zone, made when first asked for and kept until an incident changes. */
export class Axes {
  private readonly columns: IncidentColumns
  private readonly kept = new Map<string, Axis>()

  constructor(columns: IncidentColumns) {
    this.columns = columns
  }

  /** To be called after every change of the incidents. */
  outdate(): void {
    this.kept.clear()
  }

  bucket(size: BucketSize | undefined, zone: string): Axis {
    return this.keep(`${size ?? ''} ${zone}`, () =>
      size === undefined ? undivided(this.columns.count) : this.bucketAxis(size, this.segments(zone)),
    )
  }

  dimension(dimension: Dimension, zone: string): Axis {
    const { severity, state, team, workloads, problem, labels } = this.columns
    switch (dimension) {
      case 'severity':
        return numbered(severity, 6, (code) => (code === 0 ? '' : String(code)))
      case 'state':
        return single(state)
      case 'team':
        return single(team)
      case 'workload':
        return several(workloads)
      case 'problem':
        return single(problem)
      case 'label':
        return several(labels)
      case 'hourOfWeek':
        return this.keep(`hour ${zone}`, () => numbered(this.hours(this.segments(zone)), 168, String))
    }
  }

  private keep(name: string, make: () => Axis): Axis {
    const axis = this.kept.get(name) ?? make()
    this.kept.set(name, axis)
    return axis
  }

  private segments(zone: string): readonly OffsetSegment[] {
    const { opened, count } = this.columns
    let from = count === 0 ? 0 : Number.POSITIVE_INFINITY
    let to = count === 0 ? 0 : Number.NEGATIVE_INFINITY
    for (let row = 0; row < count; row += 1) {
      from = Math.min(from, opened[row]!)
      to = Math.max(to, opened[row]!)
    }
    return offsetSegments(instant(from - day24), instant(to + day24), zone)
  }

  private hours(segments: readonly OffsetSegment[]): Uint8Array {
    const { opened, count } = this.columns
    const hours = bytes(count)
    for (let row = 0; row < count; row += 1) hours[row] = hourOfWeek(instant(opened[row]!), segments)
    return hours
  }

  /** The calendar is asked once for each day; other rows of that day take its code. */
  private bucketAxis(size: BucketSize, segments: readonly OffsetSegment[]): Axis {
    const { opened, count } = this.columns
    const label = bucketLabeller(size, segments)
    const column = new CodeColumn()
    const codeOfDay = new Map<number, number>()
    const codes = numbers(count)
    for (let row = 0; row < count; row += 1) {
      const at = instant(opened[row]!)
      const day = localDay(at, segments)
      let code = codeOfDay.get(day)
      if (code === undefined) {
        code = column.dictionary.code(label(at))
        codeOfDay.set(day, code)
      }
      codes[row] = code
    }
    column.codes = codes
    return single(column)
  }
}
