import type { Command } from '../domain/command'
import type { Instant } from '../domain/units'
import type { Source } from '../sources/contract'
import { asError } from './ask'
import { type Seen, taker, versionFor } from './taker'

/** A command on its way: who gave it when, and on what they saw. */
export interface Parcel {
  readonly key: string
  readonly actor: string
  readonly at: Instant
  readonly command: Command
  /** Of the record that the person saw. */
  readonly version?: string
  readonly seen: Seen
}

/** Brings a command to the source that takes it, or to the one that is named. Throws a SourceError. */
export async function deliver(sources: readonly Source[], parcel: Parcel, to?: Source): Promise<Source> {
  const { key, actor, at, command, seen } = parcel
  const source = to ?? (await taker(sources, command))
  const version = versionFor(source, sources, seen, parcel.version)
  try {
    const envelope = { key, actor, at, command, ...(version !== undefined && { version }) }
    await source.commands?.send(envelope, { signal: new AbortController().signal })
    return source
  } catch (cause) {
    throw asError(cause, source.id)
  }
}
