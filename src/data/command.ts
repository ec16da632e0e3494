import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Command, type CommandEnvelope, type CommandKind, targetOf } from '../domain/command'
import type { SourceError } from '../sources/contract'
import { asError } from './ask'
import type { Foreseen } from './foresee'
import { useData } from './provider'
import { type Seen, seenVersions, taker, versionFor } from './taker'

/** A command and the version of the record that the person saw. */
export interface Intent {
  readonly command: Command
  readonly version?: string
  /** Made once per intent, so that a repeat is carried out once. */
  readonly key: string
  /** Called once it was carried out, even when nobody looks any more. */
  readonly done?: () => void
}

/** An intent as it was sent: with what was on screen at that moment. */
interface Sent extends Intent {
  readonly seen: Seen
}

export interface Commanding {
  readonly send: (intent: Omit<Intent, 'key'>) => void
  /** Why no source takes commands of that kind; undefined when one does. */
  readonly whyNot: (kind: CommandKind) => string | undefined
  readonly pending: boolean
  readonly error: SourceError | undefined
  /** What was last sent. */
  readonly command: Command | undefined
  /** Sends the failed intent again, under the same key: it is carried out once. */
  readonly again: () => void
  /** Sends the refused intent as a new one, on the version that the person has now seen. */
  readonly anew: (version: string | undefined) => void
  readonly dismiss: () => void
}

/** 128 random bits in hexadecimal digits. Not `randomUUID`: that is missing where the app is served over plain http. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * What the command will change, as far as can be told. The rules are loaded with the first command: a screen that only
 * shows does without them, and where they cannot be loaded the source's answer is waited for.
 */
async function foresight(client: QueryClient, envelope: CommandEnvelope): Promise<Foreseen | undefined> {
  try {
    const { foresee } = await import('./foresee')
    return foresee(client, envelope)
  } catch {
    return undefined
  }
}

/**
 * Sends commands: shown at once, rolled back with the reason when refused, read again from the source either way.
 */
export function useCommand(): Commanding {
  const { sources, clock, actor } = useData()
  const client = useQueryClient()
  const opened = sources.flatMap(({ source }) => (source ? [source] : []))

  const mutation = useMutation({
    networkMode: 'always',
    retry: false,
    mutationFn: async ({ command, key, seen, ...intent }: Sent) => {
      const source = await taker(opened, command)
      const version = versionFor(source, opened, seen, intent.version)
      const envelope = { key, actor, at: clock.now(), command, ...(version !== undefined && { version }) }
      try {
        return await source.commands?.send(envelope, { signal: new AbortController().signal })
      } catch (cause) {
        throw asError(cause, source.id)
      }
    },
    onMutate: async ({ command, key }: Sent) => {
      const foreseen = await foresight(client, { key, actor, at: clock.now(), command })
      if (!foreseen) return {}
      await client.cancelQueries({ predicate: ({ queryKey }) => foreseen.touches(queryKey) })
      return { undo: foreseen.show() }
    },
    onSuccess: (_outcome, { done }) => done?.(),
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
    seen: seenVersions(client, intent.command),
  })

  return {
    send: (intent) => mutation.mutate(asSent(intent)),
    command: mutation.variables?.command,
    again: () => mutation.variables && mutation.mutate(mutation.variables),
    anew: (version) => {
      if (!mutation.variables) return
      const { version: _old, ...intent } = mutation.variables
      mutation.mutate(asSent({ ...intent, ...(version !== undefined && { version }) }))
    },
    whyNot: (kind) =>
      opened.some((source) => source.commands?.takes.includes(kind))
        ? undefined
        : 'Read-only: no connected source takes this.',
    pending: mutation.isPending,
    error: mutation.isError ? asError(mutation.error, '') : undefined,
    dismiss: mutation.reset,
  }
}
