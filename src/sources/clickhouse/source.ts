import { type Facet, facetNames } from '../../domain/query/facets'
import type { EventQuestion, SummaryQuestion } from '../../domain/summary'
import type { Opening } from '../catalogue'
import { type Call, contractVersion, type Readers, type SetAside, type Source, SourceError } from '../contract'
import { overHandlers } from './handlers'
import { createReader } from './reader'
import { summariseEvents, summariseIncidents } from './summary'
import type { Transport } from './transport'

/** The version of deploy/schema.sql that the questions are made for. */
const schemaVersion = 1

export interface ClickHouseOptions {
  /** Where ClickHouse is, or its proxy, absolute or relative to the app. */
  readonly url: string
  /** `handlers` when absent. */
  readonly transport?: 'handlers' | 'sql'
  /** That of the user when absent. */
  readonly database?: string
  /** Whom SQL is sent for. The proxy adds the password. */
  readonly user?: string
  /** Seconds until a question is given up; 15 when absent. */
  readonly timeoutSeconds?: number
}

async function transportOf(options: ClickHouseOptions, { id, base, now }: Opening): Promise<Transport> {
  const { database, user } = options
  const asking = {
    source: id,
    url: new URL(options.url, base).href.replace(/\/$/, ''),
    patience: (options.timeoutSeconds ?? 15) * 1000,
    now,
    ...(database !== undefined && { database }),
  }
  if (options.transport !== 'sql') return overHandlers(asking)
  const { overSql } = await import('./sql')
  return overSql({ ...asking, ...(user !== undefined && { user }) })
}

/** Opens a ClickHouse that holds Watchbill's tables (deploy/). Throws SourceError when it cannot be asked, or holds others. */
export async function openClickHouse(options: ClickHouseOptions, opening: Opening): Promise<Source> {
  const { id, title } = opening
  const transport = await transportOf(options, opening)
  const closing = new AbortController()
  const { rows } = await transport.ask('about', {}, { signal: closing.signal })
  const version = Number(rows[0]?.[0])
  if (version !== schemaVersion)
    throw new SourceError('unsupported', id, `schema.sql is of version ${version} there; this is for ${schemaVersion}.`)
  const aside = new Map<string, SetAside>()
  const reader = <F extends Facet>(facet: F) => createReader(facet, id, transport, aside)
  const readers: Readers = {
    ...(Object.fromEntries(facetNames.map((facet) => [facet, reader(facet)])) as Readers),
    incidents: {
      ...reader('incidents'),
      summarise: (question: SummaryQuestion, call: Call) => summariseIncidents(question, id, transport, call),
    },
    events: {
      ...reader('events'),
      summarise: (question: EventQuestion, call: Call) => summariseEvents(question, id, transport, call),
    },
  }
  return {
    contract: contractVersion,
    id,
    title: title || 'ClickHouse',
    readers,
    clockOffset: () => transport.clockOffset(),
    setAside: () => Promise.resolve([...aside.values()]),
    close: () => closing.abort(),
  }
}
