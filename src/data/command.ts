import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { type Command, type CommandEnvelope, type CommandKind, targetOf } from '../domain/command'
import { type Instant, instant } from '../domain/units'
import type { Source, SourceError } from '../sources/contract'
import { asError } from './ask'
import { deliver } from './deliver'
import type { Foreseen, TakingBack } from './foresee'
import { newKey } from './newKey'
import { isKept, type Waiting } from './outbox'
import { useData } from './provider'
import { useReadOnly } from './readOnly'
import { type Seen, seenVersions } from './taker'
import { type Done, type Undoable, undoFor, whyNotUndo } from './undoing'

/** A command and the version of the record that the person saw. */
export interface Intent {
  readonly command: Command
  readonly version?: string
  /** Made once per intent, so that a repeat is carried out once. */
  readonly key: string
  /** Called once it was carried out, or is kept to be sent later, even when nobody looks any more. */
  readonly done?: () => void
}

/** An intent as it was sent: with what was on screen at that moment. */
interface Sent extends Intent {
  readonly seen: Seen
  readonly at: Instant
  /** What it is to undo. */
  readonly back?: Done
}

export interface Commanding {
  readonly send: (intent: Omit<Intent, 'key'>) => void
  /** Why no source takes commands of that kind; undefined when one does. */
  readonly whyNot: (kind: CommandKind) => string | undefined
  readonly pending: boolean
  readonly error: SourceError | undefined
  /** What was last sent. */
  readonly command: Command | undefined
  /** The key it was sent under: `useOutbox` tells by it whether it waits. */
  readonly key: string | undefined
  /** Sends the failed intent again, under the same key: it is carried out once. */
  readonly again: () => void
  /** Sends the refused intent as a new one, on the version that the person has now seen. */
  readonly anew: (version: string | undefined) => void
  readonly dismiss: () => void
  /** What was last done in this browser, wherever on screen, while it may be taken back: for ten seconds. */
  readonly undoable: Undoable | undefined
  /** What that was, for as long, even where it cannot be taken back. */
  readonly lastDone: Command | undefined
  /** Why there is nothing to take back; undefined when there is. */
  readonly whyNotUndo: string | undefined
  /** Takes back what `undoable` names: shown at once, refused with the reason when others were faster. */
  readonly undo: () => void
}

/** Milliseconds until the rules are loaded without a command: once the line is down it is too late. */
const settle = 2_000
const loadRules = () => import('./foresee')
/** Loads what sending a command needs, before the first. */
export const loadCommanding = () => Promise.all([loadRules(), import('./dispatch')])

/**
 * What the command will change, as far as can be told. The rules are loaded after the screen: it does without them, and
 * where they cannot be loaded the source's answer is waited for.
 */
async function foresight(
  client: QueryClient,
  envelope: CommandEnvelope,
  back?: TakingBack,
): Promise<Foreseen | undefined> {
  try {
    const { foresee } = await loadRules()
    return foresee(client, envelope, back)
  } catch {
    return undefined
  }
}

const backOf = ({ source, carried }: Done): TakingBack | undefined => carried && { source: source.id, carried }

/** The source that carried it out; none: it is kept until it can be sent. */
type Outcome = Source | undefined

/**
 * Sends commands: shown at once, rolled back with the reason when refused, read again from the source either way. What
 * concerns an incident and cannot be delivered is kept (`useOutbox`), shown as it will be, and sent later.
 */
export function useCommand(): Commanding {
  const { sources, clock, actor, outbox, undo: board } = useData()
  const client = useQueryClient()
  const opened = sources.flatMap(({ source }) => (source ? [source] : []))
  const readOnly = useReadOnly()
  const last = useSyncExternalStore(board.subscribe, board.read)
  useEffect(() => {
    const timer = setTimeout(() => void loadCommanding().catch(() => undefined), settle)
    return () => clearTimeout(timer)
  }, [])

  const waitingOf = ({ key, at, command, version, seen }: Sent): Waiting => ({
    key,
    actor,
    at,
    command,
    seen: [...seen].map(([source, told]) => [String(source), told ?? null]),
    ...(version !== undefined && { version }),
  })

  const mutation = useMutation({
    networkMode: 'always',
    retry: false,
    onMutate: async ({ command, key, at, back }: Sent) => {
      if (back) board.put(undefined)
      const foreseen = await foresight(client, { key, actor, at, command }, back && backOf(back))
      if (!foreseen) return {}
      await client.cancelQueries({ predicate: ({ queryKey }) => foreseen.touches(queryKey) })
      return { foreseen, undo: foreseen.show() }
    },
    mutationFn: async (sent: Sent): Promise<Outcome> => {
      const target = targetOf(sent.command)
      // Behind what waits already: the order for each record is kept.
      if (target && isKept(sent.command, 'unreachable') && outbox.about(target.id).length > 0) return undefined
      try {
        return await deliver(opened, { ...sent, actor }, sent.back?.source)
      } catch (cause) {
        if (isKept(sent.command, asError(cause, '').fault)) return undefined
        throw cause
      }
    },
    onSuccess: (source, sent, { foreseen }) => {
      const { command, key, at, back, done } = sent
      if (!source) outbox.add(waitingOf(sent), foreseen)
      else if (!back)
        board.put({
          command,
          key,
          source,
          until: instant(at + undoFor),
          ...(foreseen && { carried: foreseen.carried }),
        })
      done?.()
    },
    onError: async (cause, { command }, context) => {
      context?.undo?.()
      const { fault, source } = asError(cause, '')
      // A conflict is told beside the record as it now is; only the source that refused is waited for.
      if (fault === 'conflict')
        await client.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] === source && queryKey[1] === targetOf(command)?.facet,
        })
    },
    onSettled: () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.length > 1 }),
  })

  // What is on screen counts, not what the command itself will show there.
  const asSent = (intent: Omit<Intent, 'key'>): Sent => ({
    ...intent,
    key: newKey(),
    at: clock.now(),
    seen: seenVersions(client, intent.command),
  })
  const reason = readOnly ?? whyNotUndo(last)

  return {
    send: (intent) => mutation.mutate(asSent(intent)),
    command: mutation.variables?.command,
    key: mutation.variables?.key,
    again: () => mutation.variables && mutation.mutate(mutation.variables),
    anew: (version) => {
      if (!mutation.variables) return
      const { version: _old, ...intent } = mutation.variables
      mutation.mutate({ ...intent, ...asSent({ ...intent, ...(version !== undefined && { version }) }) })
    },
    whyNot: (kind) =>
      readOnly ??
      (opened.some((source) => source.commands?.takes.includes(kind))
        ? undefined
        : 'Read-only: no connected source takes this.'),
    pending: mutation.isPending,
    error: mutation.isError ? asError(mutation.error, '') : undefined,
    dismiss: mutation.reset,
    undoable: last && reason === undefined ? { command: last.command, key: last.key, until: last.until } : undefined,
    lastDone: last?.command,
    whyNotUndo: reason,
    undo: () => {
      if (!last || reason !== undefined) return
      mutation.mutate({ ...asSent({ command: { kind: 'undo', of: last.key } }), back: last })
    },
  }
}
