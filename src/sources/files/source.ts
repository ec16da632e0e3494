import { writtenFacets } from '../../domain/outcome'
import type { CommandEnvelope } from '../../domain/command'
import type { Facet, Queries, Records } from '../../domain/query/facets'
import type { Opening } from '../catalogue'
import {
  type Call,
  contractVersion,
  isCounted,
  type Progress,
  type Question,
  type Reader,
  type Readers,
  type Receipt,
  type Source,
  SourceError,
} from '../contract'
import { type RemoteEngine, remoteEngine } from '../engine/remote'
import { unlessAborted } from '../paging'
import type { Host, Read, Told } from './host'
import { commandsFor } from './journal'
import { defaultLimits, type Limits } from './limits'
import type { Origin } from './load'
import { inTime } from './patience'
import { startHost } from './start'
import { browserStore, type Store } from './store'

/** A folder, a manifest or a file by its address; or data opened from disk earlier. */
export type FilesOptions = { readonly url: string } | { readonly workspace: string }

/** What tests put in place of the browser's own. */
export interface FilesParts {
  readonly store?: Store
  readonly host?: (source: string) => Promise<Host>
  /** What holds as long as no manifest was read. */
  readonly limits?: Limits
}

function valueOf<T>(told: Told<T>): T {
  if ('fault' in told) throw new SourceError(told.fault, told.source, told.message)
  return told.value
}

async function originOf(options: FilesOptions, { id, base }: Opening, store: Store): Promise<Origin> {
  if ('url' in options) return { url: new URL(options.url, base).href }
  const files = await store.files(options.workspace)
  if (files) return { files }
  throw new SourceError('unsupported', id, 'This browser no longer has the files. Open them again.')
}

/** Reads the whole workspace in the background and keeps what it read; what failed is read again when next asked for. */
class Reading {
  private progress: Progress | undefined
  private readonly listeners = new Set<(progress: Progress | undefined) => void>()
  private readonly start: (tell: (progress: Progress) => void) => Promise<Read>
  private current: Promise<Read> | undefined

  constructor(start: (tell: (progress: Progress) => void) => Promise<Read>) {
    this.start = start
  }

  done(): Promise<Read> {
    if (this.current) return this.current
    const reading = this.start((progress) => this.tell(progress)).finally(() => this.tell(undefined))
    // Each answer that waits for it says what went wrong; there may be none yet.
    reading.catch(() => {
      this.current = undefined
    })
    this.current = reading
    return reading
  }

  private tell(progress: Progress | undefined): void {
    this.progress = progress
    for (const listener of this.listeners) listener(progress)
  }

  listen(listener: (progress: Progress | undefined) => void): () => void {
    this.listeners.add(listener)
    if (this.progress) listener(this.progress)
    return () => this.listeners.delete(listener)
  }
}

/** The manifest, and so its own limits, are not known before. */
const looking = (source: string, { seconds }: Limits) => ({
  source,
  seconds,
  what: 'Looking at the files',
  advice: 'Open fewer files, or add a watchbill.yaml that names them.',
})

const isWritten = (facet: Facet): boolean => writtenFacets.some((each) => each === facet)

/** Opens a workspace. Resolves once it is known what it tells; answers wait until everything was read. */
export async function openFiles(options: FilesOptions, opening: Opening, parts: FilesParts = {}): Promise<Source> {
  const { id, title, now } = opening
  const { store = browserStore(), host: start = startHost, limits = defaultLimits } = parts
  const origin = await originOf(options, opening, store)
  const journalKey = 'url' in origin ? origin.url : 'workspace' in options ? options.workspace : id
  async function look() {
    const host = await start(id)
    try {
      return { host, survey: valueOf(await inTime(host, looking(id, limits), host.survey(id, origin))) }
    } catch (cause) {
      host.stop()
      throw cause
    }
  }
  const found = await look()
  const { facets, seconds } = found.survey
  let host = found.host
  let spent = false
  let closed = false
  const reading = new Reading(async (tell) => {
    if (closed) throw new SourceError('aborted', id, 'The files were closed')
    // What a failed reading left behind would be there twice.
    if (spent) {
      host.stop()
      host = (await look()).host
    }
    spent = true
    const edits = await store.journal(journalKey)
    const allowance = { source: id, seconds, what: 'Reading', advice: 'Raise limits.seconds in watchbill.yaml.' }
    return valueOf(await inTime(host, allowance, host.read(edits, now(), tell)))
  })
  void reading.done().catch(() => undefined)
  const engine: RemoteEngine = remoteEngine(
    async (task) => {
      const outcome = await host.ask(task)
      return 'fault' in outcome ? { ...outcome, source: id } : outcome
    },
    id,
    () => host.stop(),
  )
  const watchers = new Set<() => void>()
  const takes = commandsFor(facets)

  const reader = <F extends Facet>(facet: F): Reader<Records[F], Queries[F], Question<F>> => ({
    list: (query, page, call) =>
      unlessAborted(call, id, `Listing ${facet}`, async () => {
        const { asOf, caveats } = await reading.done()
        return { ...(await engine.list(facet, query, page, call)), asOf, caveats: caveats[facet] ?? [] }
      }),
    get: (key, call) =>
      unlessAborted(call, id, `Reading ${key} of ${facet}`, async () => {
        await reading.done()
        return engine.get(facet, key, call)
      }),
    ...(takes.length > 0 &&
      isWritten(facet) && {
        watch: (changed) => {
          watchers.add(changed)
          return () => watchers.delete(changed)
        },
      }),
    ...(isCounted(facet) && {
      summarise: (question: Question<F>, call: Call) =>
        unlessAborted(call, id, `Counting ${facet}`, async () => {
          const { asOf, caveats } = await reading.done()
          return { summary: await engine.summarise(facet, question, call), asOf, caveats: caveats[facet] ?? [] }
        }),
    }),
  })

  const send = (envelope: CommandEnvelope, call: Call): Promise<Receipt> =>
    unlessAborted(call, id, `Carrying out ${envelope.command.kind}`, async () => {
      if (!takes.includes(envelope.command.kind))
        throw new SourceError('unsupported', id, `These files do not take ${envelope.command.kind}.`)
      await reading.done()
      const receipt = valueOf(await host.apply(envelope))
      await store.append(journalKey, envelope)
      for (const changed of watchers) changed()
      return receipt
    })

  return {
    contract: contractVersion,
    id,
    title,
    readers: Object.fromEntries(facets.map((facet) => [facet, reader(facet)])) satisfies Readers,
    snapshot: true,
    ...(takes.length > 0 && { commands: { takes, send } }),
    ...(takes.length > 0 && {
      changedFiles: (call: Call) =>
        unlessAborted(call, id, 'Telling which files changed', async () => {
          await reading.done()
          return valueOf(await host.changed())
        }),
    }),
    setAside: (call) =>
      unlessAborted(call, id, 'Telling what was set aside', async () => (await reading.done()).setAside),
    progress: (listener) => reading.listen(listener),
    close: () => {
      closed = true
      engine.close()
    },
  }
}
