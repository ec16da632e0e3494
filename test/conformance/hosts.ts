import { getResponse, http, type RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll } from 'vitest'

/**
 * Backends behind hosts of their own, so that several can be asked at once: what is put under a name answers at
 * `http://<name>.<domain>.example/` for the tests of this file.
 */
export function hostsOf(domain: string): Map<string, readonly RequestHandler[]> {
  const hosts = new Map<string, readonly RequestHandler[]>()
  const server = setupServer(
    http.all(`http://:host.${domain}.example/*`, ({ request, params }) =>
      getResponse([...(hosts.get(String(params['host'])) ?? [])], request),
    ),
  )
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
  afterAll(() => server.close())
  return hosts
}
