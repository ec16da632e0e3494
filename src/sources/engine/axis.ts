import { bytes, type CodeColumn, type ListColumn, type Ranks, ranksOf } from './arrays'

/** What rows are counted by: a code for each row, or a list of codes, and the text of each code. */
export interface Axis {
  /** The texts of the codes, which are below `ranks().of.length`. */
  readonly ranks: () => Ranks
  readonly of: { readonly codes: Uint32Array | Uint8Array } | { readonly lists: ListColumn }
}

export const single = ({ codes, dictionary }: CodeColumn): Axis => ({
  ranks: () => dictionary.ranks(),
  of: { codes },
})

export const several = (lists: ListColumn): Axis => ({
  ranks: () => lists.dictionary.ranks(),
  of: { lists },
})

export function numbered(codes: Uint8Array, size: number, text: (code: number) => string): Axis {
  const ranks = ranksOf(Array.from({ length: size }, (_, code) => text(code)))
  return { ranks: () => ranks, of: { codes } }
}

/** All rows in one. */
export const undivided = (length: number): Axis => numbered(bytes(length), 1, () => '')

/** 1 at each code whose text is one of the values. */
export function maskOf(axis: Axis, values: readonly string[]): Uint8Array {
  const { texts, of } = axis.ranks()
  const wanted = new Set(values)
  const isWanted = bytes(texts.length)
  for (const [rank, text] of texts.entries()) if (wanted.has(text)) isWanted[rank] = 1
  return Uint8Array.from(of, (rank) => isWanted[rank]!)
}

/** What is worked out over all rows costs milliseconds; screens ask the same few of it again and again. */
const remembered = 24

/** What was worked out over all rows, kept until the rows change. */
export class Kept<T> {
  private readonly kept = new Map<string, T>()
  private revision = -1

  /** What has that name, made unless it is known for this revision of the rows. */
  keep(name: string, revision: number, make: () => T): T {
    if (revision !== this.revision) this.kept.clear()
    this.revision = revision
    const known = this.kept.get(name)
    if (known !== undefined) return known
    const made = make()
    if (this.kept.size >= remembered) for (const oldest of this.kept.keys().take(1)) this.kept.delete(oldest)
    this.kept.set(name, made)
    return made
  }
}
