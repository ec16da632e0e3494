import { useHealth, useNow, useOwnership, useSources, useZone } from '../../../data'
import { ownershipFacets } from '../../../domain/query/facets'
import type { Shown } from '../../../domain/tables/ownershipScope'
import type { Book, Listing } from '../model/listing'
import { filterKeys, type RawQuery, understood } from '../model/query'
import { usePendingUnknown } from '../model/usePending'
import { useQuery } from '../model/useQuery'
import { findingNames } from '../model/words'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The filters in force, one text each. */
export function filterTexts(raw: RawQuery, { options, choices }: Pick<Book, 'options' | 'choices'>): readonly string[] {
  const { query } = understood(raw, choices)
  const labelled = filterKeys.flatMap((key) => {
    const values = raw[key].filter((value) => choices[key].has(value))
    if (values.length === 0) return []
    const names = values.map((value) => options(key).find((option) => option.value === value)?.label ?? value)
    return [`${capital(key)}: ${names.join(', ')}`]
  })
  return [
    ...(raw.q.trim() === '' ? [] : [`Text: “${raw.q.trim()}”`]),
    ...labelled,
    ...(query.finding === undefined ? [] : [`Found: ${findingNames[query.finding]}`]),
    ...(raw.gaps ? ['Gaps only'] : []),
  ]
}

/** What an export of the present view has to say of itself. */
export function useShown(book: Book, listing: Listing): Shown {
  const { raw } = useQuery()
  const { name: zone } = useZone()
  const now = useNow(60)
  const health = useHealth()
  const sources = useSources()
  const { missing } = useOwnership()
  const unmarked = usePendingUnknown()
  return {
    filters: filterTexts(raw, book),
    sources: sources.flatMap(({ id, title, source }) => {
      if (!source || !ownershipFacets.some((facet) => source.readers[facet])) return []
      const asOf = health.get(id)?.asOf
      return [{ title, ...(asOf !== undefined && { asOf }) }]
    }),
    now,
    zone,
    listed: listing.listed.length,
    total: book.standings.length,
    missing: [...missing.map(({ text }) => text), ...(unmarked === undefined ? [] : [unmarked])],
  }
}
