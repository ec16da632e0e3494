import { byText } from '../../domain/query/rules'

/** The arrays columns are made of. */
type Typed = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** The array, or one with room for `length` that begins with the same values. Doubles, so that filling stays linear. */
export function roomFor<A extends Typed>(array: A, length: number, make: (length: number) => A): A {
  if (length <= array.length) return array
  const grown = make(Math.max(length, array.length * 2, 64))
  grown.set(array)
  return grown
}

export const bytes = (length: number) => new Uint8Array(length)
export const numbers = (length: number) => new Uint32Array(length)
/** 0, 1, 2 and so on. */
export function indices(length: number): Uint32Array<ArrayBuffer> {
  const counting = numbers(length)
  for (let at = 0; at < length; at += 1) counting[at] = at
  return counting
}
export const floats = (length: number) => new Float64Array(length)

/** Distinct texts in the order of `byText`, and the place there of the text of each code. */
export interface Ranks {
  readonly texts: readonly string[]
  readonly of: Uint32Array
}

/** The ranks of texts whose places are their codes. */
export function ranksOf(coded: readonly string[]): Ranks {
  const texts = [...new Set(coded)].toSorted(byText)
  const places = new Map(texts.map((text, place) => [text, place]))
  return { texts, of: Uint32Array.from(coded, (text) => places.get(text) ?? 0) }
}

/** Each distinct text as a small number. Code 0 is "the record has none". */
export class Dictionary {
  private readonly codes = new Map<string, number>()
  /** The text of each code; `''` for code 0. */
  readonly texts: string[] = ['']
  private ranked: Ranks | undefined

  /** The code of a text, a new one when it was not seen before. */
  code(text: string | undefined): number {
    if (text === undefined) return 0
    const known = this.codes.get(text)
    if (known !== undefined) return known
    const code = this.texts.length
    this.codes.set(text, code)
    this.texts.push(text)
    return code
  }

  /** The ranks of all texts, made anew after one was added. */
  ranks(): Ranks {
    if (this.ranked?.of.length !== this.texts.length) this.ranked = ranksOf(this.texts)
    return this.ranked
  }

  /** 1 at the code of each wanted text; texts that no record has are nowhere. */
  mask(wanted: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.texts.length)
    for (const text of wanted) {
      const code = this.codes.get(text)
      if (code !== undefined) mask[code] = 1
    }
    return mask
  }
}

/** One number a row. */
export class FloatColumn {
  values = floats(0)

  hold(row: number, value: number): void {
    this.values = roomFor(this.values, row + 1, floats)
    this.values[row] = value
  }
}

/** One code a row. */
export class CodeColumn {
  readonly dictionary = new Dictionary()
  codes = numbers(0)

  hold(row: number, text: string | undefined): void {
    this.codes = roomFor(this.codes, row + 1, numbers)
    this.codes[row] = this.dictionary.code(text)
  }
}

/** Any number of distinct codes a row, behind one another in one pool: row r has `pool[start[r]] … pool[start[r] + count[r] - 1]`. */
export class ListColumn {
  readonly dictionary = new Dictionary()
  start = numbers(0)
  count = numbers(0)
  pool = numbers(0)
  private used = 0

  /** A replaced row keeps its place when the new codes fit there, else they go to the end of the pool. */
  hold(row: number, values: readonly string[]): void {
    const texts = values.length > 1 ? [...new Set(values)] : values
    this.start = roomFor(this.start, row + 1, numbers)
    this.count = roomFor(this.count, row + 1, numbers)
    if (texts.length > (this.count[row] ?? 0)) {
      this.pool = roomFor(this.pool, this.used + texts.length, numbers)
      this.start[row] = this.used
      this.used += texts.length
    }
    this.count[row] = texts.length
    const start = this.start[row] ?? 0
    for (const [index, text] of texts.entries()) this.pool[start + index] = this.dictionary.code(text)
  }
}
