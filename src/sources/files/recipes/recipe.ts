import type { Facet } from '../../../domain/query/facets'
import type { GivenFile } from '../given'
import type { Reading } from '../sink'

/** How one known shape of file is read. */
export interface Recipe {
  /** What the manifest calls it. */
  readonly name: string
  readonly title: string
  /** What it tells. */
  readonly facets: readonly Facet[]
  /** Whether a file of that name that begins like this has the shape. */
  readonly recognises: (path: string, head: string) => boolean
  readonly read: (file: GivenFile, reading: Reading) => Promise<void>
}
