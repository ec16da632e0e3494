import { parseAsArrayOf, parseAsInteger, parseAsString, useQueryStates } from 'nuqs'

/** The lists of this screen. */
export const tabs = ['reviews', 'requests', 'improvements', 'alerts'] as const
export type Tab = (typeof tabs)[number]

const list = parseAsArrayOf(parseAsString).withDefault([])

const parsers = {
  tab: parseAsString.withDefault('reviews'),
  q: parseAsString.withDefault(''),
  /** Teams and people that it concerns. */
  team: list,
  workload: list,
  /** Which groups of the list. */
  show: list,
  /** Kinds of change request. */
  kind: list,
  /** Teams and people that were moved. */
  moved: list,
  /** `2026-11-20`: the day of the reorganisation. */
  since: parseAsString,
  /** How far back events are looked at. */
  days: parseAsInteger.withDefault(90),
}

/** What stands in the address, before it is known whether it means anything here. */
export interface Raw {
  readonly tab: string
  readonly q: string
  readonly team: readonly string[]
  readonly workload: readonly string[]
  readonly show: readonly string[]
  readonly kind: readonly string[]
  readonly moved: readonly string[]
  readonly since: string | null
  readonly days: number
}
export type Change = Partial<{ -readonly [K in keyof Raw]: Raw[K] | null }>

/** What narrows a list, taken away. The range of the alerts and the reorganisation stay: they are what is looked at. */
export const nothingChosen: Change = { q: null, team: null, workload: null, show: null, kind: null }

/** Whether anything is left out of the list. */
export const isNarrowed = ({ q, team, workload, show, kind }: Raw): boolean =>
  q.trim() !== '' || [team, workload, show, kind].some((each) => each.length > 0)

/** The address of the screen, and how to change it. Going to another list is a step that "back" undoes. */
export function useAddress() {
  const [raw, set] = useQueryStates(parsers, { history: 'replace' })
  const change = ({ team, workload, show, kind, moved, ...rest }: Change) => {
    const lists = { team, workload, show, kind, moved }
    const given = Object.fromEntries(
      Object.entries(lists).flatMap(([key, value]) => (value === undefined ? [] : [[key, value && [...value]]])),
    )
    void set({ ...rest, ...given }, { history: rest.tab === undefined ? 'replace' : 'push' })
  }
  return { raw, change }
}
