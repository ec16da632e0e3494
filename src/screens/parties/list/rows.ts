import type { OwnershipView } from '../../../data'
import { findIndex } from '../../../domain/find/findIndex'
import { isInactive } from '../../../domain/holders'
import { byShownName, nameOf } from '../../../domain/matrix'
import { isTeamId, type Party } from '../../../domain/ownership'
import { countsByParty, noCounts, type PartyCounts } from '../../../domain/party/counts'
import { textMatcher, words } from '../../../domain/query/text'
import type { Id } from '../../../domain/units'
import type { Listing, Order } from '../address'

/** One party in the list. */
export interface PartyRow {
  readonly id: Id
  readonly name: string
  readonly team: boolean
  /** Absent: it holds roles, and no source has it in a list of people or teams. */
  readonly party?: Party
  readonly left: boolean
  /** Their teams; of a team, the one above it. */
  readonly within: readonly string[]
  readonly counts: PartyCounts
  readonly words: string
}

/** Every party that a source lists or that holds anything, by name. */
export function rowsOf({ parties, ownership }: Pick<OwnershipView, 'parties' | 'ownership'>): readonly PartyRow[] {
  const counts = countsByParty(ownership)
  const row = (id: Id, party?: Party): PartyRow => {
    const name = nameOf(id, ownership)
    const above = party?.type === 'team' && party.parent !== undefined ? [party.parent] : []
    const within = (party?.type === 'person' ? party.teams : above).map((each) => nameOf(each, ownership))
    return {
      id,
      name,
      team: isTeamId(id),
      left: isInactive(id, ownership),
      within,
      counts: counts.get(id) ?? noCounts,
      words: words(id, name, party?.aliases, party?.tags, within),
      ...(party && { party }),
    }
  }
  const unlisted = [...counts.keys()].filter((id) => ownership.party(id) === undefined)
  return [...parties.map((party) => row(party.id, party)), ...unlisted.map((id) => row(id))].toSorted((left, right) =>
    byShownName(left.name, right.name),
  )
}

/** Which rows each listing holds. */
export const holds: Readonly<Record<Listing, (row: PartyRow) => boolean>> = {
  all: () => true,
  teams: ({ team }) => team,
  people: ({ team }) => !team,
  left: ({ left }) => left,
  unlisted: ({ party }) => party === undefined,
}

const most: Readonly<Record<Exclude<Order, 'name'>, (row: PartyRow) => number>> = {
  held: ({ counts }) => counts.A + counts.R,
  sole: ({ counts }) => counts.sole,
  gaps: ({ counts }) => counts.gaps,
}

/** What the filters leave, in the order wanted; equal ones by name. */
export function listed(rows: readonly PartyRow[], { q, show, sort }: { q: string; show: Listing; sort: Order }) {
  const matches = textMatcher(q)
  const found = rows.filter((row) => holds[show](row) && matches(row.words))
  if (sort === 'name') return found
  const by = most[sort]
  return found.toSorted((left, right) => by(right) - by(left))
}

/** Parties that are called nearly so. */
export function alike(rows: readonly PartyRow[], text: string, most = 5): readonly PartyRow[] {
  const search = findIndex(rows.map((row) => ({ kind: 'party', name: row.name, also: [row.words], row })))
  return search(text, most).flatMap(({ items }) => items.map(({ row }) => row))
}
