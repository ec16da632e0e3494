import { parseAsArrayOf, parseAsBoolean, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { happenings } from '../../charts'
import { type Clock, clocks } from '../../domain/incident'

/** What the bars can be divided by. */
export const divisions = ['severity', 'team', 'workload', 'factor'] as const
export type Division = (typeof divisions)[number]

/** What can be timed, in the order in which it ends. */
export const clockNames = ['detect', 'acknowledge', 'mitigate', 'resolve', 'close'] as const satisfies readonly Clock[]

const parsers = {
  by: parseAsStringLiteral(divisions).withDefault('severity'),
  hide: parseAsArrayOf(parseAsStringLiteral(happenings)).withDefault([]),
  clock: parseAsStringLiteral(clockNames).withDefault('resolve'),
  closed: parseAsBoolean.withDefault(false),
}

/** How the charts are drawn, as the address says, and the way to change it. What they look at is in `useAddress`. */
export const useDrawing = () => useQueryStates(parsers)

/** The word for the end that a clock waits for. */
export const endWords: Readonly<Record<keyof typeof clocks, string>> = {
  detect: 'detected',
  acknowledge: 'acknowledged',
  mitigate: 'mitigated',
  resolve: 'resolved',
  close: 'closed',
}
