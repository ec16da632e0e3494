import { createParser, parseAsArrayOf, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { isMoment, longFrom, narrated } from '../../../../domain/narrative'
import { type EntryKind, entryKinds, type TimelineEntry } from '../../../../domain/timeline'
import { type Id, type Open, unknownText } from '../../../../domain/units'
import type { Names } from '../../useNames'
import { kindsWord } from '../entryWords'

type Kind = TimelineEntry['kind']

/** How much of a timeline is told. */
export const extents = ['moments', 'all'] as const
export type Extent = (typeof extents)[number]

const isKind = (text: string): text is Open<EntryKind> =>
  unknownText(text) !== undefined || entryKinds.some((kind) => kind === text)

const kind = createParser<Kind>({ parse: (text) => (isKind(text) ? text : null), serialize: String })

const parsers = {
  kinds: parseAsArrayOf(kind).withDefault([]),
  log: parseAsStringLiteral(extents),
  told: parseAsStringLiteral(['newest', 'oldest']).withDefault('newest'),
}

/** `34 of 58 hidden: notes, assignments within a team`. Empty when nothing is. */
export function hiddenText(items: readonly TimelineEntry[], shown: readonly TimelineEntry[]): string {
  if (shown.length === items.length) return ''
  const kept = new Set(shown.map(({ id }) => id))
  const part = new Set(shown.map((entry) => entry.kind))
  const hidden = Map.groupBy(
    items.filter(({ id }) => !kept.has(id)),
    (entry) => entry.kind,
  )
  const names = [...hidden]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([of]) => (part.has(of) && of === 'assignment' ? 'assignments within a team' : kindsWord(of)))
  const count = (items.length - shown.length).toLocaleString('en')
  return `${count} of ${items.length.toLocaleString('en')} hidden: ${names.join(', ')}`
}

/** The team that a party is, or the first of a person; undefined where nobody knows. */
function teamOf(party: Id, names: Names): Id | undefined {
  const known = names.partyOf(party)
  if (known?.type === 'person') return known.teams[0]
  return known?.id ?? (party.startsWith('team:') ? party : undefined)
}

/** What the address says of the timeline, what that leaves of the entries, and the ways to change it. */
export function useLog(items: readonly TimelineEntry[], names: Names) {
  const [url, setUrl] = useQueryStates(parsers)
  const moments = items.filter((entry) => isMoment(entry, (party) => teamOf(party, names)))
  const curable = moments.length > 0 && moments.length < items.length
  const usual: Extent = curable && items.length > longFrom ? 'moments' : 'all'
  const byKind = url.kinds.length > 0
  const extent = byKind ? undefined : curable ? (url.log ?? usual) : 'all'
  const kept = byKind ? items.filter((entry) => url.kinds.includes(entry.kind)) : extent === 'moments' ? moments : items
  const newestFirst = url.told === 'newest'
  return {
    told: narrated(kept, newestFirst),
    moments: moments.length,
    hidden: hiddenText(items, kept),
    /** Undefined where kinds are chosen. */
    extent,
    /** Whether there is a choice of extents worth showing. */
    choice: curable && (items.length > longFrom || url.log !== null),
    curable,
    kinds: url.kinds,
    newestFirst,
    setExtent: (next: Extent) => void setUrl({ log: next === usual ? null : next, kinds: null }),
    setKinds: (kinds: readonly Kind[]) => void setUrl({ kinds: kinds.length === 0 ? null : [...kinds] }),
    turn: () => void setUrl({ told: newestFirst ? 'oldest' : null }),
  }
}
export type Log = ReturnType<typeof useLog>
