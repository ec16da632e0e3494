import { parseAsArrayOf, parseAsBoolean, parseAsString, useQueryStates } from 'nuqs'
import type { RawQuery } from './query'

const list = parseAsArrayOf(parseAsString).withDefault([])

const parsers = {
  q: parseAsString.withDefault(''),
  workload: list,
  team: list,
  kind: list,
  risk: list,
  automation: list,
  gap: parseAsString,
  gaps: parseAsBoolean.withDefault(false),
  activity: parseAsString,
  /** Workloads of which only the header is shown. */
  folded: list,
}

export type QueryChange = Partial<{ -readonly [K in keyof RawQuery]: RawQuery[K] | null }> & {
  readonly folded?: readonly string[] | null
}

/** The address of the view, and how to change it. Opening an activity is a step that "back" undoes; filters are not. */
export function useQuery() {
  const [raw, set] = useQueryStates(parsers, { history: 'replace' })
  const change = (next: QueryChange) => {
    const { workload, team, kind, risk, automation, folded, ...rest } = next
    const lists = { workload, team, kind, risk, automation, folded }
    const given = Object.fromEntries(
      Object.entries(lists).flatMap(([key, value]) => (value === undefined ? [] : [[key, value && [...value]]])),
    )
    const opens = next.activity !== undefined && next.activity !== null && raw.activity === null
    void set({ ...rest, ...given }, { history: opens ? 'push' : 'replace' })
  }
  return { raw, change }
}

/** Takes every filter away; the open activity stays. */
export const nothingChosen: QueryChange = {
  q: null,
  workload: null,
  team: null,
  kind: null,
  risk: null,
  automation: null,
  gap: null,
  gaps: null,
}
