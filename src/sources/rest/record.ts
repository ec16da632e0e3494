import type { Facet, Records } from '../../domain/query/facets'
import { check } from './check'
import { mappers, type WireRecords, wireNames } from './map'
import { Unreadable } from './shape'

// What other sources may use: records in the form of public/openapi.json, wherever they are kept, and its words.
export { heard, told } from './dimensions'
export { spelledOut } from './roleWords'

/** One record from outside, or why it cannot be read. */
export function readRecord<F extends Facet>(
  facet: F,
  value: unknown,
): { readonly record: Records[F] } | { readonly reason: string } {
  const verdict = check(wireNames[facet], value)
  if (!verdict.fits) return verdict
  // TypeScript cannot relate `mappers[F]` to the wire's type for a generic F; the mapped types guarantee it for each.
  const map = mappers[facet] as (wire: WireRecords[F]) => Records[F]
  try {
    return { record: map(verdict.value as WireRecords[F]) }
  } catch (cause) {
    if (cause instanceof Unreadable) return { reason: cause.message }
    throw cause
  }
}
