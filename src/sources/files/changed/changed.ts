import { type Facet, ownershipFacets } from '../../../domain/query/facets'
import type { Id } from '../../../domain/units'
import type { Call, ChangedFile } from '../../contract'
import type { Engine } from '../../engine/engine'
import type { Plan } from '../plan'
import { inPlace } from './inPlace'
import { changedManifest } from './manifest'
import { bookOf } from './places'
import { writtenAnew } from './writtenAnew'

/** What edits were made, and on what. */
export interface Edits {
  readonly plan: Plan
  /** With the edits carried out. */
  readonly engine: Engine
  readonly edited: (facet: Facet) => ReadonlySet<Id>
  readonly call: Call
}

const isOwnership = (facet: Facet): boolean => ownershipFacets.some((each) => each === facet)

/** Facets that are kept as tables beside ownership. */
const tables = ['requests', 'improvements', 'problems'] as const satisfies readonly Facet[]

/**
 * The files as they would be with the edits in them: ownership in place, in the file and at the line where it is
 * written, wherever that is a document of ownership; requests, improvements and problems as tables. Read again without the edits,
 * they tell the same records. Incidents are no code: edits of theirs are not among them.
 */
export async function changedFiles(edits: Edits): Promise<readonly ChangedFile[]> {
  const { plan, edited } = edits
  const { bytes, depth } = plan.manifest.limits
  const activities = edited('activities')
  const facets = new Set<Facet>(tables.filter((facet) => edited(facet).size > 0))
  const files: ChangedFile[] = []
  if (activities.size > 0) {
    const books = await Promise.all(
      plan.jobs.filter((job) => job.as === 'ownership').map((job) => bookOf(job, bytes + 1, depth)),
    )
    const written = new Set(books.flatMap((book) => [...book.activities.keys()]))
    // What tables or recipes tell has no place to be changed in: ownership is then written anew as a whole.
    if (activities.isSubsetOf(written)) files.push(...(await inPlace(edits, books)))
    else for (const facet of ownershipFacets) facets.add(facet)
  }
  if (facets.size > 0) files.push(...writtenAnew(edits, facets))
  const manifest = changedManifest(plan, files, isOwnership)
  return manifest ? [...files, manifest] : files
}
