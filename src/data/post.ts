import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Id } from '../domain/units'
import { newKey } from './newKey'
import type { Dispatch } from './dispatch'
import { useData } from './provider'
import type { Waiting } from './outbox'

/** Milliseconds after which what sends is asked for again, where it could not be loaded: it comes over the same line. */
const reload = 5_000

/** Loads what sends as soon as something waits, and keeps it going. For the provider only. */
export function usePost(): void {
  const { sources, outbox, health, gate, random, post } = useData()
  const client = useQueryClient()
  const waits = useSyncExternalStore(outbox.subscribe, () => outbox.read().length > 0)
  useEffect(() => {
    const opened = sources.flatMap(({ source }) => (source ? [source] : []))
    if (!waits || opened.length === 0) return undefined
    let sending: Dispatch | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const opening = opened.length < sources.length
    const start = async () => {
      try {
        const { dispatch } = await import('./dispatch')
        if (left) return
        sending = dispatch({ outbox, client, health, gate, random, sources: opened, opening })
        post.current = sending
      } catch {
        if (!left) timer = setTimeout(() => void start(), reload * (0.5 + random()))
      }
    }
    void start()
    return () => {
      left = true
      clearTimeout(timer)
      sending?.stop()
      post.current = undefined
    }
  }, [waits, sources, outbox, health, gate, random, client, post])
}

/** What was given while the line was down. */
export interface OutboxView {
  /** In the order they were given. One with `refused` came through and was not carried out. */
  readonly waiting: readonly Waiting[]
  /** Ids of records on screen that show what has not been sent yet. */
  readonly unsent: ReadonlySet<Id>
  /** Tries at once. */
  readonly sendNow: () => void
  /** Sends a refused one as a new intent, on the version that the person has now seen. */
  readonly anew: (key: string, version: string | undefined) => void
  /** Gives it up, and shows what is without it. */
  readonly forget: (key: string) => void
}

/** Commands that wait to be sent. */
export function useOutbox(): OutboxView {
  const { outbox, post } = useData()
  const client = useQueryClient()
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.read)
  const unsent = useMemo(
    () =>
      new Set(
        waiting.flatMap(({ key, refused }) => {
          const after = refused ? undefined : outbox.picture(key)?.carried.after
          return after ? [...after.incidents, ...after.events, ...after.timeline].map(({ id }) => id) : []
        }),
      ),
    [waiting, outbox],
  )
  return {
    waiting,
    unsent,
    sendNow: () => post.current?.now(),
    anew: (key, version) => {
      outbox.change(key, ({ refused: _refused, version: _version, ...item }) => ({
        ...item,
        key: newKey(),
        seen: [],
        ...(version !== undefined && { version }),
      }))
      post.current?.now()
    },
    forget: (key) => {
      outbox.forget(key)
      post.current?.repaint()
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.length > 1 })
    },
  }
}
