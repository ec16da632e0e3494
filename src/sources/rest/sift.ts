import type { Facet } from '../../domain/query/facets'
import type { Page, PageRequest } from '../contract'
import { SourceError } from '../contract'
import { canonical, markOf } from '../paging'

interface Sifting<R> {
  readonly source: string
  readonly facet: Facet
  /** The whole question: a cursor belongs to it. */
  readonly query: object
  /** Most records that the backend gives at once. */
  readonly longest: number
  readonly passes: (record: R) => boolean
}

/**
 * Pages of the records that pass a test which the backend cannot make, from pages of the records that it gives. A cursor
 * names the backend's page and how many of it were told. No total is known before the end.
 */
export function sifted<R>(list: (page: PageRequest) => Promise<Page<R>>, sifting: Sifting<R>) {
  const { source, facet, query, longest, passes } = sifting
  const mark = markOf(canonical(facet, query))

  function placeOf(cursor: string | undefined): { readonly told: number; readonly at: string | undefined } {
    if (cursor === undefined) return { told: 0, at: undefined }
    const [, of, told = '', at] = /^(\w+)\.(\d+)\.(.*)$/s.exec(cursor) ?? []
    if (of === mark) return { told: Number(told), at: at === '' ? undefined : at }
    throw new SourceError('bad-response', source, 'The cursor belongs to another query: begin at the first page')
  }

  return async ({ limit, cursor }: PageRequest): Promise<Page<R>> => {
    let { told, at } = placeOf(cursor)
    for (;;) {
      const page = await list({ limit: longest, ...(at !== undefined && { cursor: at }) })
      const found = page.items.filter(passes)
      const items = found.slice(told, told + limit)
      const { cursor: after, total: _total, ...rest } = page
      const next =
        told + limit < found.length
          ? `${mark}.${told + limit}.${at ?? ''}`
          : after === undefined
            ? undefined
            : `${mark}.0.${after}`
      if (items.length > 0 || after === undefined)
        return { ...rest, items, ...(next !== undefined && { cursor: next }) }
      told = 0
      at = after
    }
  }
}
