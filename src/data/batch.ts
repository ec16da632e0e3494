import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Command } from '../domain/command'
import type { Fault, Source, SourceError } from '../sources/contract'
import { asError } from './ask'
import { newKey } from './newKey'
import { seenVersions, taker, versionFor } from './taker'
import { useData } from './provider'

/** One of many commands. */
export interface BatchIntent {
  /** Tells it from the others of the batch. */
  readonly id: string
  readonly command: Command
  /** Of the record that the person saw. */
  readonly version?: string
  /** Given: sent under this key, so that it is carried out once however often it is sent, also after a reload. */
  readonly key?: string
}

/** One that was not carried out, and why. */
export interface BatchFailure {
  readonly intent: BatchIntent & { readonly key: string }
  readonly error: SourceError
  /** The backend said that it did nothing; after any other fault it may have. */
  readonly refused: boolean
}

interface Sending {
  readonly total: number
  /** Ids of those that were carried out. */
  readonly done: readonly string[]
  readonly failed: readonly BatchFailure[]
  readonly pending: boolean
}

export interface Batch {
  /** Sends all, a few at a time. While one batch is under way another is not begun. */
  readonly run: (intents: readonly BatchIntent[]) => void
  /** How far the last batch came; undefined where there was none. */
  readonly progress: Sending | undefined
  readonly pending: boolean
  readonly failed: readonly BatchFailure[]
  /**
   * Sends what failed once more, or `instead` of it what it has become meanwhile: what is no longer among it counts as
   * done. What nobody answered keeps its key; what was refused is a new intent.
   */
  readonly again: (instead?: readonly BatchIntent[]) => void
  /** Leaves alone what was not sent yet; it counts as failed. */
  readonly stop: () => void
  /** Forgets the outcome. */
  readonly dismiss: () => void
  /** A key for a batch that must survive a reload. */
  readonly newKey: () => string
}

/** Commands under way at the same time: more would only stand in the browser's own queue. */
const atOnce = 4

const refusals: ReadonlySet<Fault> = new Set(['conflict', 'unsupported', 'forbidden', 'unauthenticated'])

const stopped = (source: Source | undefined) => asError(new Error('Stopped before it was sent.'), source?.id ?? '')

/** Sends many commands as one act: with progress, and each failure by itself. Nothing is shown before it is true. */
export function useBatch(): Batch {
  const { sources, clock, actor } = useData()
  const client = useQueryClient()
  const [state, setState] = useState<Sending>()
  const going = useRef<{ stop: boolean } | undefined>(undefined)
  const opened = sources.flatMap(({ source }) => (source ? [source] : []))

  const sendOne = async ({ command, key, ...intent }: BatchIntent & { key: string }) => {
    let asked = ''
    try {
      const source = await taker(opened, command)
      asked = source.id
      const version = versionFor(source, opened, seenVersions(client, command), intent.version)
      const envelope = { key, actor, at: clock.now(), command, ...(version !== undefined && { version }) }
      await source.commands?.send(envelope, { signal: new AbortController().signal })
      return undefined
    } catch (cause) {
      return asError(cause, asked)
    }
  }

  const start = async (intents: readonly BatchIntent[], before: readonly string[]) => {
    if (going.current) return
    const turn = { stop: false }
    going.current = turn
    const queue = intents.map((intent) => ({ ...intent, key: intent.key ?? newKey() }))
    const total = before.length + queue.length
    const done = [...before]
    const failed: BatchFailure[] = []
    const tell = (pending: boolean) => setState({ total, done: [...done], failed: [...failed], pending })
    const work = async () => {
      for (let intent = queue.shift(); intent; intent = queue.shift()) {
        const error = turn.stop ? stopped(opened[0]) : await sendOne(intent)
        if (error) failed.push({ intent, error, refused: refusals.has(error.fault) })
        else done.push(intent.id)
        tell(true)
      }
    }
    tell(true)
    await Promise.all(Array.from({ length: atOnce }, work))
    going.current = undefined
    tell(false)
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.length > 1 })
  }

  const failed = state?.failed ?? []
  return {
    run: (intents) => {
      if (intents.length > 0) void start(intents, [])
    },
    progress: state,
    pending: state?.pending ?? false,
    failed,
    again: (instead) => {
      const next = failed.map(({ intent, refused }) => (refused ? { ...intent, key: newKey() } : intent))
      const ids = new Set((instead ?? next).map(({ id }) => id))
      const settled = failed.flatMap(({ intent }) => (ids.has(intent.id) ? [] : [intent.id]))
      void start(instead ?? next, [...(state?.done ?? []), ...settled])
    },
    stop: () => {
      if (going.current) going.current.stop = true
    },
    dismiss: () => {
      if (!going.current) setState(undefined)
    },
    newKey,
  }
}
