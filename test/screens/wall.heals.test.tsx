import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { base, now } from './harness'
import { faults, handTime, type Network, pass, realTime, until } from './wallFaults'
import { burning, cards, live, openWall, quiet, text } from './faultyWall'

let network: Network
beforeEach(() => {
  network = handTime(now)
})
afterEach(realTime)

const three = [burning('I-1'), burning('I-2'), burning('I-3')]
const never = http.all('*/api/*', () => new Promise<Response>(() => {}))

describe('a session that has ended', () => {
  it('keeps the picture, says who asks and what to do, leads nowhere, and asks at most three times a minute', async () => {
    const { show, strike, lift } = openWall(network, three, { changes: true })
    show()
    await until(() => cards() === 3 && live(), 20)
    strike(faults['no sign-in, 401'] ?? never)
    await until(() => /Larkmere asks for sign-in/.test(text()), 40)
    expect(text()).toMatch(/Ask for this display’s session to be renewed/)
    expect(text()).toMatch(/Its last picture, of 09:4\d, is kept/)
    expect(text()).not.toMatch(/SEV2 I-\d Fault I-\d cannot/)
    const before = network.asked.length
    await pass(300)
    expect(network.asked.length - before).toBeLessThanOrEqual(15)
    expect(cards()).toBe(3)
    expect(location.pathname).toBe('/wall/')
    lift()
    await until(() => live() && !/asks for sign-in/.test(text()), 70)
  })

  it('is said of a source that never let the display in, and is over by itself', async () => {
    const { show, strike, lift } = openWall(network, three)
    strike(faults['no sign-in, 401'] ?? never)
    show()
    await until(() => /Larkmere asks for sign-in/.test(text()), 10)
    expect(text()).toMatch(/Nothing is known of it until then/)
    lift()
    await until(() => cards() === 3 && live(), 40)
  })
})

it('says of a record that cannot be read that it is missing: counts are at least so many, nothing is quiet', async () => {
  const { backend, show } = openWall(network, [burning('I-1')])
  show()
  await until(() => cards() === 1, 20)
  backend.chaos.set('bad-record', true)
  await until(() => cards() === 0, 30)
  expect(quiet()).toBe(false)
  expect(screen.getAllByText(/could not be read|cannot be read|not readable/i).length).toBeGreaterThan(0)
  backend.chaos.set('bad-record', false)
  await until(() => cards() === 1 && !/could not be read|cannot be read/.test(text()), 30)
})

describe('the configuration', () => {
  const wrong: Readonly<Record<string, () => Response>> = {
    'cannot be read': () => new HttpResponse('no', { status: 503 }),
    'is a web page': () => HttpResponse.html('<!doctype html><title>Sign in</title>'),
    'is broken': () => new HttpResponse('{"sources":[{"id"', { headers: { 'content-type': 'application/json' } }),
    'is not there': () => new HttpResponse('no', { status: 404 }),
  }
  it.each(Object.entries(wrong))('%s at first: the wall comes up by itself', async (_what, answer) => {
    const { show, strike, lift } = openWall(network, three)
    strike(http.get(`${base}watchbill.config.json`, answer))
    show()
    await pass(20, () => {
      expect(text().trim()).not.toBe('')
      expect(quiet() || live()).toBe(false)
    })
    lift()
    await until(() => cards() === 3 && live(), 40)
  })
})

describe('a display that slept', () => {
  it('shows old as old until it is answered, and asks at once', async () => {
    const { show, strike, lift } = openWall(network, three)
    show()
    await until(() => cards() === 3 && live(), 20)
    strike(never)
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    const before = network.asked.length
    await pass(6)
    expect(network.asked.length).toBeGreaterThan(before)
    expect(live()).toBe(false)
    expect(text()).toMatch(/Not live this is the picture of .*8 h/)
    expect(cards()).toBe(3)
    lift()
    vi.setSystemTime(Date.now() + 3_600_000)
    await until(live, 6)
  })
})

it('asks on where the browser says that there is no line, which it often says wrongly', async () => {
  const { show } = openWall(network, three)
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  show()
  await until(() => cards() === 3 && live(), 20)
  window.dispatchEvent(new Event('offline'))
  const before = network.asked.length
  await pass(60, () => expect(live()).toBe(true))
  expect(network.asked.length).toBeGreaterThan(before + 3)
  // While somebody still listens: the next file of this worker begins online.
  window.dispatchEvent(new Event('online'))
})
