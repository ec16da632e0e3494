import { http, HttpResponse, type RequestHandler } from 'msw'
import { formatInstant, type Instant } from '../../src/domain/units'
import type { Incident, LogEntry } from '../../src/sources/pagerduty/wire'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'
import type { Account } from './tell'

export interface PagerdutyMock {
  readonly account: Account
  readonly now: () => Instant
  readonly chaos: Chaos
}

interface Change {
  readonly status?: string
  readonly title?: string
  readonly priority?: { readonly id: string }
  readonly assignments?: readonly { readonly assignee: { readonly id: string; readonly type: string } }[]
}

const priorities = [1, 2, 3, 4, 5].map((rank) => ({ id: `PR${rank}`, summary: `P${rank}` }))

/** The REST API v2, as far as Watchbill uses it. `base` is what stands before `/incidents`. */
export function pagerdutyHandlers({ account, now, chaos }: PagerdutyMock, base = '*'): readonly RequestHandler[] {
  const incidents = new Map(account.incidents.map((incident) => [incident.id, incident]))
  const log: LogEntry[] = [...account.log]
  let made = 0

  function page(request: Request, name: string, items: readonly unknown[]): Response {
    const { searchParams } = new URL(request.url)
    const [limit, offset] = [Number(searchParams.get('limit') ?? 25), Number(searchParams.get('offset') ?? 0)]
    const more = offset + limit < items.length
    return HttpResponse.json({ [name]: items.slice(offset, offset + limit), limit, offset, more, total: null })
  }
  const wired =
    (answer: (request: Request, id: string) => Response | Promise<Response>) =>
    async ({ request, params }: { request: Request; params: Readonly<Record<string, unknown>> }) => {
      const id = typeof params['id'] === 'string' ? params['id'] : ''
      const response = (await faultOf(request, chaos)) ?? (await answer(request, id))
      if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
      return response
    }
  const list = (path: string, name: string, items: () => readonly unknown[]) =>
    http.get(
      `${base}/${path}`,
      wired((request) => page(request, name, items())),
    )
  const missing = () => HttpResponse.json({ error: { code: 2100, message: 'Not Found' } }, { status: 404 })
  const write = (incident: string, entry: Omit<LogEntry, 'id' | 'created_at' | 'incident'>) => {
    const touched = incidents.get(incident)
    if (touched) incidents.set(incident, { ...touched, updated_at: formatInstant(now()) })
    log.push({ id: `made ${(made += 1)}`, created_at: formatInstant(now()), incident: { id: incident }, ...entry })
  }
  const ofNewest = (entries: readonly LogEntry[]) =>
    entries.toReversed().toSorted((left, right) => Date.parse(right.created_at) - Date.parse(left.created_at))

  function changed(incident: Incident, { status, title, priority, assignments }: Change): Incident {
    const at = formatInstant(now())
    const person = assignments?.[0]?.assignee
    if (status !== undefined && status !== incident.status)
      write(incident.id, { type: status === 'resolved' ? 'resolve_log_entry' : 'acknowledge_log_entry' })
    const found = priorities.find(({ id }) => id === priority?.id)
    if (found) write(incident.id, { type: 'priority_change_log_entry', channel: { summary: found.summary } })
    if (person) write(incident.id, { type: 'assign_log_entry', assignees: [person] })
    return {
      ...incident,
      ...(title !== undefined && { title }),
      ...(status !== undefined && { status, resolved_at: status === 'resolved' ? at : null }),
      ...(status === 'acknowledged' && { acknowledgements: [{ at, acknowledger: { id: 'U1' } }] }),
      ...(found && { priority: found }),
      ...(assignments && { assignments: assignments.map(({ assignee }) => ({ at, assignee })) }),
      updated_at: at,
    }
  }

  return [
    http.get(
      `${base}/incidents`,
      wired((request) => {
        const { searchParams } = new URL(request.url)
        const [since, until] = ['since', 'until'].map((name) => Date.parse(searchParams.get(name) ?? ''))
        const found = [...incidents.values()].filter(({ created_at }) => {
          const at = Date.parse(created_at)
          return at >= (since ?? 0) && at < (until ?? 0)
        })
        return page(
          request,
          'incidents',
          found.toSorted((left, right) => Date.parse(left.created_at) - Date.parse(right.created_at)),
        )
      }),
    ),
    http.get(
      `${base}/incidents/:id`,
      wired((_request, id) => {
        const incident = incidents.get(id)
        return incident ? HttpResponse.json({ incident }) : missing()
      }),
    ),
    http.put(
      `${base}/incidents/:id`,
      wired(async (request, id) => {
        const incident = incidents.get(id)
        if (!incident) return missing()
        const body = (await request.json()) as { readonly incident: Change }
        const next = changed(incident, body.incident)
        incidents.set(id, next)
        return HttpResponse.json({ incident: next })
      }),
    ),
    http.get(
      `${base}/incidents/:id/log_entries`,
      wired((request, id) => page(request, 'log_entries', ofNewest(log.filter(({ incident }) => incident?.id === id)))),
    ),
    http.post(
      `${base}/incidents/:id/notes`,
      wired(async (request, id) => {
        const { note } = (await request.json()) as { readonly note: { readonly content: string } }
        write(id, { type: 'annotate_log_entry', channel: { content: note.content } })
        return HttpResponse.json({ note }, { status: 201 })
      }),
    ),
    http.post(
      `${base}/incidents/:id/status_updates`,
      wired(async (request, id) => {
        const { message } = (await request.json()) as { readonly message: string }
        write(id, { type: 'status_update_log_entry', message })
        return HttpResponse.json({}, { status: 201 })
      }),
    ),
    http.get(
      `${base}/log_entries`,
      wired((request) => {
        const since = Date.parse(new URL(request.url).searchParams.get('since') ?? '')
        return page(request, 'log_entries', ofNewest(log.filter(({ created_at }) => Date.parse(created_at) >= since)))
      }),
    ),
    list('services', 'services', () => account.services),
    list('escalation_policies', 'escalation_policies', () => account.policies),
    list('oncalls', 'oncalls', () => account.onCalls),
    list('users', 'users', () => account.users),
    list('teams', 'teams', () => account.teams),
    list('priorities', 'priorities', () => priorities),
  ]
}
