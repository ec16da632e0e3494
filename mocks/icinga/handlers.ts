import { http, HttpResponse, type RequestHandler } from 'msw'
import type { Instant } from '../../src/domain/units'
import type { Checkable, Comment } from '../../src/sources/icinga/wire'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'

export interface IcingaMock {
  readonly problems: readonly Checkable[]
  readonly comments: readonly Comment[]
  readonly now: () => Instant
  readonly chaos: Chaos
  /** Where streams of events that are open are put. */
  readonly streams?: Set<ReadableStreamDefaultController<Uint8Array>>
}

interface Asked {
  readonly filter?: string
  readonly filter_vars?: Readonly<Record<string, string>>
  readonly author?: string
  readonly comment?: string
}

/** The API of Icinga 2, as far as Watchbill uses it. `base` is what stands before `/v1`. */
export function icingaHandlers(
  { problems, comments, now, chaos, streams = new Set() }: IcingaMock,
  base = '*',
): readonly RequestHandler[] {
  const held = new Map(problems.map((each) => [each.attrs.__name, each]))
  const written = [...comments]
  let made = 1_000_000

  const tell = (type: string) => {
    for (const stream of streams) stream.enqueue(new TextEncoder().encode(`${JSON.stringify({ type })}\n`))
  }
  const wired = (answer: (request: Request) => Response | Promise<Response>) => async (info: { request: Request }) => {
    // Icinga sends no Date.
    if (info.request.headers.get('accept') !== 'application/json') return new HttpResponse(null, { status: 400 })
    return (await faultOf(info.request, chaos)) ?? answer(info.request)
  }
  const listed = (path: string, all: (asked: Asked) => readonly (Checkable | Comment)[]) =>
    http.post(
      `${base}/v1/objects/${path}`,
      wired(async (request) => {
        if (request.headers.get('x-http-method-override') !== 'GET') return new HttpResponse(null, { status: 400 })
        return HttpResponse.json({ results: all((await request.json()) as Asked) })
      }),
    )
  const wanted = ({ filter_vars: { wanted: name } = {} }: Asked, each: Checkable) =>
    name === undefined || each.attrs.__name === name
  const acting = (action: string, act: (problem: Checkable, asked: Asked) => Response) =>
    http.post(
      `${base}/v1/actions/${action}`,
      wired(async (request) => {
        const asked = (await request.json()) as Asked
        const problem = [...held.values()].find((each) => wanted(asked, each))
        return problem
          ? act(problem, asked)
          : HttpResponse.json({ error: 404, status: 'No objects found.' }, { status: 404 })
      }),
    )
  const done = (name?: string) =>
    HttpResponse.json({ results: [{ code: 200, status: 'Successfully done.', ...(name && { name }) }] })
  const write = ({ attrs: { __name, host_name = __name } }: Checkable, type: number, { author, comment }: Asked) => {
    const id = `${__name}!${(made += 1)}`
    written.push({
      attrs: {
        __name: id,
        host_name,
        service_name: __name === host_name ? '' : __name.slice(host_name.length + 1),
        author: author ?? '',
        text: comment ?? '',
        entry_type: type,
        entry_time: now() / 1000,
      },
    })
    tell('CommentAdded')
    return id
  }

  return [
    listed('hosts', (asked) =>
      [...held.values()].filter((each) => each.attrs.host_name === undefined && wanted(asked, each)),
    ),
    listed('services', (asked) =>
      [...held.values()].filter((each) => each.attrs.host_name !== undefined && wanted(asked, each)),
    ),
    listed('comments', ({ filter_vars: { on_host, on_service } = {} }) =>
      written.filter(
        ({ attrs }) => on_host === undefined || (attrs.host_name === on_host && attrs.service_name === on_service),
      ),
    ),
    acting('acknowledge-problem', (problem, asked) => {
      if (problem.attrs.acknowledgement > 0)
        return HttpResponse.json({ results: [{ code: 409, status: 'It is already acknowledged.' }] }, { status: 409 })
      const change = { acknowledgement: 1, acknowledgement_last_change: now() / 1000 }
      held.set(problem.attrs.__name, { ...problem, attrs: { ...problem.attrs, ...change } })
      write(problem, 4, asked)
      return done()
    }),
    // The comments of the acknowledgement go with it.
    acting('remove-acknowledgement', (problem) => {
      const { __name, host_name = __name } = problem.attrs
      held.set(__name, { ...problem, attrs: { ...problem.attrs, acknowledgement: 0, acknowledgement_last_change: 0 } })
      const isIts = ({ attrs }: Comment) =>
        attrs.entry_type === 4 &&
        attrs.host_name === host_name &&
        attrs.service_name === (__name === host_name ? '' : __name.slice(host_name.length + 1))
      written.splice(0, written.length, ...written.filter((each) => !isIts(each)))
      tell('AcknowledgementCleared')
      return done()
    }),
    acting('add-comment', (problem, asked) => done(write(problem, 1, asked))),
    acting('process-check-result', (problem) => {
      const change = { last_check_result: { output: `Looked again at ${now()}` } }
      held.set(problem.attrs.__name, { ...problem, attrs: { ...problem.attrs, ...change } })
      tell('StateChange')
      return done()
    }),
    http.post(
      `${base}/v1/events`,
      wired(({ signal }) => {
        let own: ReadableStreamDefaultController<Uint8Array> | undefined
        const forget = () => own && void streams.delete(own)
        signal.addEventListener('abort', forget)
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => void streams.add((own = controller)),
          cancel: forget,
        })
        return new HttpResponse(body, { headers: { 'content-type': 'application/json' } })
      }),
    ),
  ]
}
