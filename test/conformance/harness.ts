import type { Command, CommandKind } from '../../src/domain/command'
import type { Facet, Holdings } from '../../src/domain/query/facets'
import type { Dimension, EventDimension } from '../../src/domain/summary'
import type { TimelineEntry } from '../../src/domain/timeline'
import type { Instant } from '../../src/domain/units'
import type { Fault, Source } from '../../src/sources/contract'

/** A backend that cannot do a thing says why. The kit then asserts that the thing is really absent. */
export interface Cannot {
  readonly cannot: string
}

/** Something the backend behind a source does when told to. Resolves once it is done. */
export type Ability<T = void> = (() => Promise<T>) | Cannot

/** Makes every later call fail in one way. Resolves to what makes the backend well again. */
export type Provocation = Ability<() => Promise<void>>

/** The faults a backend can be made to show. `aborted` is not among them: the caller makes it, and every source shows it. */
export type ShownFault = Exclude<Fault, 'aborted'>

/** What a source must offer: all of this and no more. */
export interface Offers {
  readonly facets: readonly Facet[]
  /** Facets whose reader has `watch`. */
  readonly watched: readonly Facet[]
  /** The readers of incidents and of events have `summarise`. */
  readonly summaries: boolean
  /** What the backend can count by, where it is not everything: other questions are refused as `unsupported`. */
  readonly counts?: { readonly incidents: readonly Dimension[]; readonly events: readonly EventDimension[] }
  /** Empty: the source has no `commands`. */
  readonly commands: readonly CommandKind[]
}

/** An entry as it is compared: without when, by whom and its key. */
export interface ToldEntry {
  readonly kind: TimelineEntry['kind']
  readonly text: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

/** An entry of that kind that tells no more than what is named. */
export const toldEntry = (kind: ToldEntry['kind'], more: Partial<ToldEntry>): ToldEntry => ({
  kind,
  text: undefined,
  from: undefined,
  to: undefined,
  ...more,
})

/** How far a backend of its own kind keeps what a command changed. It may keep less, or in its own words, never else. */
export interface Telling {
  /** Takes out what the backend sets by itself, such as its own moments: of what the domain expects and of what reads. */
  readonly record: (facet: Facet, body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  /** How the backend tells these entries. */
  readonly entries: (expected: readonly ToldEntry[]) => readonly ToldEntry[]
}

/** One source under test, with hands on the backend behind it. */
export interface Harness {
  readonly source: Source
  readonly offers: Offers
  /** The present of the backend: no answer may be from later. */
  readonly now: () => Instant
  /** How each fault is provoked in every reader, or why it cannot be: `cannotFault` says it for all at once. */
  readonly faults: Readonly<Record<ShownFault, Provocation>>
  /** Makes something change in the backend, so that every watched reader must call back. */
  readonly change: Ability
  /** Makes the backend give only a part of its incidents, so that the next answer must bear a caveat. */
  readonly partial: Ability
  /**
   * Which lawful commands of the kinds it takes the backend carries out; absent: all. The kit demands that the others are
   * refused as unsupported.
   */
  readonly carries?: (command: Command) => boolean
  /** Absent: the backend keeps all that a command changed as the domain says. */
  readonly telling?: Telling
  /** Closes the source and frees the backend. */
  close(): Promise<void>
}

/** Makes a fresh source over a fresh backend that holds exactly this world. */
export type Make = (world: Holdings) => Promise<Harness>

const allFaults = [
  'unreachable',
  'timeout',
  'rate-limited',
  'unauthenticated',
  'forbidden',
  'conflict',
  'bad-response',
  'unsupported',
] as const satisfies readonly ShownFault[]

/** A record of all shown faults, each told by the function. */
export const eachFault = (tell: (fault: ShownFault) => Provocation): Harness['faults'] => {
  const told: Partial<Record<ShownFault, Provocation>> = {}
  for (const fault of allFaults) told[fault] = tell(fault)
  return told as Required<typeof told>
}

/** For a backend that cannot fail by itself. */
export const cannotFault = (why: string): Harness['faults'] => eachFault(() => ({ cannot: why }))

export const isAble = <T>(ability: Ability<T>): ability is () => Promise<T> => typeof ability === 'function'
