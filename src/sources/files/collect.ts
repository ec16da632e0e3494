import type { Facet, Records } from '../../domain/query/facets'
import { type Id, type Instant, instant } from '../../domain/units'
import type { Caveat, SetAside } from '../contract'
import type { Engine } from '../engine/engine'
import { newestMoment } from './moments'
import type { Sink } from './sink'

/** Caveats and notes beyond this number are counted, not kept: a file of another kind may be wrong in every row. */
const mostKept = 1_000

/** Facets that a kind of caveat is of interest to; others are to all. */
const concerns: { readonly [K in Caveat['kind']]?: readonly Facet[] } = {
  'zone-assumed': ['incidents', 'timeline', 'events', 'problems', 'improvements', 'requests'],
  inferred: ['incidents'],
}

/** Gathers what parsers find: records into an engine, the rest into lists. */
export class Collector implements Sink {
  readonly caveats: Caveat[] = []
  private readonly kept: SetAside[] = []
  private dropped = 0
  private readonly counts = new Map<Facet, number>()
  private readonly engine: Engine
  /** No record is believed to tell of a moment after it. */
  present: Instant = instant(Number.POSITIVE_INFINITY)
  /** The newest moment the records tell of: up to there they are true. */
  newest: Instant | undefined

  constructor(engine: Engine) {
    this.engine = engine
  }

  put<F extends Facet>(facet: F, records: readonly Records[F][]): void {
    if (records.length === 0) return
    this.engine.put(facet, records)
    const newest = newestMoment(facet, records, this.present)
    if (newest !== undefined && (this.newest === undefined || newest > this.newest)) this.newest = newest
  }

  has(facet: Facet, id: Id): boolean {
    return this.engine.get(facet, id) !== undefined
  }

  aside(item: SetAside): void {
    this.counts.set(item.facet, (this.counts.get(item.facet) ?? 0) + 1)
    if (this.kept.length < mostKept) this.kept.push(item)
    else this.dropped += 1
  }

  caveat(caveat: Caveat): void {
    this.caveats.push(caveat)
  }

  /** What was set aside, with a last line for those beyond the first thousand. */
  setAside(): readonly SetAside[] {
    const [first] = this.kept
    if (this.dropped === 0 || first === undefined) return this.kept
    const count = this.dropped.toLocaleString('en')
    return [
      ...this.kept,
      { ...first, record: `${count} more`, reason: 'Not listed one by one: mend those above first.' },
    ]
  }

  /** What a reader of the facet must know. */
  caveatsOf(facet: Facet): readonly Caveat[] {
    const count = this.counts.get(facet) ?? 0
    const own = this.caveats.filter(({ kind }) => concerns[kind]?.includes(facet) ?? true)
    if (count === 0) return own
    const text = `${count.toLocaleString('en')} ${count === 1 ? 'record was' : 'records were'} set aside: see Sources.`
    return [...own, { kind: 'set-aside', text, count }]
  }
}
