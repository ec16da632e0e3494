import { useQueries } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { OpsEvent } from '../domain/event'
import type { Facet, Records } from '../domain/query/facets'
import type { Id } from '../domain/units'
import type { Page, Source } from '../sources/contract'
import { offering } from './ask'
import { useData } from './provider'

/** One record found by its words. */
export interface Found {
  readonly facet: Facet
  readonly id: Id
  readonly title: string
  /** What tells it from others of the same title. */
  readonly hint: string
}

export const searchFacets = ['activities', 'workloads', 'parties', 'incidents', 'problems', 'events'] as const
export type SearchFacet = (typeof searchFacets)[number]
const perFacet = 8
/** Many events are of one rule, and rules are what is found in them. */
const eventsRead = 100

const found = {
  activities: (item) => ({ title: item.name, hint: item.workload }),
  workloads: (item) => ({ title: item.name, hint: item.tier === undefined ? '' : `tier ${item.tier}` }),
  parties: (item) => ({ title: item.name, hint: item.type }),
  incidents: (item) => ({ title: item.title, hint: item.id }),
  problems: (item) => ({ title: item.title, hint: item.id }),
} satisfies { [F in Exclude<SearchFacet, 'events'>]: (item: Records[F]) => Pick<Found, 'title' | 'hint'> }

/** The rules of events that can page. */
async function rules(answer: Promise<Page<OpsEvent>> | undefined): Promise<readonly Found[]> {
  const events = (await answer)?.items ?? []
  const names = new Set(events.flatMap(({ rule, pages }) => (rule !== undefined && pages === true ? [rule] : [])))
  return [...names].map((name) => ({ facet: 'events', id: name, title: name, hint: '' }))
}

async function search(source: Source, facet: SearchFacet, text: string, signal: AbortSignal) {
  const page = { limit: perFacet }
  const call = { signal }
  const results = async <R extends { readonly id: Id }>(
    answer: Promise<{ readonly items: readonly R[] }> | undefined,
    tell: (item: R) => Pick<Found, 'title' | 'hint'>,
  ): Promise<readonly Found[]> => ((await answer)?.items ?? []).map((item) => ({ facet, id: item.id, ...tell(item) }))
  const { readers } = source
  switch (facet) {
    case 'activities':
      return results(readers.activities?.list({ text }, page, call), found.activities)
    case 'workloads':
      return results(readers.workloads?.list({ text }, page, call), found.workloads)
    case 'parties':
      return results(readers.parties?.list({ text }, page, call), found.parties)
    case 'incidents':
      return results(readers.incidents?.list({ text }, page, call), found.incidents)
    case 'problems':
      return results(readers.problems?.list({ text }, page, call), found.problems)
    case 'events':
      return rules(readers.events?.list({ text, kinds: ['alarm'] }, { limit: eventsRead }, call))
  }
}

export interface SearchView {
  readonly found: readonly Found[]
  readonly pending: boolean
  /** What went wrong, in words. */
  readonly faults: readonly string[]
}

/**
 * Records of these kinds whose words contain all words of the text, and the rules of such events that can page. Nothing
 * for an empty text.
 */
export function useSearch(text: string, facets: readonly SearchFacet[] = searchFacets): SearchView {
  const { sources } = useData()
  const wanted = useDeferredValue(text.trim())
  const answers = useQueries({
    queries: facets.flatMap((facet) =>
      offering(sources, facet).map((source) => ({
        queryKey: [source.id, facet, 'search', wanted],
        queryFn: ({ signal }: { signal: AbortSignal }) => search(source, facet, wanted, signal),
        enabled: wanted !== '',
        retry: false,
        // Sources are asked also where the browser thinks that it is offline: it often is wrong.
        networkMode: 'always' as const,
        staleTime: 30_000,
      })),
    ),
  })
  const all = wanted === '' ? [] : answers.flatMap((answer) => answer.data ?? [])
  // Where sources share a record, the first one's words stand: it is believed.
  const first = Map.groupBy(all, (each) => `${each.facet} ${each.id}`)
  return {
    found: [...first.values()].flatMap((those) => those.slice(0, 1)),
    pending: wanted !== '' && answers.some((answer) => answer.isFetching),
    faults: [...new Set(answers.flatMap(({ error }) => (error ? [error.message] : [])))],
  }
}
