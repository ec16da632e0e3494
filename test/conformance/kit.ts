import assert from 'node:assert/strict'
import { type Facet, facetRules, type Holdings, type Queries, type Records } from '../../src/domain/query/facets'
import { type Call, type Fault, type Question, type Reader, SourceError } from '../../src/sources/contract'
import { readerOf } from '../../src/sources/paging'
import type { Harness, Make, Offers } from './harness'

/** One demand on a source. `run` rejects with what is wrong. */
export interface Case {
  readonly name: string
  readonly run: () => Promise<void>
}

/** What the cases of one source share. */
export interface Kit {
  readonly world: Holdings
  readonly make: Make
  /** One harness for all cases that only read. */
  shared(): Promise<Harness>
  /** Two sources that hold a part of the world each. With `overlap` they tell some records both. */
  halves(overlap: boolean): Promise<readonly [Harness, Harness]>
  /** A harness of its own, for cases that change or break the backend. */
  fresh(work: (harness: Harness) => Promise<void>): Promise<void>
  /** Closes what was shared. */
  close(): Promise<void>
}

/** Milliseconds after which a case that has not ended is wrong. A source under test must time out sooner. Real servers get more. */
export const caseLimit = process.env['WATCHBILL_LIVE'] ? 60_000 : 5_000

export const never: Call = { signal: new AbortController().signal }

/** Rejects when the work has not ended in time. */
export async function inTime<T>(what: string, work: Promise<T>, limit = caseLimit): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new assert.AssertionError({ message: `${what} did not end` })), limit)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

export const test = (name: string, run: () => Promise<void>): Case => ({ name, run: () => inTime(name, run()) })

/** Where an incident is, there is its timeline, and where an activity its roles: many backends tell one through the other. */
function half(world: Holdings, keep: (index: number) => boolean): Holdings {
  const part = <F extends Facet>(facet: F) => world[facet].filter((_, index) => keep(index))
  const incidents = part('incidents')
  const ids = new Set(incidents.map(({ id }) => id))
  const activities = part('activities')
  const performed = new Set(activities.map(({ id }) => id))
  return {
    workloads: part('workloads'),
    activities,
    assignments: world.assignments.filter(({ activity }) => performed.has(activity)),
    parties: part('parties'),
    events: part('events'),
    incidents,
    timeline: world.timeline.filter(({ incident }) => ids.has(incident)),
    problems: part('problems'),
    improvements: part('improvements'),
    requests: part('requests'),
  }
}

export function kitOf(world: Holdings, make: Make): Kit {
  const open: Promise<Harness>[] = []
  const opened = (part: Holdings): Promise<Harness> => {
    const harness = make(part)
    open.push(harness)
    return harness
  }
  const once = <T>(start: () => Promise<T>): (() => Promise<T>) => {
    let started: Promise<T> | undefined
    return () => (started ??= start())
  }
  const pair = (overlap: number) =>
    once(() =>
      Promise.all([
        opened(half(world, (index) => index % 2 === 0 || index % 5 < overlap)),
        opened(half(world, (index) => index % 2 === 1 || index % 5 < overlap)),
      ]),
    )
  const apart = pair(0)
  const overlapping = pair(1)
  return {
    world,
    make,
    shared: once(() => opened(world)),
    halves: (overlap) => (overlap ? overlapping() : apart()),
    fresh: async (work) => {
      const harness = await make(world)
      try {
        await work(harness)
      } finally {
        await harness.close()
      }
    },
    close: async () => {
      const harnesses = await Promise.allSettled(open.splice(0))
      await Promise.all(harnesses.map((each) => each.status === 'fulfilled' && each.value.close()))
    },
  }
}

type ReaderOf<F extends Facet> = Reader<Records[F], Queries[F], Question<F>>

/** Whether the reader of a facet must have `summarise`. */
export const offersSummaries = ({ facets, summaries, counts }: Offers, facet: Facet): boolean =>
  summaries && facets.includes(facet) && (facet === 'incidents' || (facet === 'events' && counts?.events.length !== 0))

/** The reader that the harness promises, or undefined where it promises none and there is none. */
export function promised<F extends Facet>(harness: Harness, facet: F): ReaderOf<F> | undefined {
  const reader = readerOf(harness.source, facet)
  if (!harness.offers.facets.includes(facet)) {
    assert.equal(reader, undefined, `${facet} is not offered, yet there is a reader`)
    return undefined
  }
  assert.ok(reader, `${facet} is offered, yet there is no reader`)
  return reader
}

/** A case on the shared harness's reader of a facet. Where the facet is not offered, that is what is asserted. */
export const onReader = <F extends Facet>(
  kit: Kit,
  facet: F,
  name: string,
  check: (reader: ReaderOf<F>, harness: Harness) => Promise<void>,
): Case =>
  test(`${facet}: ${name}`, async () => {
    const harness = await kit.shared()
    const reader = promised(harness, facet)
    if (reader) await check(reader, harness)
  })

/** What the domain says. */
export const expected = <F extends Facet>(world: Holdings, facet: F, query: Queries[F]): readonly Records[F][] =>
  world[facet].filter(facetRules[facet].matcher(query)).toSorted(facetRules[facet].comparer(query))

export const idsOf = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id)

/** Page after page to the end, with what every page owes. */
export async function walk<R, Q>(reader: Reader<R, Q>, query: Q, limit: number): Promise<readonly R[]> {
  const items: R[] = []
  const totals = new Set<number | undefined>()
  const cursors = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await reader.list(query, { limit, ...(cursor !== undefined && { cursor }) }, never)
    assert.ok(page.items.length <= limit, `a page of at most ${limit} has ${page.items.length} items`)
    items.push(...page.items)
    totals.add(page.total)
    cursor = page.cursor
    if (cursor !== undefined) {
      assert.ok(page.items.length > 0, 'a page without items names a page after it')
      assert.ok(!cursors.has(cursor), 'paging comes back to a cursor that it gave before')
      cursors.add(cursor)
    }
  } while (cursor !== undefined)
  assert.equal(totals.size, 1, `the total changes from page to page: ${[...totals].join(', ')}`)
  const [total] = totals
  if (total !== undefined) assert.equal(total, items.length, 'the total is not the number of records')
  return items
}

/** More than any list of a world under test has. */
export const everything = 100_000

/** Rejects with that fault, as a SourceError of that source which says something. */
export async function refuses(
  harness: Harness,
  what: string,
  fault: Fault | readonly Fault[],
  work: () => Promise<unknown>,
): Promise<SourceError> {
  let error: unknown
  try {
    const value = await work()
    assert.fail(`${what} should reject with ${String(fault)}, and answers ${JSON.stringify(value)?.slice(0, 80)}`)
  } catch (thrown) {
    error = thrown
  }
  if (error instanceof assert.AssertionError) throw error
  assert.ok(error instanceof SourceError, `${what} rejects with something else than a SourceError: ${String(error)}`)
  assert.ok([fault].flat().includes(error.fault), `${what} rejects with ${error.fault}, not ${String(fault)}`)
  assert.equal(error.source, harness.source.id, `${what} rejects in the name of another source`)
  assert.match(error.message.trim(), /\S+\s+\S+/, `${what} rejects without saying what and where: "${error.message}"`)
  return error
}
