import { http, HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'
import type { Instant } from '../src/domain/units'
import { createBackend } from './backend'
import { createChaos, type Chaos } from './chaos'
import { clockFrom, wait } from './clock'
import { restHandlers } from './rest/handlers'
import { playStory } from './story'
import { world } from './world'

export interface Mocked {
  /** The present of the invented company. */
  readonly now: Instant
  /** Switches for what goes wrong. */
  readonly chaos: Chaos
}

/** The configuration of the demo: served here, so that the production build carries no trace of it. */
const configuration = {
  actor: 'A. Haddad',
  sources: [{ id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } }],
}

/**
 * Puts the invented company behind `<base>api`, with a story that plays live. `?now=` freezes the app's clock: then the
 * company stands still too and no story plays, so that pictures repeat.
 */
export async function start(base: string): Promise<Mocked> {
  const { holdings, now } = world()
  const chaos = createChaos()
  const frozen = new URLSearchParams(location.search).has('now')
  const backend = createBackend(holdings, { now: frozen ? () => now : clockFrom(now), chaos })
  const worker = setupWorker(
    http.get(`${base}watchbill.config.json`, () => HttpResponse.json(configuration)),
    ...restHandlers(backend, `${base}api`),
  )
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${base}mockServiceWorker.js` },
  })
  if (!frozen) void playStory(backend, { wait, signal: new AbortController().signal })
  return { now: backend.now(), chaos }
}
