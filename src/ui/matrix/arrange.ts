import type { MatrixModel } from './model'

/** What of a model is shown, line by line and column by column. Positions in it are the ones a person counts. */
export interface Arrangement {
  /** A row of the model, or `-1 - g` for the header of group `groups[g]`. */
  readonly lines: Int32Array
  readonly groups: readonly string[]
  /** Columns of the model, rising. */
  readonly columns: Uint32Array
  /** Where a column of the model stands; -1 when it is not shown. */
  readonly place: Int32Array
}

export interface Arranging {
  /** Rows of the model that are shown, in the order to show them. Absent: all. */
  readonly rows?: ArrayLike<number> | undefined
  /** Columns of the model that are shown, rising. Absent: all. */
  readonly columns?: ArrayLike<number> | undefined
  /** Groups of which only the header is shown. */
  readonly folded?: ReadonlySet<string> | undefined
}

export const isGroup = (line: number): boolean => line < 0
export const groupOf = ({ groups }: Arrangement, line: number): string => groups[-1 - line] ?? ''
/** Where the header of a group stands among the lines; -1 when it is not shown. */
export const lineOfGroup = ({ lines, groups }: Arrangement, group: string): number => {
  const at = groups.indexOf(group)
  return at < 0 ? -1 : lines.indexOf(-1 - at)
}

const upTo = (size: number): Uint32Array => Uint32Array.from({ length: size }, (_, index) => index)

function linesOf(model: MatrixModel, rows: ArrayLike<number>, folded: ReadonlySet<string>) {
  const members = new Map<string | undefined, number[]>()
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    const group = model.rows[row]?.group
    const list = members.get(group)
    if (list) list.push(row)
    else members.set(group, [row])
  }
  const lines = new Int32Array(rows.length + members.size)
  const groups: string[] = []
  let end = 0
  for (const [group, list] of members) {
    if (group !== undefined) {
      lines[end++] = -1 - groups.length
      groups.push(group)
      if (folded.has(group)) continue
    }
    for (const row of list) lines[end++] = row
  }
  return { lines: lines.subarray(0, end), groups }
}

const none: ReadonlySet<string> = new Set()

/** Linear in what is shown: a filter never touches the cells. */
export function arrange(model: MatrixModel, { rows, columns, folded = none }: Arranging = {}): Arrangement {
  const shown = columns === undefined ? upTo(model.columns.length) : Uint32Array.from(columns)
  const place = new Int32Array(model.columns.length).fill(-1)
  shown.forEach((column, position) => {
    place[column] = position
  })
  return { ...linesOf(model, rows ?? upTo(model.rows.length), folded), columns: shown, place }
}
