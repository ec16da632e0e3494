import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { type Clock, type ConfiguredSource, pauseAfter, type Shelf, type Workspace } from '../data'
import type { SourceType } from '../sources/catalogue'
import { Skeleton } from '../ui'
import { App } from './App'
import { chance } from './chance'
import { type Config, type ConfigAnswer, readConfig, type SourceConfig } from './config/read'
import { closeAll, openAll } from './open'
import { placeHere } from './here'
import type { Entry } from './signIn/session'
import { untilLoaded } from './untilLoaded'

const signing = untilLoaded(() => import('./signIn/enter'))
const ConfigPage = lazy(untilLoaded(() => import('./ConfigPage')))

/** What the entry script finds out before anything is drawn. */
export interface Boot {
  /** The folder the app is served from, with a trailing slash. */
  readonly base: string
  readonly clock: Clock
  /** Fetched beside the configuration. */
  readonly types: () => Promise<readonly SourceType[]>
  /** Where data opened from disk is kept, and how one of it is configured as a source. */
  readonly opened?: {
    readonly shelf: Shelf
    readonly config: (workspace: Workspace) => SourceConfig
  }
}

interface Standing {
  readonly answer: ConfigAnswer
  readonly sources: readonly ConfiguredSource[]
  /** Absent where nobody has to sign in. */
  readonly entry?: Entry | undefined
}

/** Milliseconds after which a store of opened data that says nothing, as a broken one may, is done without. */
const storePatience = 3_000
const later = <T,>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), ms)
  })

/** Milliseconds until a configuration that is not there, or wrong, is read again where nobody is who would ask for it. */
const again30s = 30_000

/**
 * When to read the configuration again by itself; undefined: not. One that cannot be read is, everywhere; a display reads
 * one that is missing or wrong as well, for a proxy may have answered in its place.
 */
export function rereadAfter(answer: ConfigAnswer, failures: number, attended: boolean): number | undefined {
  if (answer.kind === 'ready') return undefined
  if (answer.kind === 'unreadable') return pauseAfter(failures, answer.error, chance)
  return attended ? undefined : again30s
}

/** What the configuration names, first believed first, and then what was opened from disk. */
async function wanted(config: Config | undefined, opened: Boot['opened']): Promise<readonly SourceConfig[]> {
  // A browser that keeps nothing must not take the configured sources down with it.
  const own = (await Promise.race([opened?.shelf.list().catch(() => []), later(storePatience, [])])) ?? []
  return [...(config?.sources ?? []), ...own.flatMap((workspace) => opened?.config(workspace) ?? [])]
}

const deployedOf = (answer: ConfigAnswer): Config | undefined => (answer.kind === 'ready' ? answer.config : undefined)

/** What is open, by what it was opened with. */
type Held = ReadonlyMap<string, ConfiguredSource>

const keyOf = (config: SourceConfig): string => JSON.stringify(config)

/** Frees every source that is not among those that stay. */
const letGo = (held: Held, stay: readonly ConfiguredSource[]): void =>
  closeAll([...held.values()].filter((source) => !stay.includes(source)))

const waiting = (
  <main>
    <h1 className="hidden">Watchbill</h1>
    <Skeleton label="Watchbill is opening its sources" rows={12} />
  </main>
)

/**
 * Reads the configuration, opens the sources, shows the app; and again whenever opened data changes. A source that is
 * open with the same configuration stays open: what it has gathered is not gathered again.
 */
export function Root({ base, clock, types, opened }: Boot) {
  const [standing, setStanding] = useState<Standing>()
  const [round, setRound] = useState(0)
  /** Instead of what is deployed, as long as this tab is not loaded anew. */
  const [tried, setTried] = useState<Config>()
  const held = useRef<Held>(new Map())
  const failures = useRef(0)
  /** Who is there is asked once. */
  const entered = useRef<Promise<Entry>>(undefined)

  // The view's script comes while sources open, not after. Should it fail, opening the view asks again and tells.
  useEffect(() => {
    placeHere(base)
      ?.load()
      .catch(() => undefined)
  }, [base])
  useEffect(() => {
    const leaving = new AbortController()
    const now = () => clock.now()
    let reread: ReturnType<typeof setTimeout> | undefined
    const start = async () => {
      const answer = await readConfig(base, types, leaving)
      if (leaving.signal.aborted) return
      const bare = placeHere(base)?.bare === true
      failures.current = answer.kind === 'ready' ? 0 : failures.current + 1
      const wait = rereadAfter(answer, failures.current, !bare)
      if (wait !== undefined) reread = setTimeout(() => setRound((count) => count + 1), wait)
      if (answer.kind === 'wrong' || answer.kind === 'unreadable') return setStanding({ answer, sources: [] })
      const deployed = deployedOf(answer)
      const { signIn, sources = [] } = deployed ?? {}
      if (signIn) entered.current ??= signing().then(({ enter }) => enter(signIn, { base, clock, bare, sources }))
      const entry = await entered.current
      if (leaving.signal.aborted) return
      if (entry && 'page' in entry) return setStanding({ answer, sources: [], entry })
      const configs = await wanted(tried ?? deployed, opened)
      const before = held.current
      const kept = (config: SourceConfig) => before.get(keyOf(config))
      await openAll(
        configs,
        { types: await types(), base, now, kept, signal: leaving.signal, random: chance },
        (sources) => {
          if (leaving.signal.aborted)
            return letGo(new Map(sources.map((source) => [source.id, source])), [
              ...before.values(),
              ...held.current.values(),
            ])
          const last = held.current
          held.current = new Map(
            configs.flatMap((config, index) => (sources[index]?.source ? [[keyOf(config), sources[index]]] : [])),
          )
          setStanding({ answer, entry, sources: entry?.guard(sources) ?? sources })
          letGo(last, sources)
        },
      )
    }
    void start()
    return () => {
      leaving.abort()
      clearTimeout(reread)
    }
  }, [base, clock, types, opened, round, tried])
  useEffect(() => () => letGo(held.current, []), [])

  const again = () => setRound((count) => count + 1)
  if (!standing) return waiting
  const { answer, sources, entry } = standing
  if (answer.kind === 'wrong' || answer.kind === 'unreadable')
    return (
      <Suspense fallback={waiting}>
        <ConfigPage answer={answer} onRetry={again} />
      </Suspense>
    )
  if (entry && 'page' in entry) return entry.page
  const deployed = deployedOf(answer)
  const actor = entry?.actor ?? (tried ?? deployed)?.actor
  const tools = async () => (await import('./setup')).toolsOf({ types: await types(), base, now: () => clock.now() })
  const app = (
    <App
      sources={sources}
      clock={clock}
      base={base}
      account={entry?.account}
      setup={{ deployed, tried, onTry: setTried, tools }}
      {...(actor !== undefined && { actor })}
      {...(opened && { shelf: opened.shelf, onShelf: again })}
    />
  )
  return entry?.within(app) ?? app
}
