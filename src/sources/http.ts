import { type Call, type Fault, SourceError } from './contract'

/** Milliseconds after which a backend that does not answer is given up on. */
const patience = 15_000
/** Milliseconds that a backend may ask to be left alone: a wrong header must not silence a wall for a day. */
const longestWait = 600_000

const faultOf = (status: number): Fault => {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 408 || status === 504) return 'timeout'
  if (status === 409 || status === 412) return 'conflict'
  if (status === 429) return 'rate-limited'
  if (status === 404 || status === 405 || status === 501) return 'unsupported'
  return status >= 500 ? 'unreachable' : 'bad-response'
}

/** `Retry-After` in milliseconds, within reason: seconds or an HTTP date. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after') ?? headers.get('ratelimit-reset')
  // GitHub's is a moment in seconds, PagerDuty's a length in seconds.
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000 - now
  if (!text) return reset >= 0 ? Math.min(reset, longestWait) : undefined
  const seconds = Number(text)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - now
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, longestWait) : undefined
}

/** What people need of an address: the question behind it would only hide it. */
const place = (url: string): string => url.replace(/[?#].*$/, '')

const problemMembers = new Set(['type', 'title', 'status', 'detail', 'instance'])

/** What a refusal says: problem details (RFC 9457) that hold no more than their own members in words, else the text. */
function wordsIn(text: string): string {
  if (/^\s*</.test(text)) return 'a web page'
  try {
    const told: unknown = JSON.parse(text)
    const members = new Map<string, unknown>(typeof told === 'object' && told ? Object.entries(told) : [])
    const words = members.get('detail') ?? members.get('title')
    return typeof words === 'string' && [...members.keys()].every((key) => problemMembers.has(key)) ? words : text
  } catch {
    return text
  }
}

export interface HttpRequest {
  /** Id of the source on whose behalf it goes out. */
  readonly source: string
  readonly url: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
  /** Milliseconds; a stream passes Infinity. */
  readonly patience?: number
  /** Statuses outside 2xx that are answers, not faults; or a test of the answer's head. */
  readonly accept?: readonly number[] | ((response: Response) => boolean)
  /** Whether the browser may answer from what it keeps. */
  readonly cache?: RequestCache
}

/** Sends one request; `source` as in `HttpRequest`. Rejects with whatever the network does, or with a SourceError. */
export type Sending = (url: string, init: RequestInit, source: string) => Promise<Response>

const plain: Sending = (url, init) => fetch(url, init)
let out = plain

/** From now on all requests go out through what `wrap` makes of the plain way. */
export const sendThrough = (wrap: (plain: Sending) => Sending): void => {
  out = wrap(plain)
}

/**
 * The only fetch of the product. Turns whatever the network does into a `SourceError`, and gives every request an end.
 * The body is bounded by the same signal, so that one that never ends is a timeout too.
 */
export async function send(request: HttpRequest, call: Call): Promise<Response> {
  const { source, url, patience: own = patience } = request
  const signal = Number.isFinite(own) ? AbortSignal.any([call.signal, AbortSignal.timeout(own)]) : call.signal
  let response: Response
  try {
    const init = {
      method: request.method ?? 'GET',
      signal,
      ...(request.headers && { headers: request.headers }),
      ...(request.cache && { cache: request.cache }),
      ...(request.body !== undefined && { body: request.body }),
    }
    response = await out(url, init, source)
  } catch (cause) {
    throw networkFault(source, url, call, cause)
  }
  const { accept = [] } = request
  if (response.ok || (typeof accept === 'function' ? accept(response) : accept.includes(response.status)))
    return response
  const detail = wordsIn(await response.text().catch(() => '')).slice(0, 300)
  const wait = retryAfter(response.headers, Date.parse(response.headers.get('date') ?? ''))
  // GitHub says 403 when the hour's requests are used up.
  const spent = response.headers.get('x-ratelimit-remaining') === '0' && response.status === 403
  throw new SourceError(
    spent ? 'rate-limited' : faultOf(response.status),
    source,
    `${place(url)} answered ${response.status}${detail && `: ${detail}`}`,
    {
      ...(wait !== undefined && { retryAfter: wait }),
    },
  )
}

/** What a thrown fetch or body read means. */
export function networkFault(source: string, url: string, call: Call, cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause
  if (call.signal.aborted) return new SourceError('aborted', source, `${place(url)} was no longer wanted`, { cause })
  if (cause instanceof DOMException && cause.name === 'TimeoutError')
    return new SourceError('timeout', source, `${place(url)} did not answer in time`, { cause })
  return new SourceError('unreachable', source, `${place(url)} cannot be reached`, { cause })
}

/** The body as JSON. HTML, a truncated or an empty body is a bad response. */
export async function readJson(response: Response, source: string, call: Call): Promise<unknown> {
  let text: string
  try {
    text = await response.text()
  } catch (cause) {
    throw networkFault(source, response.url, call, cause)
  }
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const found = /^\s*</.test(text) ? 'a web page' : text === '' ? 'an empty body' : 'broken JSON'
    throw new SourceError('bad-response', source, `${place(response.url)} answered with ${found} instead of JSON`, {
      cause,
    })
  }
}
