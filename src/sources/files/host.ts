import { type CommandEnvelope, targetOf } from '../../domain/command'
import type { Facet } from '../../domain/query/facets'
import { type Instant, instant } from '../../domain/units'
import {
  type Call,
  type Caveat,
  type ChangedFile,
  type Fault,
  type Progress,
  type Receipt,
  type SetAside,
  SourceError,
} from '../contract'
import { createEngine } from '../engine/engine'
import { type Ask, hosted } from '../engine/host'
import { changedFiles } from './changed/changed'
import { Collector } from './collect'
import { Journal } from './journal'
import { find, type Origin } from './load'
import { type Plan, planOf } from './plan'
import { readAll } from './read'

/** What is found out before anything is read. */
export interface Survey {
  readonly name?: string
  readonly facets: readonly Facet[]
  /** Seconds that reading may take. */
  readonly seconds: number
}

/** What is known once everything was read. */
export interface Read {
  readonly asOf: Instant
  readonly caveats: { readonly [F in Facet]?: readonly Caveat[] }
  readonly setAside: readonly SetAside[]
}

/** What came of it. Errors travel as plain data: a thrown one would arrive without its fault. */
export type Told<T> =
  | { readonly value: T }
  | { readonly fault: Fault; readonly source: string; readonly message: string }

/** The thread that holds a workspace: finds, reads, answers, edits. In this order. */
export interface Host {
  survey(source: string, origin: Origin): Promise<Told<Survey>>
  /** `now`: the present, for files that do not say when they were changed. */
  read(journal: readonly CommandEnvelope[], now: number, tell: (progress: Progress) => void): Promise<Told<Read>>
  /** Tasks for the engine. */
  ask: Ask
  apply(envelope: CommandEnvelope): Promise<Told<Receipt>>
  /** The files that edits have changed, as they would be. */
  changed(): Promise<Told<readonly ChangedFile[]>>
  /** Stops reading. A worker is ended instead. */
  stop(): void
}

async function told<T>(source: string, work: () => T | Promise<T>): Promise<Told<T>> {
  try {
    return { value: await work() }
  } catch (cause) {
    if (cause instanceof SourceError) return { fault: cause.fault, source, message: cause.message }
    if (cause instanceof DOMException && cause.name === 'AbortError')
      return { fault: 'aborted', source, message: 'Reading the files was stopped' }
    return { fault: 'bad-response', source, message: `The files cannot be read: ${String(cause)}` }
  }
}

/**
 * What the files tell, and what is kept beside them: where there are activities, requests and improvements can be made
 * here, and so be read; where there are incidents, the problems that cause them.
 */
function offeredBy({ jobs }: Plan): readonly Facet[] {
  const told = new Set(jobs.flatMap((job) => job.facets))
  if (told.has('activities')) for (const facet of keptBeside) told.add(facet)
  if (told.has('incidents')) told.add('problems')
  return [...told]
}
const keptBeside: readonly Facet[] = ['improvements', 'requests']

/** A workspace in this thread. */
export function createHost(): Host {
  const engine = createEngine('files')
  const collector = new Collector(engine)
  const life = new AbortController()
  const call: Call = { signal: life.signal }
  let source = 'files'
  let plan: Plan | undefined
  let journal = new Journal(engine, source)

  return {
    ask: hosted(engine),
    stop: () => life.abort(),
    survey: (id, origin) => {
      source = id
      journal = new Journal(engine, id)
      return told(id, async () => {
        plan = await planOf(await find(origin, id, call), id)
        const { name, limits } = plan.manifest
        const facets = offeredBy(plan)
        return { ...(name !== undefined && { name }), facets, seconds: limits.seconds }
      })
    },
    read: (edits, now, tell) =>
      told(source, async () => {
        if (!plan) throw new SourceError('unsupported', source, 'The workspace was not looked at yet')
        collector.present = instant(now)
        const changed = await readAll(plan, collector, call, tell)
        for (const edit of edits) replay(edit, edits, journal, collector)
        const facets = offeredBy(plan)
        return {
          // A file copied today may hold a log that ended years ago: what it tells last is the better witness.
          asOf: plan.manifest.asOf ?? collector.newest ?? instant(Math.min(changed ?? now, now)),
          caveats: Object.fromEntries(facets.map((facet) => [facet, collector.caveatsOf(facet)])),
          setAside: collector.setAside(),
        }
      }),
    apply: (envelope) => told(source, () => journal.apply(envelope)),
    changed: () =>
      told(source, () => (plan ? changedFiles({ plan, engine, edited: (facet) => journal.edited(facet), call }) : [])),
  }
}

/** Carries an edit of an earlier visit out again. One that no longer fits, for the files changed, is set aside. */
function replay(
  edit: CommandEnvelope,
  edits: readonly CommandEnvelope[],
  journal: Journal,
  collector: Collector,
): void {
  const { key, command, version: _seen, ...rest } = edit
  try {
    // What the person saw then is no longer asked: the edits are carried out in the order they were made.
    journal.apply({ key, command, ...rest })
  } catch (cause) {
    if (!(cause instanceof SourceError)) throw cause
    // An undo is missing where what it was to undo belongs.
    const meant = command.kind === 'undo' ? edits.find((each) => each.key === command.of)?.command : command
    const { facet, id: record } = (meant && targetOf(meant)) ?? { facet: 'improvements', id: command.kind }
    collector.aside({ facet, record, place: 'local edits', reason: `${command.kind} no longer fits: ${cause.message}` })
  }
}
