import type { Incident } from '../../domain/incident'
import { CodeColumn, FloatColumn, ListColumn } from './arrays'

interface Holds<V> {
  hold(row: number, value: V): void
}

/** A column that a load does not pay for: made from the records when it is first read, and kept up with them from then on. */
export class Late<C extends Holds<V>, V> {
  private column: C | undefined
  private readonly make: () => C
  private readonly valueOf: (incident: Incident) => V

  constructor(make: () => C, valueOf: (incident: Incident) => V) {
    this.make = make
    this.valueOf = valueOf
  }

  /** Takes note of the record that now stands in the row. */
  hold(row: number, incident: Incident): void {
    this.column?.hold(row, this.valueOf(incident))
  }

  /** The column over all records, which stand in their rows. */
  over(incidents: readonly Incident[]): C {
    if (this.column) return this.column
    this.column = this.make()
    for (let row = 0; row < incidents.length; row += 1) this.hold(row, incidents[row]!)
    return this.column
  }
}

/** Texts of which a record has at most one. */
export const lateCodes = (textOf: (incident: Incident) => string | undefined) =>
  new Late<CodeColumn, string | undefined>(() => new CodeColumn(), textOf)

/** Texts of which a record has any number. */
export const lateLists = (textsOf: (incident: Incident) => readonly string[]) =>
  new Late<ListColumn, readonly string[]>(() => new ListColumn(), textsOf)

export const lateFloats = (numberOf: (incident: Incident) => number) =>
  new Late<FloatColumn, number>(() => new FloatColumn(), numberOf)
