import { http, HttpResponse, type RequestHandler } from 'msw'
import { formatInstant, type Instant } from '../../src/domain/units'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'
import { type Body, createDesk, ticketTold, transactionTold } from './desk'
import type { Told } from './told'

export interface RtMock {
  readonly tickets: readonly Told[]
  readonly now: () => Instant
  readonly chaos: Chaos
}

const notFound = () => HttpResponse.json({ message: 'Not Found' }, { status: 404 })

/** The conditions of TicketSQL that are asked here. */
function matcher(query: string, now: Instant): (ticket: Told) => boolean {
  const queues = [...query.matchAll(/Queue = '((?:\\.|[^'\\])*)'/g)].map(([, name = '']) =>
    name.replaceAll(/\\(.)/g, '$1'),
  )
  const above = /id > (\d+)/.exec(query)?.[1]
  const only = /id = (\d+)/.exec(query)?.[1]
  const minutes = /LastUpdated >= '(\d+) minutes ago'/.exec(query)?.[1]
  return ({ queue, number, updated }) =>
    queues.includes(queue) &&
    (above === undefined || number > Number(above)) &&
    (only === undefined || number === Number(only)) &&
    (minutes === undefined || updated >= now - Number(minutes) * 60_000)
}

/** REST 2 of Request Tracker 5, as far as Watchbill uses it. `base` is what stands before `/REST/2.0`. */
export function rtHandlers({ tickets, now, chaos }: RtMock, base = '*'): readonly RequestHandler[] {
  const desk = createDesk(tickets, now)
  const users: string[] = []
  const numberOf = (name: string) => {
    if (!users.includes(name)) users.push(name)
    return String(users.indexOf(name) + 1)
  }
  const root = `${base}/REST/2.0`

  /** A page of a collection: 20 where nothing is asked for, 100 at most. */
  function paged(request: Request, items: readonly unknown[]): Response {
    const { searchParams } = new URL(request.url)
    const size = Math.min(Number(searchParams.get('per_page') ?? 20), 100)
    const number = Number(searchParams.get('page') ?? 1)
    const shown = items.slice((number - 1) * size, number * size)
    return HttpResponse.json({ items: shown, count: shown.length, total: items.length, page: number, per_page: size })
  }
  const tagOf = ({ history, number }: Told) => `"${history.at(-1)?.id ?? number}"`
  const wired =
    (answer: (request: Request, number: number) => Response | Promise<Response>) =>
    async ({ request, params }: { request: Request; params: Readonly<Record<string, unknown>> }) => {
      const response = (await faultOf(request, chaos)) ?? (await answer(request, Number(params['number'])))
      if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
      return response
    }
  const say = (type: string) =>
    wired(async (request, number) => {
      const body = (await request.json()) as Body
      if (!desk.get(number)) return notFound()
      if (typeof body['ContentType'] !== 'string')
        return HttpResponse.json({ message: 'ContentType is a required field for application/json' }, { status: 400 })
      desk.note(number, { type, text: String(body['Content']) })
      return HttpResponse.json(['Comments added'], { status: 201 })
    })

  return [
    http.get(
      `${root}/tickets`,
      wired((request) => {
        const query = new URL(request.url).searchParams.get('query') ?? ''
        return paged(request, desk.all().filter(matcher(query, now())).map(ticketTold))
      }),
    ),
    http.post(
      `${root}/ticket`,
      wired(async (request) => {
        const number = desk.make((await request.json()) as Body)
        return HttpResponse.json({ type: 'ticket', id: String(number) }, { status: 201 })
      }),
    ),
    http.get(
      `${root}/ticket/:number`,
      wired((_request, number) => {
        const ticket = desk.get(number)
        if (!ticket) return notFound()
        const headers = { etag: tagOf(ticket), 'last-modified': formatInstant(ticket.updated) }
        return HttpResponse.json({ ...ticketTold(ticket), id: number }, { headers })
      }),
    ),
    http.put(
      `${root}/ticket/:number`,
      wired(async (request, number) => {
        const ticket = desk.get(number)
        const wanted = request.headers.get('if-match')
        if (!ticket) return notFound()
        if (wanted !== null && wanted !== tagOf(ticket))
          return HttpResponse.json({ message: 'Precondition Failed' }, { status: 412 })
        return HttpResponse.json(desk.change(number, (await request.json()) as Body))
      }),
    ),
    http.post(`${root}/ticket/:number/comment`, say('Comment')),
    http.post(`${root}/ticket/:number/correspond`, say('Correspond')),
    http.get(
      `${root}/ticket/:number/history`,
      wired((request, number) => paged(request, (desk.get(number)?.history ?? []).map(transactionTold(numberOf)))),
    ),
    http.get(
      `${root}/ticket/:number/attachments`,
      wired((request, number) => {
        const written = (desk.get(number)?.history ?? []).filter(({ text }) => text !== undefined && text !== '')
        const parts = written.map(({ id, text }) => ({
          id: String(id),
          TransactionId: String(id),
          ContentType: 'text/plain',
          Content: text,
        }))
        return paged(request, parts)
      }),
    ),
    http.get(
      `${root}/user/:number`,
      wired((_request, number) => {
        const name = users[number - 1]
        return name === undefined ? notFound() : HttpResponse.json({ id: number, Name: name, Disabled: '0' })
      }),
    ),
  ]
}
