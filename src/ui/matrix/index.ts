/** A sparse grid that is virtual both ways. It knows rows, columns, codes and groups, and nothing of what they mean. */
export type { Arrangement, Arranging } from './arrange'
export { Matrix, type MatrixHandle, type MatrixProps } from './Matrix'
export { buildMatrix, type MatrixCells, type MatrixColumn, type MatrixModel, type MatrixRow } from './model'
export type { Face, GroupFace, Mark, MetaColumn, RowFace, Words } from './view'
