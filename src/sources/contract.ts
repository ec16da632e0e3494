import type { CommandEnvelope, CommandKind } from '../domain/command'
import type { Facet, Queries, Records } from '../domain/query/facets'
import type { EventQuestion, Summary, SummaryQuestion } from '../domain/summary'
import type { Id, Instant } from '../domain/units'

/** The version of this contract. A source that names another is not opened. */
export const contractVersion = 1

/** Why a source could not answer. Whether trying again can help is in `retryable`. */
export const faults = [
  'unreachable',
  'timeout',
  'rate-limited',
  'unauthenticated',
  'forbidden',
  'conflict',
  'bad-response',
  'unsupported',
  'aborted',
] as const
/** One of `faults`. */
export type Fault = (typeof faults)[number]

/** Whether the same request may succeed later without anybody changing anything. */
export const retryable: Readonly<Record<Fault, boolean>> = {
  unreachable: true,
  timeout: true,
  'rate-limited': true,
  unauthenticated: false,
  forbidden: false,
  conflict: false,
  'bad-response': true,
  unsupported: false,
  aborted: false,
}

/** The only error a source throws. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  /** What went wrong, as far as code has to know; the message says it to people. */
  readonly fault: Fault
  /** Id of the source that failed. */
  readonly source: string
  /** Milliseconds the backend asked to wait, where it did. */
  readonly retryAfter: number | undefined

  constructor(fault: Fault, source: string, message: string, options?: { cause?: unknown; retryAfter?: number }) {
    super(message, { cause: options?.cause })
    this.fault = fault
    this.source = source
    this.retryAfter = options?.retryAfter
  }
}

/** What travels with each call. */
export interface Call {
  /** Aborting it rejects the call with the fault `aborted`. */
  readonly signal: AbortSignal
}

/** Which part of a list is wanted. */
export interface PageRequest {
  /** Most items wanted; a source may return fewer, never more. */
  readonly limit: number
  /** From the page before; opaque; valid for the same query only. */
  readonly cursor?: string
}

/** Something the reader of an answer must know to read it right. */
export interface Caveat {
  /**
   * `partial`: a part of the backend did not answer. `set-aside`: records could not be read. `truncated`: a limit cut the
   * reading short. `inferred`: guessed by somebody's model. `zone-assumed`: times named no zone. `stale`: older than it
   * should be.
   */
  readonly kind: 'partial' | 'set-aside' | 'truncated' | 'inferred' | 'zone-assumed' | 'stale'
  /** One whole sentence for people: what it is, and where more of it is said. */
  readonly text: string
  /** How many records it concerns, where known. */
  readonly count?: number
}

/** A part of a list, and what its reader must know. */
export interface Page<R> {
  /** In the query's order. Fewer than asked for, even none, does not mean the end: an absent cursor does. */
  readonly items: readonly R[]
  /** Absent on the last page. */
  readonly cursor?: string
  /** Of all pages, where the source knows it exactly. Never an estimate. */
  readonly total?: number
  /** When the backend says this was true. */
  readonly asOf: Instant
  /** Of this page and the list it belongs to. Empty: nothing is known to be missing or wrong. */
  readonly caveats: readonly Caveat[]
}

/** Counts and distributions, and how far to believe them. */
export interface SummaryAnswer {
  /** Cells that add up with those of other sources and shards. */
  readonly summary: Summary
  /** When the backend says this was true. */
  readonly asOf: Instant
  /** What was left out of the counts, or counted with less certainty. Empty: nothing. */
  readonly caveats: readonly Caveat[]
}

/** What can be asked about a facet as a whole. Nothing may be asked of the others. */
export type Question<F extends Facet> = F extends 'incidents'
  ? SummaryQuestion
  : F extends 'events'
    ? EventQuestion
    : never

/** Facets that can be counted: their readers may offer `summarise`. */
export const counted: readonly Facet[] = ['incidents', 'events'] satisfies readonly Facet[]
/** Whether questions can be asked about the facet. */
export const isCounted = (facet: Facet): boolean => counted.includes(facet)

