import { parseAsArrayOf, parseAsBoolean, parseAsString, useQueryStates } from 'nuqs'
import { filterKeys, type RawQuery } from './query'

const list = parseAsArrayOf(parseAsString).withDefault([])
const yes = parseAsBoolean.withDefault(false)

const parsers = {
  q: parseAsString.withDefault(''),
  workload: list,
  team: list,
  person: list,
  role: list,
  kind: list,
  risk: list,
  automation: list,
  tag: list,
  tier: list,
  gap: parseAsString,
  gaps: yes,
  activity: parseAsString,
  view: parseAsString,
  sort: parseAsString,
  coverage: yes,
  folded: list,
}

export type QueryChange = Partial<{ -readonly [K in keyof RawQuery]: RawQuery[K] | null }>

/**
 * The address of the view, and how to change it. Opening an activity or another reading is a step that "back" undoes;
 * filters are not.
 */
export function useQuery() {
  const [raw, set] = useQueryStates(parsers, { history: 'replace' })
  const change = (next: QueryChange) => {
    const { workload, team, person, role, kind, risk, automation, tag, tier, folded, ...rest } = next
    const lists = { workload, team, person, role, kind, risk, automation, tag, tier, folded }
    const given = Object.fromEntries(
      Object.entries(lists).flatMap(([key, value]) => (value === undefined ? [] : [[key, value && [...value]]])),
    )
    const opens = next.activity !== undefined && next.activity !== null && raw.activity === null
    const turns = next.view !== undefined && next.view !== raw.view
    void set({ ...rest, ...given }, { history: opens || turns ? 'push' : 'replace' })
  }
  return { raw, change }
}

/** Takes every filter away; the reading, its order and the open activity stay. */
export const nothingChosen: QueryChange = {
  q: null,
  gap: null,
  gaps: null,
  ...Object.fromEntries(filterKeys.map((key) => [key, null])),
}
