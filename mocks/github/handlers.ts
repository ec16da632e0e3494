import { http, HttpResponse, type RequestHandler } from 'msw'
import { formatInstant, type Instant, parseInstant } from '../../src/domain/units'
import type { Event, Issue } from '../../src/sources/github/wire'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'
import { repository, type Thread } from './tell'

export interface GithubMock {
  readonly threads: readonly Thread[]
  readonly logins: readonly string[]
  readonly now: () => Instant
  readonly chaos: Chaos
}

interface Change {
  readonly state?: string
  readonly state_reason?: string
  readonly labels?: readonly string[]
  readonly assignees?: readonly string[]
}

const nameOf = (label: Issue['labels'][number]): string => (typeof label === 'string' ? label : (label.name ?? ''))

/** What GitHub writes into the timeline when an issue is changed. */
export function eventsOf(
  before: Issue,
  { state, labels, assignees }: Change,
): readonly Omit<Event, 'id' | 'created_at'>[] {
  const old = before.labels.map(nameOf)
  const had = before.assignees?.map(({ login }) => login) ?? []
  return [
    ...(labels
      ? old.filter((name) => !labels.includes(name)).map((name) => ({ event: 'unlabeled', label: { name } }))
      : []),
    ...(labels ?? []).filter((name) => !old.includes(name)).map((name) => ({ event: 'labeled', label: { name } })),
    ...(assignees
      ? had.filter((each) => !assignees.includes(each)).map((login) => ({ event: 'unassigned', assignee: { login } }))
      : []),
    ...(assignees ?? [])
      .filter((each) => !had.includes(each))
      .map((login) => ({ event: 'assigned', assignee: { login } })),
    ...(state !== undefined && state !== before.state ? [{ event: state === 'closed' ? 'closed' : 'reopened' }] : []),
  ]
}

/** The REST API of one repository, as far as Watchbill uses it. `base` is what stands before `/repos`. */
export function githubHandlers({ threads, logins, now, chaos }: GithubMock, base = '*'): readonly RequestHandler[] {
  const held = new Map(threads.map(({ issue, events }) => [issue.number, { issue, events: [...events] }]))
  let made = 1_000_000
  const root = `${base}/repos/${repository}`

  /** A page of a list, with the `Link` header of the real one. */
  function paged(request: Request, items: readonly unknown[]): Response {
    const url = new URL(request.url)
    const size = Number(url.searchParams.get('per_page') ?? 30)
    const page = Number(url.searchParams.get('page') ?? 1)
    const more = page * size < items.length
    url.searchParams.set('page', String(page + 1))
    return HttpResponse.json(items.slice((page - 1) * size, page * size), {
      headers: more ? { link: `<${url.href}>; rel="next"` } : {},
    })
  }
  const wired =
    (answer: (request: Request, number: number) => Response | Promise<Response>) =>
    async ({ request, params }: { request: Request; params: Readonly<Record<string, unknown>> }) => {
      const response = (await faultOf(request, chaos)) ?? (await answer(request, Number(params['number'])))
      if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
      return response
    }
  const missing = () => HttpResponse.json({ message: 'Not Found' }, { status: 404 })
  const moment = () => formatInstant(now())

  return [
    http.get(
      `${root}/issues`,
      wired((request) => {
        const { searchParams } = new URL(request.url)
        const since = parseInstant(searchParams.get('since') ?? '') ?? Number.NEGATIVE_INFINITY
        const wanted = searchParams.get('labels') ?? ''
        const issues = [...held.values()].map(({ issue }) => issue)
        return paged(
          request,
          issues.filter(
            ({ labels, updated_at }) => labels.map(nameOf).includes(wanted) && Date.parse(updated_at) >= since,
          ),
        )
      }),
    ),
    http.get(
      `${root}/assignees`,
      wired((request) =>
        paged(
          request,
          logins.map((login) => ({ login, html_url: `https://github.example/${login}`, type: 'User' })),
        ),
      ),
    ),
    http.get(
      `${root}/issues/:number`,
      wired((_request, number) => {
        const thread = held.get(number)
        return thread ? HttpResponse.json(thread.issue) : missing()
      }),
    ),
    http.get(
      `${root}/issues/:number/timeline`,
      wired((request, number) => {
        const thread = held.get(number)
        return thread ? paged(request, thread.events) : missing()
      }),
    ),
    http.get(
      `${root}/issues/:number/comments`,
      wired((request, number) => {
        const thread = held.get(number)
        return thread
          ? paged(
              request,
              thread.events.filter(({ event }) => event === 'commented'),
            )
          : missing()
      }),
    ),
    http.post(
      `${root}/issues/:number/comments`,
      wired(async (request, number) => {
        const thread = held.get(number)
        if (!thread) return missing()
        const { body } = (await request.json()) as { readonly body: string }
        const comment = {
          id: (made += 1),
          event: 'commented',
          body,
          created_at: moment(),
          actor: { login: 'watchbill' },
        }
        thread.events.push(comment)
        thread.issue = { ...thread.issue, updated_at: moment() }
        return HttpResponse.json(comment, { status: 201 })
      }),
    ),
    http.patch(
      `${root}/issues/:number`,
      wired(async (request, number) => {
        const thread = held.get(number)
        if (!thread) return missing()
        const change = (await request.json()) as Change
        for (const event of eventsOf(thread.issue, change))
          thread.events.push({ id: (made += 1), created_at: moment(), actor: { login: 'watchbill' }, ...event })
        const { labels, assignees, ...rest } = change
        const closed = change.state === undefined ? {} : { closed_at: change.state === 'closed' ? moment() : null }
        thread.issue = {
          ...thread.issue,
          ...rest,
          ...closed,
          ...(labels && { labels: labels.map((name) => ({ name })) }),
          ...(assignees && { assignees: assignees.map((login) => ({ login })) }),
          updated_at: moment(),
        }
        return HttpResponse.json(thread.issue)
      }),
    ),
  ]
}
