import { parseAsArrayOf, parseAsString, useQueryStates } from 'nuqs'

/** What the list of problems can be ordered by. */
export const orders = ['incidents', 'open', 'newest'] as const
export type Order = (typeof orders)[number]

/** In the place of an owner: nobody. */
export const nobody = 'nobody'

const list = parseAsArrayOf(parseAsString).withDefault([])
const parsers = {
  id: parseAsString,
  q: parseAsString.withDefault(''),
  state: list,
  owner: list,
  workload: list,
  sort: parseAsString.withDefault('incidents'),
}

/** How the list is narrowed, as the address has it. */
export interface Raw {
  readonly q: string
  readonly state: readonly string[]
  readonly owner: readonly string[]
  readonly workload: readonly string[]
  readonly sort: string
}
export type Change = Partial<{ -readonly [K in keyof Raw]: Raw[K] | null }>

/** Nothing left out of the list. */
export const nothingChosen: Change = { q: null, state: null, owner: null, workload: null }

export const isNarrowed = ({ q, state, owner, workload }: Raw): boolean =>
  q.trim() !== '' || [state, owner, workload].some(({ length }) => length > 0)

/** The address of the view: one problem, or how the list of all is narrowed. */
export function useAddress() {
  const [{ id, ...raw }, set] = useQueryStates(parsers, { history: 'replace' })
  const change = ({ q, sort, ...lists }: Change) => {
    const given = Object.entries(lists).map(([key, value]) => [key, value && [...value]])
    void set({ ...(q !== undefined && { q }), ...(sort !== undefined && { sort }), ...Object.fromEntries(given) })
  }
  return { id, raw, change }
}
