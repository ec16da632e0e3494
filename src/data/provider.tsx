import { QueryClientProvider, type QueryClient, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { Instant } from '../domain/units'
import type { Fault, Source } from '../sources/contract'
import type { Dispatch } from './dispatch'
import { useDraftStore } from './drafts'
import { Gate } from './gate'
import { type Health, HealthBoard } from './health'
import { Outbox } from './outbox'
import { usePost } from './post'
import { UndoBoard } from './undoing'
import { askRefused, follow, once, renew } from './renew'
import type { Setup } from './setup'
import { onWaking } from './waking'
import type { Shelf } from './workspaces'

/** One source of the configuration: opened, or the reason why not. The order is the order of belief. */
export interface ConfiguredSource {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly source?: Source
  readonly refused?: string
  /** What kind of refusal it was, where the source itself said no. */
  readonly fault?: Fault
  /** Opens the refused source once more. */
  readonly reopen?: () => void
  /** When that happens by itself, by the browser's clock. */
  readonly retryAt?: Instant
}

/** The one ticking clock, handed in by the app. */
export interface Clock {
  now(): Instant
  /** Calls back every `seconds`. Returns the way to stop. */
  subscribe(seconds: number, listener: () => void): () => void
}

/** The zone that everything is shown and bucketed in. */
export interface Zone {
  /** IANA name. */
  readonly name: string
  readonly label: string
}

interface Data {
  readonly sources: readonly ConfiguredSource[]
  readonly clock: Clock
  readonly health: HealthBoard
  readonly gate: Gate
  /** In [0, 1), another one in every browser: no two ask in step. */
  readonly seed: number
  /** Who acts, as far as it is known: goes into commands. */
  readonly actor: string
  /** Where opened data is kept, and what to do when that changes. */
  readonly shelf?: Shelf
  readonly onShelf?: () => void
  readonly setup?: Setup
  readonly random: () => number
  /** What was given and not sent yet, and what sends it, once that is loaded. */
  readonly outbox: Outbox
  readonly post: RefObject<Dispatch | undefined>
  /** What was last done, for ten seconds. */
  readonly undo: UndoBoard
}

const DataContext = createContext<Data | undefined>(undefined)
const ZoneContext = createContext<Zone>({ name: 'UTC', label: 'UTC' })
export const ZoneProvider = ZoneContext.Provider
export const useZone = (): Zone => useContext(ZoneContext)

export function useData(): Data {
  const data = useContext(DataContext)
  if (!data) throw new Error('useData stands outside DataProvider')
  return data
}

export interface DataProviderProps {
  readonly sources: readonly ConfiguredSource[]
  readonly clock: Clock
  readonly client: QueryClient
  /** In [0, 1); the middle when absent. */
  readonly random?: () => number
  readonly actor?: string
  readonly shelf?: Shelf
  readonly onShelf?: () => void
  readonly setup?: Setup
  readonly children: ReactNode
}

const middle = () => 0.5

/** Gives screens the sources. Each change that a source announces makes its cached answers stale. */
export function DataProvider({ sources, clock, client, children, ...given }: DataProviderProps) {
  const { random = middle, actor = 'you', shelf, onShelf, setup } = given
  const health = useMemo(() => new HealthBoard(), [])
  const gate = useMemo(() => new Gate(random, (source) => askRefused(client, source)), [random, client])
  const seed = useMemo(() => random(), [random])
  const store = useDraftStore()
  const outbox = useMemo(() => new Outbox(store), [store])
  const undo = useMemo(() => new UndoBoard(), [])
  const post = useRef<Dispatch | undefined>(undefined)
  const data = useMemo(
    () => ({
      sources,
      clock,
      health,
      gate,
      seed,
      actor,
      random,
      outbox,
      undo,
      post,
      ...(shelf && { shelf }),
      ...(onShelf && { onShelf }),
      ...(setup && { setup }),
    }),
    [sources, clock, health, gate, seed, actor, random, outbox, undo, shelf, onShelf, setup],
  )
  useEffect(() => {
    const stops = sources.flatMap(({ id, source }) => {
      if (!source) return []
      const changed = once(() => follow(client, id))
      const watches = Object.values(source.readers).flatMap((reader) => reader?.watch?.(changed) ?? [])
      const progress = source.progress?.((now) => health.gathering(id, now))
      return progress ? [...watches, progress] : watches
    })
    return () => stops.forEach((stop) => stop())
  }, [sources, client, health])
  useEffect(
    () =>
      onWaking(clock, { gate, client, sources: sources.flatMap(({ id, source }) => (source?.snapshot ? [] : [id])) }),
    [clock, gate, client, sources],
  )
  return (
    <QueryClientProvider client={client}>
      <DataContext value={data}>
        <Post />
        {children}
      </DataContext>
    </QueryClientProvider>
  )
}

function Post(): null {
  usePost()
  return null
}

/** Who acts, as far as it is known. */
export const useActor = (): string => useData().actor

export const useSources = (): readonly ConfiguredSource[] => useData().sources

/** The present, renewed every `seconds`. Keep it in small components: each tick renders them. */
export function useNow(seconds = 30): Instant {
  const { clock } = useData()
  const subscribe = useMemo(() => (listener: () => void) => clock.subscribe(seconds, listener), [clock, seconds])
  return useSyncExternalStore(subscribe, () => step(clock.now(), seconds))
}

/** Reads the clock when asked, for what is measured. */
export function useMoment(): () => Instant {
  const { clock } = useData()
  return () => clock.now()
}

/** Rounded down to the tick, so that the snapshot is stable between ticks. */
const step = (now: Instant, seconds: number): Instant => (now - (now % (seconds * 1000))) as Instant

/** Asks everything of a source anew, now, whatever pause it was given. */
export function useRetry(source: string): () => void {
  const { gate } = useData()
  const client = useQueryClient()
  return () => {
    gate.open(source)
    renew(client, source)
  }
}

export function useHealth(): ReadonlyMap<string, Health> {
  const { health } = useData()
  return useSyncExternalStore(health.subscribe, health.read)
}
