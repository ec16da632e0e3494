import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
// Keys come a moment after the page: here they are loaded, so that a test may press at once.
import '../../src/app/keyboard/Keyboard'
import { createBackend, type BackendOptions } from '../../mocks/backend'
import { mockNode } from '../../mocks/node'
import { world } from '../../mocks/world'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import { closeAll, openAll } from '../../src/app/open'
import type { ConfiguredSource } from '../../src/data'
import type { Holdings } from '../../src/domain/query/facets'
import { catalogue } from '../../src/sources/catalogue'

export interface Rendering extends Partial<BackendOptions> {
  /** What the backend holds; the invented company when absent. */
  readonly holdings?: Holdings
}

/** The invented company, made once: tests do not write into it, backends copy it. */
let company: ReturnType<typeof world> | undefined
const invented = () => (company ??= world())

/**
 * The real app at an address, over the real `rest` source, over the mock backend behind MSW. The clock stands still at
 * the invented company's present, or at `now`. Gives the backend and the chaos switch, to make things happen.
 */
export async function renderApp(path: string, { holdings, ...options }: Rendering = {}) {
  const now = options.now?.() ?? invented().now
  // No stream unless a test asks for it: one that is cut at the end of a test makes Node's fetch throw into the void.
  const backend = createBackend(holdings ?? invented().holdings, { now: () => now, changes: false, ...options })
  const server = mockNode(backend, `${location.origin}/api`)
  server.listen({ onUnhandledFrame: 'error' })
  onTestFinished(() => server.close())

  history.replaceState(null, '', path)
  const clock = frozenClock(now)
  const configs = [{ id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } }]
  const base = `${location.origin}/`
  const { signal } = new AbortController()
  const opening = { types: catalogue, base, now: () => now, signal, random: () => 0.5 }
  let sources: readonly ConfiguredSource[] = []
  await openAll(configs, opening, (opened) => {
    sources = opened
  })
  onTestFinished(() => closeAll(sources))
  const user = userEvent.setup()
  const view = render(<App sources={sources} clock={clock} base={base} actor="A. Haddad" />)
  return { ...view, user, backend, chaos: backend.chaos, now }
}
