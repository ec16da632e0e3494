import { HttpResponse } from 'msw'
import type { Wire } from '../../src/sources/rest/wire.generated'

const titles: Readonly<Record<number, string>> = {
  400: 'The request makes no sense',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  412: 'Changed meanwhile',
  429: 'Too many requests',
  500: 'Failed',
  501: 'Not offered',
  504: 'Too slow',
}

/** An error as the wire tells it (RFC 9457). */
export function problem(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body: Wire['ProblemDetails'] = { type: 'about:blank', title: titles[status] ?? 'Failed', status, detail }
  return HttpResponse.json(body, { status, headers: { ...headers, 'content-type': 'application/problem+json' } })
}
