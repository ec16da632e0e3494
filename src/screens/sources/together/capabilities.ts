import { type CommandKind, commandKinds } from '../../../domain/command'
import { type Facet, facetNames } from '../../../domain/query/facets'
import type { ConfiguredSource, SourceKind } from '../../../data'
import { all, commandWords, facetWords } from '../words'

/** What one source can do about one thing. */
export interface Ability {
  readonly source: string
  readonly can: boolean
  /** “tells”, or “cannot: this source is read-only”. */
  readonly words: string
}

/** One thing to be told or done, and who can. */
export interface Capability {
  readonly key: string
  readonly what: string
  readonly kind: 'reads' | 'does'
  /** One a source, in the order of belief. */
  readonly abilities: readonly Ability[]
  /** Where nobody can: what could bring it. */
  readonly from: string | undefined
}

const closed = ({ refused }: ConfiguredSource): string => (refused === undefined ? 'is still opening' : 'is not open')

function reads(facet: Facet, source: ConfiguredSource): Ability {
  const can = source.source?.readers[facet] !== undefined
  const words = can ? 'tells' : source.source ? 'does not tell' : closed(source)
  return { source: source.id, can, words }
}

function does(kind: CommandKind, source: ConfiguredSource): Ability {
  const commands = source.source?.commands
  const can = commands?.takes.includes(kind) === true
  const words = can
    ? 'can'
    : !source.source
      ? closed(source)
      : commands
        ? 'cannot: this source does not take it'
        : 'cannot: this source is read-only'
  return { source: source.id, can, words }
}

const bringing = (facet: Facet, kinds: readonly SourceKind[]): string | undefined => {
  const titles = kinds.filter(({ tells }) => tells === undefined || tells.includes(facet)).map(({ title }) => title)
  return titles.length === 0 ? undefined : all(titles)
}

/** Every facet and command, and what each source has to say to it. */
export function capabilities(
  sources: readonly ConfiguredSource[],
  kinds: readonly SourceKind[],
): readonly Capability[] {
  const told = facetNames.map((facet): Capability => {
    const abilities = sources.map((source) => reads(facet, source))
    const from = abilities.some(({ can }) => can) ? undefined : bringing(facet, kinds)
    return { key: facet, what: facetWords[facet], kind: 'reads', abilities, from }
  })
  const done = commandKinds.map((kind): Capability => {
    const abilities = sources.map((source) => does(kind, source))
    return { key: kind, what: commandWords[kind], kind: 'does', abilities, from: undefined }
  })
  return [...told, ...done]
}
