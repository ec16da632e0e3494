import { timeText, zoneText } from '../time/format'
import type { Instant } from '../units'

/** What stands in one place of a table: a text, a number, several texts, or nothing. */
export type Cell = string | number | readonly string[] | undefined

export interface TableColumn {
  /** Names the field in JSON. Unique within a table. */
  readonly key: string
  readonly label: string
}

/** A table as it leaves the product: whole, and with what is needed to read it right without the product. */
export interface Table {
  readonly title: string
  /** One line each: filters, sources, time and zone, how many of how many, what is missing. */
  readonly scope: readonly string[]
  /** One line each: what letters, words and figures mean. */
  readonly definitions: readonly string[]
  readonly columns: readonly TableColumn[]
  /** Each as long as the columns. */
  readonly rows: readonly (readonly Cell[])[]
}

/** A cell as one text. Several texts are put apart by `; `, which no name should hold. */
export const cellText = (cell: Cell): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : cell.join('; ')

/** The ways a table can leave the product. */
export const tableFormats = ['csv', 'json', 'markdown'] as const
export type TableFormat = (typeof tableFormats)[number]

/** `Ownership by team` at a moment → `ownership-by-team-2026-11-20-0942-utc`. `scope` goes in between. */
export function fileStem(title: string, at: Instant, zone: string, scope = ''): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
  const words = [title, scope, day, timeText(at, zone).replace(':', ''), zoneText(at, zone)]
  return words
    .map((word) => slug(word.normalize('NFKD').replaceAll(/\p{M}/gu, '').replace('−', ' minus ')))
    .filter((word) => word !== '')
    .join('-')
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
