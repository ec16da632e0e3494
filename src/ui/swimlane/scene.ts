/** What a mark is drawn as. A mark stands for one thing or, where pixels do not suffice, for several (`count`). */
export const markKinds = ['bar', 'tick', 'dot', 'diamond'] as const
export type MarkKind = (typeof markKinds)[number]

/** Set where the drawn edge is not the true one, or where it is still open. */
export const edges = { open: 1, cutLeft: 2, cutRight: 4 } as const

export interface SceneMark {
  readonly kind: MarkKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The worst level among those it stands for; 0 when none is known. */
  readonly level: number
  readonly count: number
  /** Position of the first of them in the lane columns. */
  readonly at: number
  readonly edge: number
}

/** A lane too dense for single bars: how many are burning at each column of pixels, by level. */
export interface Profile {
  readonly y: number
  readonly height: number
  /** Pixels that one column stands for. */
  readonly step: number
  /** `byLevel[level][column]` */
  readonly byLevel: readonly Int32Array[]
  /** Bars it stands for. */
  readonly count: number
  readonly peak: number
}

/** Marks ready to paint, kept in columns that are reused from frame to frame. */
export class Scene {
  size = 0
  profiles: Profile[] = []
  #capacity = 512
  kind = new Uint8Array(this.#capacity)
  level = new Uint8Array(this.#capacity)
  edge = new Uint8Array(this.#capacity)
  x = new Float32Array(this.#capacity)
  y = new Float32Array(this.#capacity)
  width = new Float32Array(this.#capacity)
  height = new Float32Array(this.#capacity)
  count = new Uint32Array(this.#capacity)
  at = new Uint32Array(this.#capacity)
  /** Bars and points that the marks and profiles stand for together. */
  bars = 0
  points = 0

  clear(): void {
    this.size = 0
    this.profiles = []
    this.bars = 0
    this.points = 0
  }

  add(mark: SceneMark): void {
    if (this.size === this.#capacity) this.#grow()
    const place = this.size++
    this.kind[place] = markKinds.indexOf(mark.kind)
    this.level[place] = mark.level
    this.edge[place] = mark.edge
    this.x[place] = mark.x
    this.y[place] = mark.y
    this.width[place] = mark.width
    this.height[place] = mark.height
    this.count[place] = mark.count
    this.at[place] = mark.at
    if (mark.kind === 'bar') this.bars += mark.count
    else this.points += mark.count
  }

  addProfile(profile: Profile): void {
    this.profiles.push(profile)
    this.bars += profile.count
  }

  /** How many bars and points stand in marks for several, or in profiles. */
  get counted(): number {
    let sum = 0
    for (let place = 0; place < this.size; place++) {
      const count = this.count[place] ?? 0
      if (count > 1) sum += count
    }
    return this.profiles.reduce((all, { count }) => all + count, sum)
  }

  /** One mark as an object: for tests, tables and cards, not for painting. */
  mark(place: number): SceneMark {
    return {
      kind: markKinds[this.kind[place] ?? 0] ?? 'bar',
      x: this.x[place] ?? 0,
      y: this.y[place] ?? 0,
      width: this.width[place] ?? 0,
      height: this.height[place] ?? 0,
      level: this.level[place] ?? 0,
      count: this.count[place] ?? 0,
      at: this.at[place] ?? 0,
      edge: this.edge[place] ?? 0,
    }
  }

  #grow(): void {
    this.#capacity *= 2
    const grown = <A extends Uint8Array | Float32Array | Uint32Array>(column: A, into: A): A => {
      into.set(column)
      return into
    }
    this.kind = grown(this.kind, new Uint8Array(this.#capacity))
    this.level = grown(this.level, new Uint8Array(this.#capacity))
    this.edge = grown(this.edge, new Uint8Array(this.#capacity))
    this.x = grown(this.x, new Float32Array(this.#capacity))
    this.y = grown(this.y, new Float32Array(this.#capacity))
    this.width = grown(this.width, new Float32Array(this.#capacity))
    this.height = grown(this.height, new Float32Array(this.#capacity))
    this.count = grown(this.count, new Uint32Array(this.#capacity))
    this.at = grown(this.at, new Uint32Array(this.#capacity))
  }
}
