import type { Instant } from '../../domain/units'
import type { Opening } from '../catalogue'
import type { Call, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { connect } from '../listing/backend'
import { listing, openListed } from '../listing/listed'
import { createClient } from './client'
import { createCommands } from './commands'
import { entriesOf, textsOf, usersIn } from './history'
import { incidentOf, problemOf } from './map'
import { type RtMapping, rulesOf } from './rules'
import { type Ticket, ticket } from './wire'

/** Where Request Tracker is, which queues hold what, and how it is used. */
export interface RtOptions extends RtMapping {
  readonly url: string
  readonly incidentQueues: readonly string[]
  readonly problemQueues?: readonly string[]
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

const nameOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'id' in item ? `ticket ${String(item.id)}` : undefined

/** Opens the tickets of some queues: those of some are incidents, those of others problems. */
export function openRt(options: RtOptions, opening: Opening, engine: RemoteEngine): Source {
  const { incidentQueues, problemQueues = [] } = options
  const url = new URL(options.url, opening.base).href.replace(/\/$/, '')
  const patience = options.timeoutSeconds === undefined ? {} : { patience: options.timeoutSeconds * 1000 }
  const backend = connect({ source: opening.id, url, now: opening.now, ...patience })
  const rules = rulesOf(options)
  const client = createClient(backend, rules)
  /** Custom fields by their numbers, as tickets tell them: the history names numbers only. */
  const fields = new Map<string, string>()
  const learnt = (item: Ticket): Ticket => {
    for (const { id, name } of item.CustomFields || []) fields.set(id, name)
    return item
  }

  const tickets = (queues: readonly string[]) => ({
    schema: ticket,
    place: `${url}/REST/2.0/tickets, ${queues.join(', ')}`,
    page: (cursor: string | undefined, call: Call) => client.page(queues, cursor, call),
    changes: (since: Instant, cursor: string | undefined, call: Call) => client.page(queues, cursor, call, since),
    one: (id: string, call: Call) => client.one(queues, id, call),
    nameOf,
  })
  return openListed(
    {
      opening,
      title: 'Request Tracker',
      backend,
      listings: {
        incidents: listing('incidents', {
          ...tickets(incidentQueues),
          map: (item) => [incidentOf(learnt(item), rules)],
        }),
        ...(problemQueues.length > 0 && {
          problems: listing('problems', { ...tickets(problemQueues), map: (item) => [problemOf(item, rules)] }),
        }),
      },
      histories: {
        // Each costs two requests, and each of those a sign-in that RT makes slow on purpose.
        most: 100,
        of: async (id, call) => {
          const number = rules.numberOf(id) ?? '0'
          const [history, parts] = await Promise.all([client.history(number, call), client.texts(number, call)])
          const users = await client.names(usersIn(history), call)
          return entriesOf(history, textsOf(parts), id, rules, { fields, users })
        },
      },
      commands: createCommands({ backend, client, rules, incidentQueues, problemQueues }),
      ...(options.renewSeconds !== undefined && { renewAfter: options.renewSeconds * 1000 }),
    },
    engine,
  )
}
