/** A stretch of time, in milliseconds since the epoch: [from, to). */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Bars as parallel columns, sorted by `start`. Times are milliseconds since the epoch. */
export interface Bars {
  readonly start: Float64Array
  /** `Infinity` while it goes on: drawn up to the present, with a ragged end. */
  readonly end: Float64Array
  readonly lane: Uint32Array
  /** 1 (worst) to 5; 0 where it is not known. */
  readonly level: Uint8Array
  /** Position of the thing in the caller's own list; one thing may have a bar in several lanes. */
  readonly index: Uint32Array
}

/** How a point is drawn, from the least to the most eye-catching. */
export const pointShapes = ['tick', 'dot', 'diamond'] as const
export type PointShape = (typeof pointShapes)[number]

/** Points as parallel columns, sorted by `at`. */
export interface Points {
  readonly at: Float64Array
  readonly lane: Uint32Array
  readonly level: Uint8Array
  /** Position in `pointShapes`. */
  readonly shape: Uint8Array
  readonly index: Uint32Array
}

export interface BarSpec {
  readonly start: number
  /** Absent while it goes on. */
  readonly end?: number
  readonly lanes: readonly number[]
  readonly level: number
}

export interface PointSpec {
  readonly at: number
  readonly lanes: readonly number[]
  readonly level: number
  readonly shape: PointShape
}

/** Positions 0…n-1 ordered by a key, ties in their given order. */
function orderBy(keys: Float64Array): Uint32Array {
  const order = Uint32Array.from(keys, (_key, position) => position)
  return order.sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0) || left - right)
}

const flat = <S extends { readonly lanes: readonly number[] }>(specs: readonly (S | undefined)[]) =>
  specs.flatMap((spec, index) => (spec ? spec.lanes.map((lane) => ({ spec, lane, index })) : []))

/** Columns of bars from a list in any order. An item without a spec, or without a lane, has no bar. */
export function toBars<T>(items: readonly T[], read: (item: T) => BarSpec | undefined): Bars {
  const given = flat(items.map(read))
  const order = orderBy(Float64Array.from(given, ({ spec }) => spec.start))
  const sorted = Array.from(order, (position) => given[position]).filter((each) => each !== undefined)
  return {
    start: Float64Array.from(sorted, ({ spec }) => spec.start),
    end: Float64Array.from(sorted, ({ spec }) => spec.end ?? Number.POSITIVE_INFINITY),
    lane: Uint32Array.from(sorted, ({ lane }) => lane),
    level: Uint8Array.from(sorted, ({ spec }) => spec.level),
    index: Uint32Array.from(sorted, ({ index }) => index),
  }
}

/** Columns of points from a list in any order. */
export function toPoints<T>(items: readonly T[], read: (item: T) => PointSpec | undefined): Points {
  const given = flat(items.map(read))
  const order = orderBy(Float64Array.from(given, ({ spec }) => spec.at))
  const sorted = Array.from(order, (position) => given[position]).filter((each) => each !== undefined)
  return {
    at: Float64Array.from(sorted, ({ spec }) => spec.at),
    lane: Uint32Array.from(sorted, ({ lane }) => lane),
    level: Uint8Array.from(sorted, ({ spec }) => spec.level),
    shape: Uint8Array.from(sorted, ({ spec }) => pointShapes.indexOf(spec.shape)),
    index: Uint32Array.from(sorted, ({ index }) => index),
  }
}
