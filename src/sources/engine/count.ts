import type { Clock } from '../../domain/incident'
import type { SummaryQuestion } from '../../domain/summary'
import type { Axes } from './axes'
import { type Axis, Kept } from './axis'
import { clockReader } from './clock'
import type { IncidentColumns } from './columns'
import { deal } from './deal'
import { measured, type Read, readRows } from './measured'
import { packed, type Parcel } from './parcel'

/** Counts incidents in columns. Says exactly what `summarise` of the domain says of the same incidents. */
export interface Counter {
  count(rows: Uint32Array, question: SummaryQuestion): Parcel
}

/** The ranks of axes' texts, in which dealt cells are told. */
export const ranksOfAll = (axes: readonly Axis[]) => axes.map(({ ranks }) => ranks())

export function counterOf(columns: IncidentColumns, axes: Axes): Counter {
  // The questions of one screen read the same clocks of the same rows.
  let latest: Uint32Array | undefined
  let kept = new Kept<Read>()
  const readOf = (rows: Uint32Array, clock: Clock, { now, locked }: SummaryQuestion): Read => {
    if (rows !== latest) kept = new Kept()
    latest = rows
    const read = () => readRows(rows, clockReader(columns, clock, { now, ...(locked && { locked }) }))
    return kept.keep(`${clock} ${now} ${locked}`, columns.revision, read)
  }
  return {
    count: (rows, question) => {
      const { clock } = question
      const chosen = [
        axes.bucket(question, rows),
        ...question.by.map((dimension) => axes.dimension(dimension, question)),
      ]
      const dealt = deal(rows, chosen)
      const readings = clock && measured(dealt, readOf(dealt.rows, clock, question), () => axes.bins(clock))
      return packed(dealt.cells, ranksOfAll(chosen), readings)
    },
  }
}
