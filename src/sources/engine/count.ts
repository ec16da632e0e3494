import type { SummaryQuestion } from '../../domain/summary'
import type { Axes } from './axes'
import type { Axis } from './axis'
import { clockReader } from './clock'
import type { IncidentColumns } from './columns'
import { type Dealt, deal } from './deal'
import { measured } from './measured'
import { packed, type Parcel } from './parcel'

/** Counts incidents in columns. Says exactly what `summarise` of the domain says of the same incidents. */
export interface Counter {
  count(rows: Uint32Array, question: SummaryQuestion): Parcel
}

/** The ranks of axes' texts, in which dealt cells are told. */
export const ranksOfAll = (axes: readonly Axis[]) => axes.map(({ ranks }) => ranks())

const reading = (dealt: Dealt, columns: IncidentColumns, axes: Axes, { clock, ...question }: SummaryQuestion) =>
  clock && measured(dealt, clockReader(columns, clock, question), () => axes.bins(clock))

export const counterOf = (columns: IncidentColumns, axes: Axes): Counter => ({
  count: (rows, question) => {
    const chosen = [axes.bucket(question, rows), ...question.by.map((dimension) => axes.dimension(dimension, question))]
    const dealt = deal(rows, chosen)
    return packed(dealt.cells, ranksOfAll(chosen), reading(dealt, columns, axes, question))
  },
})
