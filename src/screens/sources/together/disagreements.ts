import { pathTo } from '../../../app/paths'
import type { View } from '../../../data'
import type { Table } from '../../../domain/tables/table'
import type { Facet } from '../../../domain/query/facets'
import { facetWords } from '../words'

export type Disagreement = View<Facet>['disagreements'][number]

/** Facets whose records several sources may tell. What happened is told once: events and timelines add up. */
export const comparable = [
  'workloads',
  'activities',
  'assignments',
  'parties',
  'problems',
  'incidents',
  'improvements',
  'requests',
] as const satisfies readonly Facet[]

/** One disagreement, as it is listed. */
export interface Contradiction extends Disagreement {
  readonly key: string
  /** What the record is called, as it is believed. */
  readonly record: string
  /** Where it is shown; absent where no view shows one of its kind. */
  readonly to: string | undefined
  /** Why the first is believed. */
  readonly why: string
}

/** A value in few words. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(', ')
  return JSON.stringify(value) ?? 'nothing'
}

type Records = ReadonlyMap<string, { readonly name: string; readonly activity: string | undefined }>

const nameIn = (record: object): string | undefined => {
  const told = 'name' in record ? record.name : 'title' in record ? record.title : undefined
  return typeof told === 'string' ? told : undefined
}

/** What is needed to name records and to lead to them. */
export const recordsOf = (items: readonly { readonly id: string }[]): Records =>
  new Map(
    items.map((item) => {
      const activity = 'activity' in item && typeof item.activity === 'string' ? item.activity : undefined
      return [item.id, { name: nameIn(item) ?? item.id, activity }]
    }),
  )

function pathOf(facet: Facet, id: string, activity: string | undefined): string | undefined {
  if (facet === 'workloads') return pathTo('ownership', { workload: id })
  if (facet === 'activities') return pathTo('ownership', { activity: id })
  if (facet === 'assignments') return activity === undefined ? undefined : pathTo('ownership', { activity })
  if (facet === 'parties') return pathTo('parties', { id })
  if (facet === 'problems') return pathTo('problems', { id })
  if (facet === 'incidents') return pathTo('incidents', { id, status: 'all' })
  return facet === 'improvements' || facet === 'requests' ? pathTo('reviews', { tab: facet }) : undefined
}

/**
 * Why the first claim is believed: its source stands before the others, or those before it tell the record but say
 * nothing of this field. `tellers`: ids of the sources that tell the record, in the order of belief.
 */
export function whyBelieved(
  claims: Disagreement['claims'],
  tellers: readonly string[],
  title: (id: string) => string,
): string {
  const [believed] = claims
  if (!believed) return ''
  const before = tellers.slice(0, tellers.indexOf(believed.source))
  const silent = before.length === 0 ? '' : `${before.map(title).join(' and ')} would be, but says nothing of it; `
  const others = claims.slice(1).map(({ source }) => title(source))
  return `${silent}${title(believed.source)} stands before ${others.join(' and ')} in the order of belief.`
}

/** The disagreements of one facet, named and led to. */
export function contradictions(
  view: Pick<View<Facet>, 'disagreements' | 'claims'>,
  records: Records,
  title: (id: string) => string,
): readonly Contradiction[] {
  return view.disagreements.map((each) => {
    const { facet, id, field, claims } = each
    const known = records.get(id)
    return {
      ...each,
      key: `${facet} ${id} ${field}`,
      record: known?.name ?? id,
      to: pathOf(facet, id, known?.activity),
      why: whyBelieved(claims, view.claims.get(id) ?? [], title),
    }
  })
}

/** What is listed, as a table to be saved. */
export function disagreementTable(
  listed: readonly Contradiction[],
  total: number,
  title: (id: string) => string,
): Table {
  const most = Math.max(0, ...listed.map(({ claims }) => claims.length))
  const others = Array.from({ length: Math.max(0, most - 1) }, (_each, index) => index + 2)
  return {
    title: 'Where sources disagree',
    scope: [`${listed.length} of ${total} disagreements`],
    definitions: ['Believed: the first source in the order of belief that tells the field.'],
    columns: [
      { key: 'facet', label: 'Facet' },
      { key: 'id', label: 'Id' },
      { key: 'record', label: 'Record' },
      { key: 'field', label: 'Field' },
      { key: 'source', label: 'Believed source' },
      { key: 'value', label: 'Believed value' },
      ...others.flatMap((n) => [
        { key: `source${n}`, label: `Source ${n}` },
        { key: `value${n}`, label: `Value ${n}` },
      ]),
      { key: 'why', label: 'Why believed' },
    ],
    rows: listed.map(({ facet, id, record, field, claims, why }) => [
      facetWords[facet],
      id,
      record,
      field,
      ...Array.from({ length: Math.max(1, most) }, (_each, index) => claims[index]).flatMap((claim) =>
        claim ? [title(claim.source), valueText(claim.value)] : ['', ''],
      ),
      why,
    ]),
  }
}
