import { afterAll, beforeAll } from 'vitest'
import { describeSource } from './describeSource'
import { holdings, overMsw, server } from './restHarness'

beforeAll(() => server.listen({ onUnhandledFrame: 'bypass' }))
afterAll(() => server.close())

describeSource('rest over MSW', holdings, overMsw({}))
describeSource(
  'rest over MSW, with less on offer',
  holdings,
  overMsw({
    facets: ['incidents', 'timeline'],
    commands: ['add-entry', 'set-state'],
    summaries: false,
    changes: false,
  }),
)
