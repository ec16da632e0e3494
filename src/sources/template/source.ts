import { formatInstant } from '../../domain/units'
import type { Opening } from '../catalogue'
import type { Call, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { connect } from '../listing/backend'
import { listing, openListed, type WirePage } from '../listing/listed'
import { incidentOf, teamOf } from './map'
import { incident, page, team } from './wire'

export interface TemplateOptions {
  /** What stands before `/teams` and `/incidents`. */
  readonly url: string
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

// 3. One listing a facet. The base gathers them into the local engine, which answers every query, order, text and summary.

/** Opens the backend. Nothing is asked for yet. */
export function openTemplate(options: TemplateOptions, opening: Opening, engine: RemoteEngine): Source {
  const url = new URL(options.url, opening.base).href.replace(/\/$/, '')
  const patience = options.timeoutSeconds === undefined ? {} : { patience: options.timeoutSeconds * 1000 }
  const backend = connect({ source: opening.id, url, now: opening.now, ...patience })

  async function pageOf(path: string, cursor: string | undefined, call: Call): Promise<WirePage> {
    const asked = `${path}${path.includes('?') ? '&' : '?'}limit=100`
    const from = cursor === undefined ? '' : `&after=${encodeURIComponent(cursor)}`
    const { items, next } = await backend.json(`${asked}${from}`, page, call)
    return { items, ...(next != null && { cursor: next }) }
  }
  /** What a record is called while it cannot be read. Where it has an `id`, this can be left out. */
  const nameOf = (item: unknown) =>
    typeof item === 'object' && item !== null && 'key' in item ? String(item.key) : undefined

  return openListed(
    {
      opening,
      title: 'Plain list',
      backend,
      listings: {
        parties: listing('parties', {
          schema: team,
          place: `${url}/teams`,
          page: (cursor, call) => pageOf('/teams', cursor, call),
          map: (item) => [teamOf(item)],
          nameOf,
        }),
        incidents: listing('incidents', {
          schema: incident,
          place: `${url}/incidents`,
          page: (cursor, call) => pageOf('/incidents', cursor, call),
          // Where the backend can tell what changed: then only that is asked for again.
          changes: (since, cursor, call) =>
            pageOf(`/incidents?changed_since=${encodeURIComponent(formatInstant(since))}`, cursor, call),
          // Where it has an address for each record. Asked for every id, so that a fault is never told as "none".
          one: (id, call) => backend.find(`/incidents/${encodeURIComponent(id)}`, incident, call),
          map: (item) => [incidentOf(item)],
          nameOf,
        }),
      },
      ...(options.renewSeconds !== undefined && { renewAfter: options.renewSeconds * 1000 }),
    },
    engine,
  )
}
