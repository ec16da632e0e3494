import { render, screen } from '@testing-library/react'
import { http, HttpResponse, type RequestHandler } from 'msw'
// Scripts that come later are there: on a machine that is slow, hand-driven time would run on without them.
import '../../src/app/ConfigPage'
import '../../src/app/config/check'
import '../../src/app/keyboard/Help'
import '../../src/app/keyboard/Keyboard'
import '../../src/app/palette/Palette'
import '../../src/app/shell/Bare'
import '../../src/screens/wall'
import '../../src/sources/rest/source'
import { createBackend } from '../../mocks/backend'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import { tickingClock } from '../../src/app/clock'
import { Root } from '../../src/app/Root'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { catalogue } from '../../src/sources/catalogue'
import { anIncident } from '../tools/records'
import { base, now } from './harness'
import type { Network } from './wallFaults'

export const burning = (id: string) =>
  anIncident({ id, title: `Fault ${id}`, severity: 2, state: 'acknowledged', opened: instant(now - 600_000) })
const empty: Holdings = Object.fromEntries(
  Object.keys(world().holdings).map((facet) => [facet, []]),
) as unknown as Holdings

/** The wall, as a browser that opens its address gets it, over the real source and the mocked network. */
export function openWall(
  network: Network,
  incidents: Holdings['incidents'],
  { changes = false, address = 'wall/?kiosk' } = {},
) {
  const clock = tickingClock()
  const backend = createBackend({ ...empty, incidents }, { now: () => clock.now(), changes })
  const config = { sources: [{ id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } }] }
  const well = [
    http.get(`${base}watchbill.config.json`, () => HttpResponse.json(config)),
    ...restHandlers(backend, `${base}api`),
  ]
  const lift = () => network.answer(...well)
  lift()
  const show = () => {
    history.replaceState(null, '', new URL(address, base))
    return render(<Root base={base} clock={clock} types={() => Promise.resolve(catalogue)} />)
  }
  /** The fault comes over all requests, and stays until it is lifted. */
  const strike = (...fault: readonly RequestHandler[]) => network.answer(...fault, ...well)
  return { backend, show, lift, strike }
}

export const cards = () => screen.queryAllByRole('article').length
export const text = () => document.body.textContent ?? ''
export const quiet = () => /all quiet/i.test(text())
export const live = () => /Larkmere live/.test(text())
