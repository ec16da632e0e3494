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

const isSorted = (keys: Float64Array): boolean => keys.every((key, at) => at === 0 || (keys[at - 1] ?? 0) <= key)

/** Positions 0…n-1 ordered by a key, ties in their given order. Lists mostly come in order: then nothing is sorted. */
function orderBy(keys: Float64Array): Uint32Array {
  const order = new Uint32Array(keys.length)
  for (let at = 0; at < order.length; at++) order[at] = at
  if (isSorted(keys)) return order
  return order.sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0) || left - right)
}

/** What has a place in lanes, each of its lanes one after the other: `of[i]` is the item, `lane[i]` the lane. */
interface Places<S> {
  readonly specs: readonly (S | undefined)[]
  readonly of: Uint32Array
  readonly lane: Uint32Array
}

/** Columns are filled in place: a hundred thousand little objects would cost more than all the rest. */
function placesOf<S extends { readonly lanes: readonly number[] }>(
  specs: readonly (S | undefined)[],
  timeOf: (spec: S) => number,
): Places<S> {
  let size = 0
  for (const spec of specs) size += spec?.lanes.length ?? 0
  const item = new Uint32Array(size)
  const lane = new Uint32Array(size)
  const time = new Float64Array(size)
  let at = 0
  for (let index = 0; index < specs.length; index++) {
    const spec = specs[index]
    if (!spec) continue
    for (const each of spec.lanes) {
      item[at] = index
      lane[at] = each
      time[at++] = timeOf(spec)
    }
  }
  const order = orderBy(time)
  return { specs, of: order.map((place) => item[place] ?? 0), lane: order.map((place) => lane[place] ?? 0) }
}

/** Fills a column from what each place is for. */
function fill<S, A extends Float64Array | Uint8Array>({ specs, of }: Places<S>, into: A, read: (spec: S) => number): A {
  for (let at = 0; at < of.length; at++) {
    const spec = specs[of[at] ?? 0]
    if (spec) into[at] = read(spec)
  }
  return into
}

/** Columns of bars from a list in any order. An item without a spec, or without a lane, has no bar. */
export function toBars<T>(items: readonly T[], read: (item: T) => BarSpec | undefined): Bars {
  const places = placesOf(items.map(read), (spec) => spec.start)
  const size = places.of.length
  return {
    start: fill(places, new Float64Array(size), (spec) => spec.start),
    end: fill(places, new Float64Array(size), (spec) => spec.end ?? Number.POSITIVE_INFINITY),
    lane: places.lane,
    level: fill(places, new Uint8Array(size), (spec) => spec.level),
    index: places.of,
  }
}

/** Columns of points from a list in any order. */
export function toPoints<T>(items: readonly T[], read: (item: T) => PointSpec | undefined): Points {
  const places = placesOf(items.map(read), (spec) => spec.at)
  const size = places.of.length
  return {
    at: fill(places, new Float64Array(size), (spec) => spec.at),
    lane: places.lane,
    level: fill(places, new Uint8Array(size), (spec) => spec.level),
    shape: fill(places, new Uint8Array(size), (spec) => pointShapes.indexOf(spec.shape)),
    index: places.of,
  }
}
