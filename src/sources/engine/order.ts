/**
 * Rows in one order. New and replaced rows are put in when the order is next read: a whole load is sorted once, and a
 * single change costs one merge instead of a sort.
 */
export class Ordered {
  private sorted = new Uint32Array(0)
  private readonly touched = new Set<number>()
  private readonly compare: (left: number, right: number) => number

  constructor(compare: (left: number, right: number) => number) {
    this.compare = compare
  }

  touch(row: number): void {
    this.touched.add(row)
  }

  /** All rows, in order. Not to be written to. */
  read(): Uint32Array {
    if (this.touched.size > 0) {
      const coming = Uint32Array.from(this.touched).sort(this.compare)
      const staying = this.sorted.length === 0 ? this.sorted : this.sorted.filter((row) => !this.touched.has(row))
      this.sorted = staying.length === 0 ? coming : this.merged(staying, coming)
      this.touched.clear()
    }
    return this.sorted
  }

  /** Puts each coming row where a binary search says, and copies what lies between: a few changes cost next to nothing. */
  private merged(staying: Uint32Array, coming: Uint32Array): Uint32Array<ArrayBuffer> {
    const both = new Uint32Array(staying.length + coming.length)
    let copied = 0
    for (const [index, row] of coming.entries()) {
      const place = this.placeOf(row, staying, copied)
      both.set(staying.subarray(copied, place), copied + index)
      both[place + index] = row
      copied = place
    }
    both.set(staying.subarray(copied), copied + coming.length)
    return both
  }

  /** The first place from `low` on whose row does not come before the given one. */
  private placeOf(row: number, sorted: Uint32Array, low: number): number {
    let from = low
    let to = sorted.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.compare(sorted[middle]!, row) < 0) from = middle + 1
      else to = middle
    }
    return from
  }
}
