import type { Letter } from './raciLetters'

/** A row of a table as read from text, and the line it begins on, from 1. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
  /** Why the row could not be taken apart. Then `cells` holds its text as it stood. */
  readonly fault?: string
}

/**
 * How the table lies: activities down and parties across, the other way round, or activities down and roles across with
 * names in the cells.
 */
export const layouts = ['parties-across', 'activities-across', 'roles-across'] as const
export type Layout = (typeof layouts)[number]

/** What a name of the table may be known as. */
export interface Known {
  readonly party: (name: string) => boolean
  readonly activity: (name: string) => boolean
  readonly workload: (name: string) => boolean
}

/** Something wrong in one place, and how to mend it. */
export interface RaciFault {
  readonly line: number
  /** As spreadsheets letter them; absent where it concerns the whole row. */
  readonly column?: string
  readonly text: string
}

/** One cell: what stands where a party and an activity meet. */
export interface RaciCell {
  readonly line: number
  readonly column: string
  /** The party as written. */
  readonly party: string
  readonly text: string
}

/** One activity of the table, as written. */
export interface RaciEntry {
  /** Tells it from the others of the table. */
  readonly key: string
  readonly line: number
  readonly name: string
  readonly id?: string
  readonly workload?: string
  readonly cells: readonly RaciCell[]
  readonly faults: readonly RaciFault[]
}

/** A table taken apart. Every row of it is in `entries`, `faults` or `leftOut`. */
export interface RaciSheet {
  readonly layout: Layout
  readonly entries: readonly RaciEntry[]
  /** Rows that are no entry. */
  readonly faults: readonly (RaciFault & { readonly cells: readonly string[] })[]
  /** The parties of the table, in its order. */
  readonly parties: readonly string[]
  /** Of a table of roles: those that have a column. */
  readonly letters?: ReadonlySet<Letter>
  /** What holds no ownership: columns of other things, titles over the table. */
  readonly leftOut: readonly string[]
  /** Cells of the header, for a copy of what could not be read. */
  readonly header: readonly string[]
}

/** `A`, `Z`, `AA`: as spreadsheets name the columns, from 0. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`
