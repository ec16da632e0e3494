import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import type { Id } from '../../../domain/units'

/** The forms of the drawer, by what the address calls them. */
export const asks = ['change', 'review', 'feedback', 'improvement'] as const
export type Ask = (typeof asks)[number]

const parsers = { ask: parseAsStringLiteral(asks), party: parseAsString }

/** Which form stands open, as the address says. Opening one for a cell names the party of the cell. */
export function useAsk() {
  const [{ ask, party }, set] = useQueryStates(parsers, { history: 'replace' })
  return {
    ask,
    party,
    open: (form: Ask, of?: Id) => void set({ ask: form, party: of ?? null }),
    /** Folds the form; given one, only while it is that one. */
    fold: (form?: Ask) => void set((now) => (form === undefined || now.ask === form ? { ask: null, party: null } : {})),
  }
}
