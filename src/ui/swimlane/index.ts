/** A range of time in lanes. Knows nothing of operations: columns of numbers and words come in from outside. */
export type { Told } from './Card'
export {
  type Bars,
  type BarSpec,
  type Points,
  type PointShape,
  type PointSpec,
  type Span,
  toBars,
  toPoints,
} from './columns'
export type { Lane } from './LaneLabels'
export type { Density } from './Overview'
export type { Band, Marker, Tick } from './paint'
export type { Limits } from './span'
export { Swimlane, type SwimlaneProps } from './Swimlane'
