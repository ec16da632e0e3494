import type { Incident } from '../../domain/incident'
import { formatInstant, type Id, type Instant } from '../../domain/units'
import type { Opening } from '../catalogue'
import type { Call, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { readJson } from '../http'
import { type Backend, connect, fitting } from '../listing/backend'
import { listing, openListed, type WirePage } from '../listing/listed'
import { createCommands } from './commands'
import { entriesOf } from './history'
import { idOf, incidentOf, numberOf, personOf, problemFrom } from './map'
import { anyList, assignee, event, issue } from './wire'

/** Which repository, where, and how its issues are told apart. */
export interface GithubOptions {
  readonly url: string
  /** `owner/name`. */
  readonly repository: string
  readonly incidentLabel?: string
  readonly problemLabel?: string
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

/** The most that a page of this API holds. */
const perPage = 100

/** One page of a list, with the number of the next one from the `Link` header. */
async function pageOf(backend: Backend, path: string, cursor: string | undefined, call: Call): Promise<WirePage> {
  const join = path.includes('?') ? '&' : '?'
  const asked = `${path}${join}per_page=${perPage}&page=${cursor ?? '1'}`
  const response = await backend.request(asked, call)
  const items = fitting(anyList, await readJson(response, backend.source, call), backend.source, path)
  const next = /<[^>]*[?&]page=(\d+)[^>]*>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  return { items, ...(next !== undefined && { cursor: next }) }
}

/** Every page of a list. */
async function allOf(backend: Backend, path: string, call: Call): Promise<readonly unknown[]> {
  const items: unknown[] = []
  let cursor: string | undefined
  do {
    const page = await pageOf(backend, path, cursor, call)
    items.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return items
}

/** Opens the issues of a repository: those with one label are incidents, those with another problems. */
export function openGithub(options: GithubOptions, opening: Opening, engine: RemoteEngine): Source {
  const { repository, incidentLabel = 'incident', problemLabel = 'problem' } = options
  const url = new URL(options.url, opening.base).href.replace(/\/$/, '')
  const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' }
  const patience = options.timeoutSeconds === undefined ? {} : { patience: options.timeoutSeconds * 1000 }
  const backend = connect({ source: opening.id, url, now: opening.now, headers, ...patience })
  const root = `/repos/${repository.split('/').map(encodeURIComponent).join('/')}`

  /** Issues with a label. GitHub tells which were touched since a moment, also by taking the label away: hourly seen. */
  const issues = (label: string) => {
    const path = `${root}/issues?state=all&sort=created&direction=asc&labels=${encodeURIComponent(label)}`
    return {
      schema: issue,
      place: `${url}${root}/issues, label ${label}`,
      page: (cursor: string | undefined, call: Call) => pageOf(backend, path, cursor, call),
      changes: (since: Instant, cursor: string | undefined, call: Call) =>
        pageOf(backend, `${path}&since=${formatInstant(since)}`, cursor, call),
      one: async (id: Id, call: Call) => {
        // No issue has the number 0: what is not of this repository is asked for too, so that a fault is not told as "none".
        const found = await backend.find(`${root}/issues/${numberOf(repository, id) ?? 0}`, issue, call)
        return found?.labels.some((each) => (typeof each === 'string' ? each : each.name) === label) ? found : undefined
      },
      nameOf: (item: unknown) =>
        typeof item === 'object' && item !== null && 'number' in item
          ? idOf(repository, String(item.number))
          : undefined,
    }
  }
  const readIncident = async (id: Id, call: Call): Promise<Incident | undefined> => {
    const found = await issues(incidentLabel).one(id, call)
    return found && incidentOf(found, repository)
  }
  return openListed(
    {
      opening,
      title: `Issues of ${repository}`,
      backend,
      listings: {
        parties: listing('parties', {
          schema: assignee,
          place: `${url}${root}/assignees`,
          page: (cursor, call) => pageOf(backend, `${root}/assignees`, cursor, call),
          map: (item) => [personOf(item)],
        }),
        incidents: listing('incidents', {
          ...issues(incidentLabel),
          map: (item) => (item.pull_request == null ? [incidentOf(item, repository)] : []),
        }),
        problems: listing('problems', {
          ...issues(problemLabel),
          map: (item) => (item.pull_request == null ? [problemFrom(item, repository)] : []),
        }),
      },
      histories: {
        of: async (incident, call) => {
          const items = await allOf(backend, `${root}/issues/${numberOf(repository, incident)}/timeline`, call)
          return entriesOf(
            items.map((item) => fitting(event, item, opening.id, `the timeline of ${incident}`)),
            incident,
            repository,
          )
        },
      },
      commands: createCommands({ backend, root, repository, readIncident }),
      ...(options.renewSeconds !== undefined && { renewAfter: options.renewSeconds * 1000 }),
    },
    engine,
  )
}
