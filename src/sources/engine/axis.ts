import { bytes, type CodeColumn, type ListColumn } from './arrays'

/** What rows are counted by: a code for each row, or a list of codes, and the text of each code. */
export interface Axis {
  /** Codes are below this. */
  readonly size: number
  readonly text: (code: number) => string
  readonly of: { readonly codes: Uint32Array | Uint8Array } | { readonly lists: ListColumn }
}

export const single = ({ codes, dictionary }: CodeColumn): Axis => ({
  size: dictionary.texts.length,
  text: (code) => dictionary.texts[code] ?? '',
  of: { codes },
})

export const several = (lists: ListColumn): Axis => ({
  size: lists.dictionary.texts.length,
  text: (code) => lists.dictionary.texts[code] ?? '',
  of: { lists },
})

export const numbered = (codes: Uint8Array, size: number, text: (code: number) => string): Axis => ({
  size,
  text,
  of: { codes },
})

/** All rows in one. */
export const undivided = (length: number): Axis => numbered(bytes(length), 1, () => '')

/** 1 at each code whose text is one of the values. */
export function maskOf({ size, text }: Axis, values: readonly string[]): Uint8Array {
  const wanted = new Set(values)
  const mask = bytes(size)
  for (let code = 0; code < size; code += 1) if (wanted.has(text(code))) mask[code] = 1
  return mask
}

/** What is worked out over all rows costs milliseconds; screens ask the same few of it again and again. */
const remembered = 24

/** Axes that are worked out, kept until the rows change. */
export class KeptAxes {
  private readonly kept = new Map<string, Axis>()
  private revision = -1

  /** The axis of that name, made unless it is known for this revision of the rows. */
  keep(name: string, revision: number, make: () => Axis): Axis {
    if (revision !== this.revision) this.kept.clear()
    this.revision = revision
    const known = this.kept.get(name)
    if (known) return known
    const made = make()
    if (this.kept.size >= remembered) for (const oldest of this.kept.keys().take(1)) this.kept.delete(oldest)
    this.kept.set(name, made)
    return made
  }
}
