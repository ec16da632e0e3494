import type { Arrangement } from './arrange'
import type { MatrixModel, MatrixRow } from './model'

/** A letter or sign in a cell. */
export interface Mark {
  readonly text: string
  readonly className: string
}

/** What a code looks like and what it is called. */
export interface Face {
  readonly marks: readonly Mark[]
  readonly label: string
}

/** A short text with a look. */
export interface Words {
  readonly text: string
  /** The same at more length, where there is no room for it. */
  readonly title?: string | undefined
  readonly className?: string | undefined
}

/** A column at the right end, of text. */
export interface MetaColumn {
  readonly name: string
  /** Pixels. */
  readonly width: number
}

/** What a row shows besides its cells. */
export interface RowFace {
  /** Stands after the name. */
  readonly flag?: Words | undefined
  /** One for each of the meta columns. */
  readonly meta: readonly Words[]
}

export interface GroupFace {
  readonly name: string
  readonly note?: string | undefined
}

/** Everything that the painter draws. What it calls, it calls only for what is in view. */
export interface MatrixView {
  readonly model: MatrixModel
  readonly arrangement: Arrangement
  readonly folded: ReadonlySet<string>
  /** Head of the first column. */
  readonly corner: string
  readonly meta: readonly MetaColumn[]
  readonly face: (code: number) => Face
  readonly describeRow: (row: MatrixRow, position: number) => RowFace
  readonly describeGroup: (group: string) => GroupFace
  /** What the name of a column says when pointed at. Absent: the name in full. */
  readonly describeColumn?: ((column: number) => string) | undefined
  /** What a cell says when read out or pointed at; an empty one when it has the focus. Absent: the label of its face. */
  readonly describeCell?: ((row: number, column: number) => string) | undefined
  /** Id of the selected row. */
  readonly selected: string | undefined
}
