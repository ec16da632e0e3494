import { useWindow } from '../../data'
import type { Facet } from '../../domain/query/facets'

const everything = {}

/** Asks for one record, and shows nothing: a source that no view has asked yet would have no age and no fault to tell. */
export function Asking({ facet }: { readonly facet: Facet }) {
  useWindow(facet, everything, 1)
  return null
}
