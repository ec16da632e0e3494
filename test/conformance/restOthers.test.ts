import { afterAll, beforeAll } from 'vitest'
import { createBackend } from '../../mocks/backend'
import { restHandlers } from '../../mocks/rest/handlers'
import { startMockServer } from '../tools/mockServer'
import { describeSource } from './describeSource'
import { harnessOf, holdings, now, overMsw, server } from './restHarness'

beforeAll(() => server.listen({ onUnhandledFrame: 'bypass' }))
afterAll(() => server.close())

describeSource('rest over MSW, by a backend that knows no limits', holdings, overMsw({ limits: false }))
describeSource('rest over a real server', holdings, async (part) => {
  const backend = createBackend(part, { now: () => now })
  const started = await startMockServer({ handlers: restHandlers(backend, '*/api') })
  return harnessOf({
    backend,
    url: `${started.url}/api`,
    close: () => started.close(),
    switches: { unreachable: 'truncated' },
  })
})
