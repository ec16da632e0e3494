import { cellBits } from '../../../domain/matrix'
import type { MatrixModel } from '../../../ui/matrix'
import { countText, sizeText } from '../model/words'

/** For how many of the shown activities each team is accountable and responsible, in words. Linear in the filled cells. */
export function columnWords(model: MatrixModel, rows: readonly number[] | undefined): (column: number) => string {
  const [answers, performs] = [new Map<number, number>(), new Map<number, number>()]
  const shown = rows?.length ?? model.rows.length
  for (let index = 0; index < shown; index++) {
    const row = rows?.[index] ?? index
    for (let at = model.start[row] ?? 0; at < (model.start[row + 1] ?? 0); at++) {
      const [column, code] = [model.column[at] ?? 0, model.code[at] ?? 0]
      if (code & cellBits.A) answers.set(column, (answers.get(column) ?? 0) + 1)
      if (code & cellBits.R) performs.set(column, (performs.get(column) ?? 0) + 1)
    }
  }
  return (column) => {
    const said = (counts: ReadonlyMap<number, number>) => countText(counts.get(column) ?? 0)
    const name = model.columns[column]?.name ?? ''
    return `${name}: accountable for ${said(answers)}, responsible for ${said(performs)} of ${sizeText(shown, 'activity')} shown`
  }
}
