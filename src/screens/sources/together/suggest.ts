import type { AliasKind } from '../model/draft'
import { folded } from '../model/fold'

/** A team, person or workload as one source tells it. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** What one source tells of one kind. */
export interface Telling {
  readonly source: string
  readonly records: readonly Named[]
}

/** Two records of different sources that are probably one. */
export interface Suggestion {
  readonly kind: AliasKind
  /** The source whose name would be changed: the less believed. */
  readonly source: string
  readonly theirs: Named
  /** The more believed source, and what it calls the same. */
  readonly believed: string
  readonly ours: Named
  /** The name that both have, as it is written in each. */
  readonly because: readonly [theirs: string, ours: string]
}

/** Ids as an alias rule writes them: parties without their prefix. */
export const keyOf = (kind: AliasKind, id: string): string =>
  kind === 'workloads' ? id : id.replace(/^(?:team|person):/, '')

/** All that a record is called, by how it is folded. Ids of people are often numbers of someone else's: too short ones say nothing. */
function namesOf(kind: AliasKind, { id, name, aliases }: Named): ReadonlyMap<string, string> {
  const all = [name, keyOf(kind, id), ...aliases].map((each) => [folded(each), each] as const)
  return new Map(all.filter(([text]) => text.length > 1 && !/^\d+$/.test(text)).toReversed())
}

/** Records by folded name; a name that two records of one source share names neither. */
function byName(kind: AliasKind, records: readonly Named[]): ReadonlyMap<string, readonly [Named, string]> {
  const found = new Map<string, readonly [Named, string] | undefined>()
  for (const record of records)
    for (const [text, written] of namesOf(kind, record)) {
      const other = found.get(text)
      found.set(text, !found.has(text) || other?.[0].id === record.id ? [record, written] : undefined)
    }
  return new Map([...found].flatMap(([text, record]) => (record ? [[text, record] as const] : [])))
}

/**
 * Records of different sources with the same name or alias, save for case and punctuation, and different ids. Sources
 * come in order of belief: the earlier one's id is proposed. A record whose id the other source knows too is joined
 * already, and one that would be two of the other's is left to people.
 */
export function suggestions(kind: AliasKind, tellings: readonly Telling[]): readonly Suggestion[] {
  const told = tellings.map(({ source, records }) => ({
    source,
    records,
    ids: new Set(records.map(({ id }) => id)),
    names: byName(kind, records),
  }))
  return told.flatMap((later, at) =>
    later.records.flatMap((theirs): readonly Suggestion[] => {
      for (const earlier of told.slice(0, at)) {
        if (earlier.ids.has(theirs.id)) return []
        const meant = [...namesOf(kind, theirs)].flatMap(([text, written]) => {
          const ours = earlier.names.get(text)
          return ours && later.names.get(text)?.[0].id === theirs.id
            ? [{ ours: ours[0], because: [written, ours[1]] as const }]
            : []
        })
        const [first] = meant
        const one = new Set(meant.map(({ ours }) => ours.id)).size === 1
        if (first && one && !later.ids.has(first.ours.id) && sameSort(theirs.id, first.ours.id))
          return [{ kind, source: later.source, theirs, believed: earlier.source, ...first }]
      }
      return []
    }),
  )
}

/** A team is never a person, whatever both are called. */
const sortOf = (id: string): string => /^(?:team|person):/.exec(id)?.[0] ?? ''
const sameSort = (left: string, right: string): boolean => sortOf(left) === sortOf(right)
