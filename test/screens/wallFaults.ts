import { act } from '@testing-library/react'
import { getResponse, http, HttpResponse, type RequestHandler } from 'msw'
import { vi } from 'vitest'

const api = '*/api/v1/*'
const json = { 'content-type': 'application/json' }
const says = (status: number, headers: Record<string, string> = {}) =>
  http.all(api, () => new HttpResponse('no', { status, headers }))

/** What a backend or what stands before it may do, as far as MSW can do it. A real server does the rest (e2e). */
export const faults: Readonly<Record<string, RequestHandler>> = {
  'error 500': says(500),
  'error 503': says(503),
  'no sign-in, 401': says(401),
  'not allowed, 403': says(403),
  'too many requests, 429 with Retry-After': says(429, { 'retry-after': '40' }),
  'a Retry-After of a year': says(503, { 'retry-after': '31536000' }),
  'a proxy too slow, 504': says(504),
  'HTML instead of JSON': http.all(api, () => HttpResponse.html('<!doctype html><title>Sign in</title>')),
  'truncated JSON': http.all(api, () => new HttpResponse('{"items":[{"id":"I-1","ti', { headers: json })),
  'an empty body': http.all(api, () => new HttpResponse('', { headers: json })),
  'JSON of something else': http.all(api, () => HttpResponse.json({ items: 0, status: 'ok' })),
  'network error': http.all(api, () => HttpResponse.error()),
  'a response that never comes': http.all(api, () => new Promise<Response>(() => {})),
  'a response that never ends': http.all(
    api,
    () =>
      new HttpResponse(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"items":[')) }), {
        headers: json,
      }),
  ),
}

/** Faults that nothing but their end can mend in less than this many seconds. */
export const longFaults: Readonly<Record<string, number>> = { 'a Retry-After of a year': 610 }

/** The network of a test: MSW's handlers, and what was asked of them. */
export interface Network {
  /** These answer from now on. */
  answer(...handlers: readonly RequestHandler[]): void
  /** Paths, in the order they were asked for. */
  readonly asked: string[]
}

/** As the browser's fetch: an abort ends it, also while the body comes. */
async function fetched(handlers: readonly RequestHandler[], request: Request, signal: AbortSignal): Promise<Response> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason))
  aborted.catch(() => undefined)
  signal.throwIfAborted()
  const response = await Promise.race([getResponse([...handlers], request), aborted])
  if (!response) throw new Error(`Nobody answers ${request.method} ${request.url}`)
  if (response.type === 'error') throw new TypeError('Failed to fetch')
  const { status, headers, body } = response
  const until = new TransformStream({ start: (part) => void aborted.catch((cause) => part.error(cause)) })
  void body?.pipeTo(until.writable).catch(() => undefined)
  return new Response(body && until.readable, { status, headers })
}

/**
 * Timers, time-outs and the clock go on only when told; the mocked network answers at once, however slow the machine.
 * Under MSW's own server in Node, time-outs would be real and requests that are given up throw into the void.
 */
export function handTime(at: number): Network {
  vi.useFakeTimers({ now: at, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  let handlers: readonly RequestHandler[] = []
  const asked: string[] = []
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const late = new AbortController()
    setTimeout(() => late.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms)
    return late.signal
  })
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, { signal, ...init } = {}) => {
    const request = new Request(address instanceof Request ? address.url : address, init)
    asked.push(new URL(request.url).pathname)
    return fetched(handlers, request, signal ?? new AbortController().signal)
  })
  return { asked, answer: (...given) => void (handlers = given) }
}

export function realTime(): void {
  vi.useRealTimers()
  vi.restoreAllMocks()
}

/** Lets what was asked be answered. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Lets so many seconds pass, one by one; `each` looks at the page after every one. */
export async function pass(seconds: number, each: () => void = () => {}): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_000)
      await settle()
    })
    each()
  }
}

/** Lets time pass until the check holds, at most so many seconds. Tells how many it took. */
export async function until(check: () => boolean, most: number, each: () => void = () => {}): Promise<number> {
  for (let second = 0; second <= most; second += 1) {
    if (check()) return second
    await pass(1, each)
  }
  throw new Error(`not within ${most} s: ${document.body.textContent}`)
}
