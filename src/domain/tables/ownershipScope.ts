import { countText } from '../countText'
import { roleNames, roles } from '../ownership'
import { dateTimeText } from '../time/format'
import type { Instant } from '../units'

/** What an exported table of ownership has to say of itself. */
export interface Shown {
  /** Such as `Team: Payments, Platform`. Empty: nothing was filtered. */
  readonly filters: readonly string[]
  readonly sources: readonly { readonly title: string; readonly asOf?: Instant }[]
  readonly now: Instant
  /** IANA name. */
  readonly zone: string
  readonly listed: number
  readonly total: number
  /** What is not in the picture, a sentence each. */
  readonly missing: readonly string[]
}

/** How much of what is in the table, by which filters, from which sources, as of when. */
export function scopeLines({ filters, sources, now, zone, listed, total, missing }: Shown): readonly string[] {
  const told = sources.map(({ title, asOf }) =>
    asOf === undefined ? title : `${title} (as of ${dateTimeText(asOf, zone)})`,
  )
  return [
    `Activities: ${countText(listed)} of ${countText(total)}`,
    `Filters: ${filters.length === 0 ? 'none' : filters.join('; ')}`,
    `Sources: ${told.length === 0 ? 'none' : told.join('; ')}`,
    `Written: ${dateTimeText(now, zone)}. Times are in ${zone}.`,
    ...(missing.length === 0 ? ['Missing: nothing that is known of'] : missing.map((text) => `Missing: ${text}`)),
  ]
}

const deeds = {
  A: 'answers for it; exactly one',
  R: 'performs it',
  V: 'checks the result; not the one who performs it',
  C: 'is asked before',
  I: 'is told when action is needed',
} as const

/** The letters of a cell. */
export const letterLines: readonly string[] = [
  ...roles.map((role) => `${role}: ${roleNames[role]} (${deeds[role]})`),
  'O: was seen to hold the role that follows, and is not declared to',
  '?: nobody is accountable, and this team owns the workload',
  '(name): the person of that team who holds the role. (from …): inherited from there.',
]

/** What counts as owned. */
export const ownedLine =
  'Owned end to end: exactly one accountable who is active and somebody active who is responsible, or by design without owner. Where the sources record no owners it is not recorded.'