/** Reads one facet. A reader that is present works for every query of its facet. */
export interface Reader<R, Q, S = never> {
  /** Records that match, in the query's order (`facetRules`), from the cursor on. */
  list(query: Q, page: PageRequest, call: Call): Promise<Page<R>>
  /** One record, or undefined where the source does not have it. */
  get(id: Id, call: Call): Promise<R | undefined>
  /** Calls back whenever something changed, without saying what. Returns the way to stop. */
  watch?(changed: () => void): () => void
  /**
   * Counts and distributions computed where the records are, for the `counted` facets. Rejects with `unsupported` where
   * the backend cannot count by what is asked.
   */
  summarise?(question: S, call: Call): Promise<SummaryAnswer>
}

/** Capability is presence: an absent reader is not offered. */
export type Readers = { readonly [F in Facet]?: Reader<Records[F], Queries[F], Question<F>> }

/** What a carried-out command changed. */
export interface Receipt {
  /** Ids of the records that are different now, by facet. */
  readonly changed: { readonly [F in Facet]?: readonly Id[] }
}

/** Takes the commands it names. Others, and unlawful ones, are refused with a SourceError that says why. */
export interface CommandTaker {
  /** The kinds it carries out. What is not among them is not offered on screen either. */
  readonly takes: readonly CommandKind[]
  /** Idempotent by `envelope.key`. A stale `version` rejects with the fault `conflict`. */
  send(envelope: CommandEnvelope, call: Call): Promise<Receipt>
}

/** A record that could not be read, kept for people to mend. */
export interface SetAside {
  /** What it would have been a record of: the screen of that facet says that it is missing. */
  readonly facet: Facet
  /** Id or position, as far as it could be told. */
  readonly record: string
  /** File and line, or address, it came from. */
  readonly place: string
  /** What is wrong with it and how to mend it, in words for whoever keeps the data. */
  readonly reason: string
}

/** A file of the source as it would be with the edits in it, to be committed where the files are kept. */
export interface ChangedFile {
  /** Its path. */
  readonly name: string
  readonly text: string
  /** Ids of the edited records that stand in it. */
  readonly records: readonly Id[]
  /** Paths that have to go once this file is there: it tells all that they told. */
  readonly replaces: readonly string[]
  /** Written from the records, not changed in place: comments, and what could not be read, are not in it. */
  readonly anew: boolean
}

/** How far a source has come in gathering what it reads. */
export interface Progress {
  /** In the unit that `what` names. */
  readonly done: number
  /** Absent while unknown. */
  readonly total?: number
  /** What is counted and what is going on, such as “bytes: reading incidents.csv”. */
  readonly what: string
}

/** One configured backend, in the domain's terms. */
export interface Source {
  /** The version it was written against. */
  readonly contract: typeof contractVersion
  /** The key it is configured under. */
  readonly id: string
  /** What people call it. */
  readonly title: string
  /** What it can be asked. Settled when it opens: none is added or taken away later. */
  readonly readers: Readers
  /** A copy taken at `asOf` that does not change by itself: it is not polled and never called live. */
  readonly snapshot?: true
  /** Absent: read-only. */
  readonly commands?: CommandTaker
  /** Backend's clock minus the browser's, in milliseconds, where it has been seen. */
  clockOffset?(): number | undefined
  /** Records that did not parse, the newest reading only. Absent: the source cannot have any. */
  setAside?(call: Call): Promise<readonly SetAside[]>
  /**
   * What people changed here, as files. None: nothing was changed. Offered by sources that read files and keep edits
   * beside them.
   */
  changedFiles?(call: Call): Promise<readonly ChangedFile[]>
  /** Tells how far the first gathering has come. Returns the way to stop. */
  progress?(listener: (progress: Progress | undefined) => void): () => void
  /** Frees what it holds. No call may follow. */
  close(): void
}
