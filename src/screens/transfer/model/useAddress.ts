import { parseAsString, useQueryStates } from 'nuqs'

/** What the consequences can be read as. */
export const readings = ['activities', 'load', 'gaps', 'people', 'besides'] as const
export type Reading = (typeof readings)[number]

/** Stands in the address for a plan that is not begun yet. */
export const newPlan = 'new'

const parsers = {
  /** The party the planning begins with. */
  from: parseAsString,
  plan: parseAsString,
  view: parseAsString.withDefault('activities'),
}

export interface Address {
  readonly from: string | null
  readonly plan: string | null
  readonly reading: Reading
  /** What the address asks for and nobody knows. */
  readonly unknownView: string | undefined
  readonly change: (next: { plan?: string | null; from?: string | null; view?: Reading | null }) => void
}

/** The address of the view: which plan, begun with whom, and how its consequences are read. */
export function useAddress(): Address {
  const [{ from, plan, view }, set] = useQueryStates(parsers, { history: 'replace' })
  const reading = readings.find((each) => each === view)
  return {
    from,
    plan,
    reading: reading ?? 'activities',
    unknownView: reading === undefined ? view : undefined,
    change: (next) => void set(next),
  }
}
