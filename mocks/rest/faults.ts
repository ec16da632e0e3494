import { delay, HttpResponse } from 'msw'
import { type Chaos, type ChaosKind, isChaosKind } from '../chaos'
import { problem } from './problem'

/** Header of an answer that a real server shall break off: it carries a whole body, of which half is sent. */
export const breakOff = 'x-mock-break-off'

type Effect = (chaos: Chaos, signal: AbortSignal) => Promise<Response | undefined> | Response | undefined

const never = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }))

/** What each fault does to a request; undefined: the request goes on. */
const effects: Readonly<Record<ChaosKind, Effect>> = {
  latency: async () => {
    await delay(1500)
    return undefined
  },
  hang: (_chaos, signal) => never(signal),
  offline: () => HttpResponse.error(),
  error: () => problem(500, 'Something broke.'),
  unauthenticated: () => problem(401, 'Sign in first.'),
  forbidden: () => problem(403, 'You may not see this.'),
  conflict: () => problem(409, 'Somebody was faster.'),
  'rate-limited': () => problem(429, 'Too many requests.', { 'retry-after': '2' }),
  'gateway-timeout': () => problem(504, 'The backend behind the proxy is too slow.'),
  unsupported: () => problem(501, 'This is not offered.'),
  truncated: () =>
    new HttpResponse('{"items":[{"id":"INC-22', { headers: { 'content-type': 'application/json', [breakOff]: 'yes' } }),
  html: () => HttpResponse.html('<!doctype html><title>Welcome to the proxy</title>'),
  'bad-record': () => undefined,
  partial: () => undefined,
}

/**
 * Faults by data: the text or the id `fault:<kind>` provokes that fault for the one request, whatever the switch says.
 * Undefined for a request without one.
 */
function faultNamed(url: URL): ChaosKind | undefined {
  const last = decodeURIComponent(url.pathname.split('/').at(-1) ?? '')
  const [, kind = ''] = /^fault:(.+)$/.exec(url.searchParams.get('text') ?? last) ?? []
  return isChaosKind(kind) ? kind : undefined
}

/** The answer that goes wrong, or undefined when all is well. */
export async function faultOf(request: Request, chaos: Chaos): Promise<Response | undefined> {
  const named = faultNamed(new URL(request.url))
  for (const kind of named === undefined ? chaos.active() : [named]) {
    const response = await effects[kind](chaos, request.signal)
    if (response) return response
  }
  return undefined
}
