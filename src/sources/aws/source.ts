import * as v from 'valibot'
import type { Incident } from '../../domain/incident'
import type { TimelineEntry } from '../../domain/timeline'
import { formatInstant, type Id, type Instant } from '../../domain/units'
import type { Opening } from '../catalogue'
import type { Call, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { connect, fitting } from '../listing/backend'
import { listing, openListed, type WirePage } from '../listing/listed'
import { createCommands, updated } from './commands'
import { eventsFrom } from './events'
import { eventEntry, incidentOf, relatedEntry } from './map'
import { healthPage, oneOpsItem, opsItem, opsItemEvent, opsItemPage, relatedItem, summaries } from './wire'

export interface AwsOptions {
  /** Where a proxy signs requests for Systems Manager. */
  readonly url: string
  /** The same for AWS Health. Absent: no events of Health. */
  readonly healthUrl?: string
  /** A JSON list of events, such as an archive of EventBridge. */
  readonly eventsUrl?: string
  /** The OperationalData that holds the team of an OpsItem. */
  readonly teamKey?: string
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

/** The most that a page of OpsItems holds. */
const perPage = 50
const json = 'application/x-amz-json-1.1'
const dropped = <T>(value: T | null | undefined) => (value == null ? {} : { cursor: value })

/** Opens OpsCenter: OpsItems are incidents; Health and logs of events are events. */
export function openAws(options: AwsOptions, opening: Opening, engine: RemoteEngine): Source {
  const { teamKey = 'team' } = options
  const absolute = (url: string) => new URL(url, opening.base).href.replace(/\/$/, '')
  const patience = options.timeoutSeconds === undefined ? {} : { patience: options.timeoutSeconds * 1000 }
  const at = (url: string) => connect({ source: opening.id, url: absolute(url), now: opening.now, ...patience })
  const [manager, health] = [at(options.url), options.healthUrl === undefined ? undefined : at(options.healthUrl)]
  const log = options.eventsUrl === undefined ? undefined : at(options.eventsUrl)

  /** One call of the JSON protocol: the operation stands in a header, its input in the body. */
  const ask = <S extends v.GenericSchema>(
    backend: typeof manager,
    target: string,
    input: object,
    schema: S,
    call: Call,
  ) =>
    backend.json('/', schema, call, {
      method: 'POST',
      headers: { 'content-type': json, 'x-amz-target': target },
      body: JSON.stringify(input),
    })

  const opsItems = async (filters: readonly object[], cursor: string | undefined, call: Call): Promise<WirePage> => {
    const input = { MaxResults: perPage, OpsItemFilters: filters, ...(cursor !== undefined && { NextToken: cursor }) }
    const page = await ask(manager, 'AmazonSSM.DescribeOpsItems', input, opsItemPage, call)
    return { items: page.OpsItemSummaries, ...dropped(page.NextToken) }
  }
  const isOne = (id: Id) => ({ Key: 'OpsItemId', Values: [id], Operator: 'Equal' })
  const readOne = async (id: Id, call: Call): Promise<unknown> => {
    // GetOpsItem fails for an unknown id in the same way as for a broken request: a list of one says it plainly.
    const { items } = await opsItems([isOne(id === '' ? '-' : id)], undefined, call)
    if (items.length === 0) return undefined
    return (await ask(manager, 'AmazonSSM.GetOpsItem', { OpsItemId: id }, oneOpsItem, call)).OpsItem
  }
  const readIncident = async (id: Id, call: Call): Promise<Incident | undefined> => {
    const item = await readOne(id, call)
    return item === undefined ? undefined : incidentOf(fitting(opsItem, item, opening.id, `OpsItem ${id}`), teamKey)
  }

  /** Every summary that an operation tells of one OpsItem. */
  async function told(target: string, filter: object, call: Call): Promise<readonly unknown[]> {
    const items: unknown[] = []
    let token: string | null | undefined
    do {
      const input = { Filters: [filter], ...(token != null && { NextToken: token }) }
      const page = await ask(manager, target, input, summaries, call)
      items.push(...page.Summaries)
      token = page.NextToken
    } while (token != null)
    return items
  }
  const history = async (id: Id, call: Call): Promise<readonly TimelineEntry[]> => {
    const filter = { Key: 'OpsItemId', Values: [id], Operator: 'Equal' }
    const read = <S extends v.GenericSchema>(schema: S, items: readonly unknown[]) =>
      items.map((item) => fitting(schema, item, opening.id, `the history of ${id}`))
    const events = read(opsItemEvent, await told('AmazonSSM.ListOpsItemEvents', filter, call))
    const related = read(
      relatedItem,
      await told('AmazonSSM.ListOpsItemRelatedItems', { ...filter, Key: 'OpsItemId' }, call),
    )
    return [
      ...events.map((event, index) => eventEntry(event, id, index)),
      ...related.map((item, index) => relatedEntry(item, id, events.length + index)),
    ]
  }

  /** Health first, page by page, then the log. */
  const events = async (cursor: string | undefined, call: Call): Promise<WirePage> => {
    if (health && cursor !== 'log') {
      const input = { maxResults: 100, ...(cursor !== undefined && { nextToken: cursor }) }
      const page = await ask(health, 'AWSHealth_20160804.DescribeEvents', input, healthPage, call)
      return { items: page.events, ...(page.nextToken != null ? { cursor: page.nextToken } : log && { cursor: 'log' }) }
    }
    return { items: log ? await log.json('', v.array(v.unknown()), call) : [] }
  }

  return openListed(
    {
      opening,
      title: 'AWS OpsCenter',
      backend: manager,
      listings: {
        incidents: listing('incidents', {
          schema: opsItem,
          place: `${manager.url}, DescribeOpsItems`,
          page: (cursor, call) => opsItems([], cursor, call),
          changes: (since: Instant, cursor, call) =>
            opsItems(
              [{ Key: 'LastModifiedTime', Values: [formatInstant(since)], Operator: 'GreaterThan' }],
              cursor,
              call,
            ),
          one: readOne,
          map: (item) => [incidentOf(item, teamKey)],
          nameOf: (item) =>
            typeof item === 'object' && item !== null && 'OpsItemId' in item ? String(item.OpsItemId) : undefined,
        }),
        ...((health || log) && {
          events: listing('events', {
            schema: v.unknown(),
            place: options.eventsUrl ?? options.healthUrl ?? '',
            page: events,
            map: eventsFrom,
          }),
        }),
      },
      histories: { of: history },
      commands: createCommands({
        source: opening.id,
        readIncident,
        update: (change, call) => ask(manager, 'AmazonSSM.UpdateOpsItem', change, updated, call),
      }),
      ...(options.renewSeconds !== undefined && { renewAfter: options.renewSeconds * 1000 }),
    },
    engine,
  )
}
