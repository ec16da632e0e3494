import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Clock, ConfiguredSource, Shelf, Workspace } from '../data'
import type { SourceType } from '../sources/catalogue'
import { Skeleton } from '../ui'
import { App } from './App'
import { basename } from './base'
import { chance } from './chance'
import { type ConfigAnswer, readConfig, type SourceConfig } from './config/read'
import { closeAll, openAll } from './open'
import { placeAt } from './views'

const ConfigPage = lazy(() => import('./ConfigPage'))

/** What the entry script finds out before anything is drawn. */
export interface Boot {
  /** The folder the app is served from, with a trailing slash. */
  readonly base: string
  readonly clock: Clock
  readonly types: readonly SourceType[]
  /** Where data opened from disk is kept, and how one of it is configured as a source. */
  readonly opened?: {
    readonly shelf: Shelf
    readonly config: (workspace: Workspace) => SourceConfig
  }
}

interface Standing {
  readonly answer: ConfigAnswer
  readonly sources: readonly ConfiguredSource[]
}

/** What the configuration names, first believed first, and then what was opened from disk. */
async function wanted(answer: ConfigAnswer, opened: Boot['opened']): Promise<readonly SourceConfig[]> {
  // A browser that keeps nothing must not take the configured sources down with it.
  const own = (await opened?.shelf.list().catch(() => [])) ?? []
  const configured = answer.kind === 'ready' ? answer.config.sources : []
  return [...configured, ...own.flatMap((workspace) => opened?.config(workspace) ?? [])]
}

/** What is open, by what it was opened with. */
type Held = ReadonlyMap<string, ConfiguredSource>

const keyOf = (config: SourceConfig): string => JSON.stringify(config)

/** Frees every source that is not among those that stay. */
const letGo = (held: Held, stay: readonly ConfiguredSource[]): void =>
  closeAll([...held.values()].filter((source) => !stay.includes(source)))

/**
 * Reads the configuration, opens the sources, shows the app; and again whenever opened data changes. A source that is
 * open with the same configuration stays open: what it has gathered is not gathered again.
 */
export function Root({ base, clock, types, opened }: Boot) {
  const [standing, setStanding] = useState<Standing>()
  const [round, setRound] = useState(0)
  const held = useRef<Held>(new Map())

  // The view's script comes while sources open, not after. Should it fail, opening the view asks again and tells.
  useEffect(() => {
    const within = location.pathname.slice(basename(base).replace(/\/$/, '').length)
    placeAt(within)
      ?.load()
      .catch(() => undefined)
  }, [base])
  useEffect(() => {
    const leaving = new AbortController()
    const now = () => clock.now()
    const start = async () => {
      const answer = await readConfig(base, types, leaving)
      if (leaving.signal.aborted) return
      if (answer.kind === 'wrong' || answer.kind === 'unreadable') return setStanding({ answer, sources: [] })
      const configs = await wanted(answer, opened)
      const before = held.current
      const kept = (config: SourceConfig) => before.get(keyOf(config))
      await openAll(configs, { types, base, now, kept, signal: leaving.signal, random: chance }, (sources) => {
        if (leaving.signal.aborted)
          return letGo(new Map(sources.map((source) => [source.id, source])), [
            ...before.values(),
            ...held.current.values(),
          ])
        const last = held.current
        held.current = new Map(
          configs.flatMap((config, index) => (sources[index]?.source ? [[keyOf(config), sources[index]]] : [])),
        )
        setStanding({ answer, sources })
        letGo(last, sources)
      })
    }
    void start()
    return () => leaving.abort()
  }, [base, clock, types, opened, round])
  useEffect(() => () => letGo(held.current, []), [])

  const again = () => setRound((count) => count + 1)
  if (!standing)
    return (
      <main>
        <h1 className="hidden">Watchbill</h1>
        <Skeleton label="Watchbill is opening its sources" rows={12} />
      </main>
    )
  const { answer, sources } = standing
  if (answer.kind === 'wrong' || answer.kind === 'unreadable')
    return (
      <Suspense>
        <ConfigPage answer={answer} onRetry={again} />
      </Suspense>
    )
  const actor = answer.kind === 'ready' ? answer.config.actor : undefined
  return (
    <App
      sources={sources}
      clock={clock}
      base={base}
      {...(actor !== undefined && { actor })}
      {...(opened && { shelf: opened.shelf, onShelf: again })}
    />
  )
}
