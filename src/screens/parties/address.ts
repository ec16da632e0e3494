import { parseAsString, useQueryStates } from 'nuqs'

/** Which of the parties are listed, and in which order. */
export const listings = ['all', 'teams', 'people', 'left', 'unlisted'] as const
export type Listing = (typeof listings)[number]
export const orders = ['name', 'held', 'sole', 'gaps'] as const
export type Order = (typeof orders)[number]

const parsers = {
  id: parseAsString,
  q: parseAsString.withDefault(''),
  show: parseAsString.withDefault('all'),
  sort: parseAsString.withDefault('name'),
}

const among = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((each) => each === text)

/** The address of the view: a party's id, or how the list of them is narrowed; and what in it means nothing. */
export function useAddress() {
  const [raw, set] = useQueryStates(parsers, { history: 'replace' })
  const [show, sort] = [among(listings, raw.show), among(orders, raw.sort)]
  const ignored = [
    ...(show === undefined ? [`the list “${raw.show}”`] : []),
    ...(sort === undefined ? [`the order “${raw.sort}”`] : []),
  ]
  return {
    id: raw.id,
    q: raw.q,
    show: show ?? 'all',
    sort: sort ?? 'name',
    ignored,
    change: (next: { q?: string | null; show?: Listing | null; sort?: Order | null }) => void set(next),
  }
}
