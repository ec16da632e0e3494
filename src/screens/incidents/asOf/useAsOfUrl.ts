import { parseAsString, useQueryState } from 'nuqs'
import { formatInstant, hour, type Instant, instant, parseInstant } from '../../../domain/units'
import type { Anchor } from '../anchor'

/** The moment that the address asks for (`asof=`), and the way to another. */
export function useAsOfUrl() {
  const [text, setText] = useQueryState('asof', parseAsString)
  const at = text === null ? undefined : parseInstant(text)
  return {
    at,
    /** What the address says, where that is no moment. */
    wrong: text !== null && at === undefined ? text : undefined,
    go: (to: Instant | undefined) => void setText(to === undefined ? null : formatInstant(to)),
  }
}
export type AsOfUrl = ReturnType<typeof useAsOfUrl>

/** The moment of the past that is shown: none where the address names one that is not over yet. */
export const pastOf = ({ at }: AsOfUrl, newest: Anchor): Instant | undefined =>
  at !== undefined && at < newest.at ? at : undefined

/** Where one begins to look back: the full hour before. */
export const startOf = ({ at }: Anchor): Instant => instant(Math.ceil(at / hour - 1) * hour)
