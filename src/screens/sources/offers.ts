import { type CommandKind, commandKinds } from '../../domain/command'
import { type Facet, facetNames } from '../../domain/query/facets'
import type { ConfiguredSource } from '../../data'
import { all, any, commandWords, facetWords } from './words'

type Opened = NonNullable<ConfiguredSource['source']>

export interface Offer {
  /** Facets it tells, in words. */
  readonly tells: string
  /** Facets it does not, or undefined when it tells all. */
  readonly lacks: string | undefined
}

/** What a source offers to read: capability is presence. */
export function offerOf(source: Opened): Offer {
  const has = (facet: Facet) => source.readers[facet] !== undefined
  const present = facetNames.filter(has).map((facet) => facetWords[facet])
  const absent = facetNames.filter((facet) => !has(facet)).map((facet) => facetWords[facet])
  return {
    tells: present.length === 0 ? 'nothing' : all(present),
    lacks: absent.length === 0 ? undefined : any(absent),
  }
}

/** What can be done through a source, and what cannot and why. */
export function commandsOf(source: Opened): { readonly can: string | undefined; readonly cannot: string | undefined } {
  const takes = (kind: CommandKind) => source.commands?.takes.includes(kind) === true
  const can = commandKinds.filter(takes).map((kind) => commandWords[kind])
  const cannot = commandKinds.filter((kind) => !takes(kind)).map((kind) => commandWords[kind])
  const why = source.commands ? 'this source does not take it' : 'this source is read-only'
  return {
    can: can.length === 0 ? undefined : all(can),
    cannot: cannot.length === 0 ? undefined : `${any(cannot)}: ${why}`,
  }
}
