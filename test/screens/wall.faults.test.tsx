import { render, screen } from '@testing-library/react'
import { http, HttpResponse, type RequestHandler } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import '../../src/app/keyboard/Keyboard'
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
import { faults, handTime, longFaults, type Network, pass, realTime, until } from './wallFaults'

let network: Network
beforeEach(() => {
  network = handTime(now)
})
afterEach(realTime)

const burning = (id: string) =>
  anIncident({ id, title: `Fault ${id}`, severity: 2, state: 'acknowledged', opened: instant(now - 600_000) })
const empty: Holdings = Object.fromEntries(
  Object.keys(world().holdings).map((facet) => [facet, []]),
) as unknown as Holdings

/** The wall, as a browser that opens its address gets it, over the real source and the mocked network. */
function open(incidents: Holdings['incidents'], { changes = false, address = 'wall/?kiosk' } = {}) {
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
    return render(<Root base={base} clock={clock} types={catalogue} />)
  }
  /** The fault comes over all requests, and stays until it is lifted. */
  const strike = (...fault: readonly RequestHandler[]) => network.answer(...fault, ...well)
  return { backend, show, lift, strike }
}

const cards = () => screen.queryAllByRole('article').length
const text = () => document.body.textContent ?? ''
const quiet = () => /all quiet/i.test(text())
const live = () => /Larkmere live/.test(text())

describe.each(Object.entries(faults))('%s', (name, fault) => {
  const patience = longFaults[name] ?? 70

  it('at the first load: says that nothing is known, never that it is quiet or live, and comes to itself', async () => {
    const { show, lift, strike } = open([burning('I-1'), burning('I-2'), burning('I-3')])
    strike(fault)
    show()
    await pass(45, () => {
      expect(text().trim()).not.toBe('')
      expect(quiet()).toBe(false)
      expect(live()).toBe(false)
    })
    expect(text()).toMatch(/not known|Waiting for the first answer/)
    lift()
    await until(() => cards() === 3 && live(), patience)
  })

  it('while it burns: loses no incident, is live no longer, says of when its picture is, and comes to itself', async () => {
    const { backend, show, lift, strike } = open([burning('I-1'), burning('I-2'), burning('I-3')])
    show()
    await until(() => cards() === 3 && live(), 20)
    strike(fault)
    await pass(90, () => {
      expect(cards()).toBe(3)
      expect(quiet()).toBe(false)
    })
    expect(live()).toBe(false)
    expect(text()).toMatch(/Not live this is the picture of 09:4\d, /)
    backend.put({ incidents: [burning('I-1'), burning('I-2'), burning('I-3'), burning('I-4')] })
    lift()
    await until(() => cards() === 4 && live(), patience)
    expect(text()).not.toMatch(/Not live|asks for sign-in/)
  })

  it('while it is quiet: calls nothing quiet that it does not know, and is quiet again when it knows', async () => {
    const { show, lift, strike } = open([])
    show()
    await until(quiet, 20)
    strike(fault)
    const took = await until(() => !quiet() && !live(), 40)
    expect(took).toBeLessThanOrEqual(40)
    await pass(60, () => expect(quiet() || live()).toBe(false))
    lift()
    await until(() => quiet() && live(), patience)
  })
})
