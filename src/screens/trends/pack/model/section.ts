import type { Verdict } from '../../model/compare'
import type { HeadFigure } from '../../model/figures'
import type { FigureWords } from '../../model/headWords'

/** The parts of the pack in the order of the meeting. */
export const sectionKeys = [
  'figures',
  'signals',
  'problems',
  'unheld',
  'overdue',
  'reviews',
  'ownership',
  'lessons',
  'factors',
  'rules',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** What stands in one place of a table: the text that is shown, and where its records are. */
export interface Place {
  readonly text: string
  readonly to?: string | undefined
  readonly tone?: Verdict['tone']
}

export interface Row {
  readonly key: string
  /** As long as the columns. The first names the row. */
  readonly cells: readonly Place[]
}

/** A head figure with what is needed to check it. */
export interface CheckedFigure extends HeadFigure, FigureWords {
  /** Whose method the verdict is. */
  readonly source: string
}

/** One part of the pack: the same on the page, on paper and in files. */
export interface Section {
  readonly key: SectionKey
  readonly title: string
  /** `failed`: nothing answered. `absent`: no source here tells of it. */
  readonly state: 'loading' | 'failed' | 'absent' | 'ready'
  /** Whole sentences: what is looked at, n of N, what was left out, or why there is nothing. */
  readonly told: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** The head figures, in the order of the rows. */
  readonly figures?: readonly CheckedFigure[]
}

/** What a section says before its rows are there. */
export interface Reading {
  readonly state: Section['state']
  readonly missing: readonly { readonly source: string; readonly error: Pick<Error, 'message'> }[]
}

/** A section without rows: it is being read, could not be, or nobody tells of it. */
export function withoutRows(key: SectionKey, title: string, { state, missing }: Reading, what: string): Section {
  const told = {
    loading: `${what}: being read.`,
    absent: `No source here tells ${what}.`,
    failed: `${what} could not be read: ${missing.map(({ source, error }) => `${source}: ${error.message}`).join('; ')}.`,
    ready: '',
  }
  return { key, title, state, told: [told[state]], columns: [], rows: [] }
}

export const text = (value: string): Place => ({ text: value })
