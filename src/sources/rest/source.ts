import { type Facet, facetNames } from '../../domain/query/facets'
import type { Opening } from '../catalogue'
import {
  type Call,
  contractVersion,
  isCounted,
  type Question,
  type Readers,
  type SetAside,
  type Source,
  SourceError,
} from '../contract'
import { follow, type Pacing } from './changes'
import { type Address, type Client, createClient } from './client'
import { createCommands } from './commands'
import { offeredFor } from './offered'
import { oneStream, tabsHere } from './oneStream'
import { createReader } from './reader'
import { summarise } from './summary'
import type { Wire } from './wire.generated'

export interface RestOptions {
  /** Where the backend is: what stands before `/v1`, absolute or relative to the app. */
  readonly url: string
  /** Seconds until a request is given up; 15 when absent. */
  readonly timeoutSeconds?: number
}

/** Milliseconds that the stream outlives its last watcher: screens come and go, the connection need not. */
const linger = 5_000

interface Watching {
  readonly watch: (changed: () => void) => () => void
  readonly close: () => void
}

/** One stream for all who watch: opened for the first, closed some time after the last. */
function sharedWatch(client: Client, pacing: Pacing | undefined): Watching {
  const listeners = new Set<() => void>()
  let stop: (() => void) | undefined
  let leaving: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(leaving)
    stop?.()
    stop = undefined
  }
  const watch = (changed: () => void) => {
    const own = () => changed()
    listeners.add(own)
    clearTimeout(leaving)
    const everybody = () => listeners.forEach((each) => each())
    const following = (heard: () => void) => follow(client, heard, pacing)
    stop ??= oneStream(`watchbill changes ${client.address.url}`, following, everybody, tabsHere())
    return () => {
      if (listeners.delete(own) && listeners.size === 0) leaving = setTimeout(close, linger)
    }
  }
  return {
    watch,
    close: () => {
      listeners.clear()
      close()
    },
  }
}

/** What the backend offers, as readers. The cast holds because each facet gets the reader made for it. */
function readersOf(
  offer: Wire['Offer'],
  client: Client,
  watch: (changed: () => void) => () => void,
  aside: Map<Facet, SetAside[]>,
): Readers {
  const keeper = {
    begin: (facet: Facet) => void aside.set(facet, []),
    add: (record: SetAside) => void aside.get(record.facet)?.push(record),
  }
  const readers = facetNames
    .filter((facet) => offer.facets.includes(facet))
    .map((facet) => {
      const offered = offeredFor(facet, offer)
      const counts = offer.summaries && isCounted(facet) && offered.by.size > 0
      return [
        facet,
        {
          ...createReader(facet, client, keeper, offered),
          ...(offer.changes && { watch }),
          ...(counts && {
            summarise: (question: Question<Facet>, call: Call) => summarise(facet, client, question, offered, call),
          }),
        },
      ]
    })
  return Object.fromEntries(readers) as Readers
}

/** Opens a backend of our own contract (`public/openapi.json`). Throws SourceError when it cannot be reached or read. */
export async function openRest(options: RestOptions, opening: Opening, pacing?: Pacing): Promise<Source> {
  const { id, title, base, now } = opening
  const url = new URL(options.url, base).href.replace(/\/$/, '')
  const address: Address = { source: id, url, now, patience: (options.timeoutSeconds ?? 15) * 1000 }
  const client = createClient(address)
  const closing = new AbortController()
  const offer = await client.read('/v1/source', 'Offer', { signal: closing.signal })
  if (!offer.version.startsWith('1.'))
    throw new SourceError('unsupported', id, `${url} speaks version ${offer.version}; this is version 1`)
  const aside = new Map<Facet, SetAside[]>()
  const stream = createClient({ ...address, patience: Number.POSITIVE_INFINITY })
  const watching = sharedWatch(stream, pacing)
  const commands = createCommands(client, offer.commands)
  return {
    contract: contractVersion,
    id,
    title: title || offer.title,
    readers: readersOf(offer, client, watching.watch, aside),
    ...(commands && { commands }),
    clockOffset: () => client.clockOffset(),
    setAside: () => Promise.resolve([...aside.values()].flat()),
    close: () => {
      watching.close()
      closing.abort()
    },
  }
}
