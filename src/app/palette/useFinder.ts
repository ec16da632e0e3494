import { useDeferredValue } from 'react'
import { type Found, type OwnershipView, type SearchFacet, useOwnership, useSearch } from '../../data'
import type { Ownership } from '../../domain/coverage'
import { type Finder, finderOf } from '../../domain/find/finder'

/** What is asked of the sources at each text, because it is too much to hold. */
const asked: readonly SearchFacet[] = ['incidents', 'problems', 'events']
/** And what is held, while not all of it is. */
const askedToo: readonly SearchFacet[] = ['activities', 'workloads', 'parties', ...asked]

const finders = new WeakMap<Ownership, Finder>()

/** Opening the palette again must not read everything again. */
function finderFor({ ownership, parties, workloads }: OwnershipView): Finder {
  const known = finders.get(ownership)
  if (known) return known
  const made = finderOf({ ownership, parties, workloads })
  finders.set(ownership, made)
  return made
}

export interface Findings {
  /** Absent until ownership is there to look in. */
  readonly finder: Finder | undefined
  readonly found: readonly Found[]
  readonly pending: boolean
  readonly ownership: OwnershipView
  readonly faults: readonly string[]
}

/** Looks a text up in ownership, which is held, and in what the sources must be asked for. */
export function useFinder(text: string): Findings {
  const ownership = useOwnership()
  const ready = ownership.state === 'ready'
  // The window opens first; what there is to find is read a moment after.
  const begun = useDeferredValue(ready, false)
  const finder = ready && begun ? finderFor(ownership) : undefined
  const whole = finder !== undefined && ownership.missing.length === 0
  const { found, pending, faults } = useSearch(text, whole ? asked : askedToo)
  return { finder, found, pending: pending || ownership.state === 'loading' || (ready && !finder), ownership, faults }
}
