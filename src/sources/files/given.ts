/** A file of a workspace: its path inside the folder, with `/`, and its content. */
export interface GivenFile {
  readonly path: string
  readonly blob: Blob
  /** When the copy was made, in milliseconds since 1970, where it is known. */
  readonly modified?: number
}

const depth = (path: string): number => path.split('/').length

/** Files of the folder itself first, then those of subfolders, each in text order. */
export const inReadingOrder = <F extends { readonly path: string }>(files: readonly F[]): readonly F[] =>
  files.toSorted(
    (left, right) =>
      depth(left.path) - depth(right.path) || (left.path < right.path ? -1 : left.path > right.path ? 1 : 0),
  )

/** The path without a `.gz` at its end, in small letters: what tells the kind of a file. */
export const plainName = (path: string): string => path.toLowerCase().replace(/\.gz$/, '')
