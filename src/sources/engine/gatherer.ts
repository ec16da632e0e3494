import type { Facet, Queries, Records } from '../../domain/query/facets'
import { instant, type Instant } from '../../domain/units'
import {
  type Call,
  type Caveat,
  type Page,
  type PageRequest,
  type Progress,
  type Reader,
  type Source,
  SourceError,
} from '../contract'
import { distinctCaveats, pagesOf, unlessAborted } from '../paging'
import type { RemoteEngine } from './remote'

/** A reader beneath the engine. */
export interface Gatherable<R, Q> extends Reader<R, Q> {
  /** Records that changed at or after a moment, page after page, where the backend can tell. */
  changes?(since: Instant, page: PageRequest, call: Call): Promise<Page<R>>
}

/** How a source is gathered. */
export interface GatherOptions {
  /** Records asked for at once. */
  readonly pageSize?: number
  /** The browser's clock, milliseconds since 1970. */
  readonly now: () => number
  /**
   * Milliseconds after which what was gathered is gathered anew, behind the answers that are given meanwhile. Snapshots
   * never are.
   */
  readonly renewAfter?: number
  /** Milliseconds after which a reader that can tell changes is read whole again, to notice what was taken away; an hour. */
  readonly wholeAfter?: number
}

/** Milliseconds by which changes are asked for again: clocks differ, and what is written late still has an early time. */
const overlap = 120_000

/** What is known of a gathered facet besides its records. */
interface Reading {
  readonly asOf: Instant
  readonly caveats: readonly Caveat[]
  readonly gatheredAt: number
  /** When all of it was last read. */
  readonly wholeAt: number
}

/** What changed, as a list; undefined where the reader cannot tell. */
function onlyChanges<R, Q>(reader: Gatherable<R, Q>, since: Instant): Pick<Reader<R, Q>, 'list'> | undefined {
  if (!reader.changes) return undefined
  const changes = reader.changes.bind(reader)
  return { list: (_query, page, call) => changes(since, page, call) }
}

/** Gathers the facets of one source into the engine, each when it is first asked for. */
export class Gatherer {
  private readonly source: Source
  private readonly engine: RemoteEngine
  private readonly options: GatherOptions
  private readonly life = new AbortController()
  private readonly readings = new Map<Facet, Reading>()
  /** Why what is there could not be renewed. */
  private readonly failures = new Map<Facet, string>()
  private readonly underWay = new Map<Facet, Promise<Reading>>()
  private readonly done = new Map<Facet, Omit<Progress, 'what'>>()
  private readonly listeners = new Set<(progress: Progress | undefined) => void>()
  private readonly watchers = new Map<Facet, Set<() => void>>()

  constructor(source: Source, engine: RemoteEngine, options: GatherOptions) {
    this.source = source
    this.engine = engine
    this.options = options
  }

  /** The reading to answer from: the first one is waited for, an old one is renewed behind the answer. */
  async reading<F extends Facet>(facet: F, reader: Gatherable<Records[F], Queries[F]>): Promise<Reading> {
    const known = this.readings.get(facet)
    if (!known) return this.gather(facet, reader)
    const age = this.options.now() - known.gatheredAt
    if (!this.source.snapshot && age > (this.options.renewAfter ?? Number.POSITIVE_INFINITY)) this.renew(facet, reader)
    const failure = this.failures.get(facet)
    if (failure === undefined) return known
    const text = `What is shown of ${facet} was read earlier: ${failure}`
    return { ...known, caveats: [...known.caveats, { kind: 'stale', text }] }
  }

  has(facet: Facet): boolean {
    return this.readings.has(facet)
  }

  /** Calls back whenever the facet was gathered anew, which a change in the source beneath sets off. */
  watch<F extends Facet>(facet: F, reader: Gatherable<Records[F], Queries[F]>, changed: () => void): () => void {
    const watchers = this.watchers.get(facet) ?? new Set()
    this.watchers.set(facet, watchers)
    watchers.add(changed)
    const stop = reader.watch?.(() => this.renew(facet, reader))
    return () => {
      watchers.delete(changed)
      stop?.()
    }
  }

  /** Tells how many records have come while something is being gathered, and undefined when nothing is. */
  progress(listener: (progress: Progress | undefined) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.life.abort()
  }

  /**
   * Gathers again and says so when that is done. What was begun before the change may have missed it, so it is gathered
   * once more after that. A failure leaves what is there, with its age.
   */
  private renew<F extends Facet>(facet: F, reader: Gatherable<Records[F], Queries[F]>): void {
    const tell = () => this.watchers.get(facet)?.forEach((changed) => changed())
    const running = this.underWay.get(facet)
    if (!running && !this.has(facet)) return tell()
    const again = () => this.gather(facet, reader)
    const renewed = running ? running.then(again, again) : again()
    renewed.then(tell, (cause: unknown) => {
      this.failures.set(facet, cause instanceof Error ? cause.message : String(cause))
      tell()
    })
  }

  private gather<F extends Facet>(facet: F, reader: Gatherable<Records[F], Queries[F]>): Promise<Reading> {
    const running = this.underWay.get(facet)
    if (running) return running
    const life = { signal: this.life.signal }
    const gathering = unlessAborted(life, this.source.id, `Gathering ${facet}`, () => this.read(facet, reader)).finally(
      () => {
        this.underWay.delete(facet)
        this.done.delete(facet)
        this.tell()
      },
    )
    this.underWay.set(facet, gathering)
    return gathering
  }

  private async read<F extends Facet>(facet: F, reader: Gatherable<Records[F], Queries[F]>): Promise<Reading> {
    const call = { signal: this.life.signal }
    const { pageSize: limit = 1_000, now, wholeAfter = 3_600_000 } = this.options
    const before = this.readings.get(facet)
    const since = before && now() - before.wholeAt < wholeAfter ? instant(before.asOf - overlap) : undefined
    const partly = since === undefined ? undefined : onlyChanges(reader, since)
    let done = 0
    const caveats: Caveat[] = partly && before ? [...before.caveats] : []
    let asOf: Instant | undefined
    const everything: Queries[Facet] = {}
    if (!partly) await this.engine.begin(facet, call)
    for await (const page of pagesOf(partly ?? reader, everything, { limit, source: this.source.id }, call)) {
      await this.engine.put(facet, page.items, call)
      done += page.items.length
      caveats.push(...page.caveats)
      if (asOf === undefined || page.asOf < asOf) asOf = page.asOf
      this.done.set(facet, { done, ...(page.total !== undefined && { total: page.total }) })
      this.tell()
    }
    if (!partly) await this.engine.settle(facet, call)
    if (asOf === undefined) throw new SourceError('bad-response', this.source.id, `Not a single page of ${facet} came`)
    const gatheredAt = now()
    const wholeAt = partly && before ? before.wholeAt : gatheredAt
    const reading = { asOf, caveats: distinctCaveats(caveats), gatheredAt, wholeAt }
    this.readings.set(facet, reading)
    this.failures.delete(facet)
    return reading
  }

  private tell(): void {
    const parts = [...this.done.values()]
    const total = parts.every((part) => part.total !== undefined)
      ? parts.reduce((sum, part) => sum + (part.total ?? 0), 0)
      : undefined
    const progress =
      parts.length === 0
        ? undefined
        : {
            done: parts.reduce((sum, part) => sum + part.done, 0),
            what: [...this.done.keys()].join(', '),
            ...(total !== undefined && { total }),
          }
    for (const listener of this.listeners) listener(progress)
  }
}
