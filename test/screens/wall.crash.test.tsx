import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { wholePage } from '../../src/app/kiosk/build'
import Mend from '../../src/app/kiosk/Mend'
import { mayReload, reloadNoted } from '../../src/app/reload'
import { tickingClock } from '../../src/app/clock'
import { ErrorBoundary } from 'react-error-boundary'
import { http, HttpResponse } from 'msw'
import { world } from '../../mocks/world'
import type { Incident } from '../../src/domain/incident'
import { day24, instant } from '../../src/domain/units'
// On a machine that is slow, what comes later would come too late.
import '../../src/app/shell/Bare'
import '../../src/screens/wall'
import { memorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import { base, configured, now, openApp } from './harness'
import { handTime, type Network, pass, realTime } from './wallFaults'

/** The row of crashes and the notes of reloads outlive a picture, and in this project also a file of tests: days away from others. */
const start = instant(now + 30 * day24)
let network: Network
beforeEach(() => {
  history.replaceState(null, '', new URL('wall/', base))
  sessionStorage.clear()
  network = handTime(start)
})
afterEach(realTime)

/** React says each crash on the console: here they are wanted. */
const expectCrashes = () => vi.spyOn(console, 'error').mockImplementation(() => undefined)

const page = '<meta name="watchbill-build" content="b7" /><script type="module" src="../assets/app-1.js"></script>'
const script = (answer: () => Response) => http.get(`${base}assets/app-1.js`, answer)
const javascript = () => new HttpResponse('export {}', { headers: { 'content-type': 'text/javascript' } })
const html = (text: string) => http.get(`${base}wall/`, () => HttpResponse.html(text))

function openFragile() {
  const state = { broken: true, drawn: 0, reloads: 0 }
  const clock = tickingClock()
  const draw = () => {
    state.drawn += 1
    if (state.broken) throw new RangeError('no such zone')
    return 'It works'
  }
  const Fragile = () => <p>{draw()}</p>
  render(
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <Mend
          what="The wall stopped working"
          why={error instanceof Error ? error.message : ''}
          clock={clock}
          retry={resetErrorBoundary}
          reload={() => (state.reloads += 1)}
        />
      )}
    >
      <Fragile />
    </ErrorBoundary>,
  )
  return state
}

describe('a wall that crashes', () => {
  it('says so with the time, which ticks, and loads itself anew after a minute: once in ten', async () => {
    expectCrashes()
    network.answer(html(page), script(javascript))
    const state = openFragile()
    expect(screen.getByRole('alert')).toHaveTextContent('The wall stopped working')
    expect(screen.getByText('no such zone')).toBeVisible()
    const before = screen.getByRole('time').textContent
    await pass(2)
    expect(screen.getByRole('time').textContent).not.toBe(before)
    await pass(55)
    expect(state.reloads).toBe(0)
    await pass(5)
    expect(state.reloads).toBe(1)
    expect(mayReload(start + 60_000)).toBe(false)
  })

  it('draws again in place, after longer and longer pauses, where it must not reload', async () => {
    expectCrashes()
    network.answer(html(page), script(javascript))
    // More than half an hour after any other crash of this file.
    vi.setSystemTime(start + 3_600_000)
    reloadNoted(start + 3_600_000, undefined, () => undefined)
    const state = openFragile()
    const tries: number[] = []
    for (let minute = 1; minute <= 9; minute += 1) {
      const before = state.drawn
      await pass(60)
      if (state.drawn > before) tries.push(minute)
    }
    expect(state.reloads).toBe(0)
    expect(tries.length).toBeGreaterThanOrEqual(2)
    expect(tries.length).toBeLessThanOrEqual(4)
    state.broken = false
    await pass(600)
    expect(screen.getByText('It works')).toBeVisible()
  })

  it.each([
    ['an error', [http.get(`${base}wall/`, () => new HttpResponse('no', { status: 503 }))]],
    ['a page to sign in', [html('<title>Sign in</title>')]],
    ['a half-finished deploy', [html(page), script(() => new HttpResponse('no', { status: 404 }))]],
    ['a web page in place of a script', [html(page), script(() => HttpResponse.html('<title>Lost</title>'))]],
  ])('does not reload into %s', async (_what, handlers) => {
    network.answer(...handlers)
    await expect(wholePage(`${base}wall/`, new AbortController())).rejects.toMatchObject({ name: 'SourceError' })
  })
})

describe('a browser that keeps nothing', () => {
  it('still reloads by itself at most once in ten minutes', () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError')
    }
    const later = start + day24
    for (const name of ['getItem', 'setItem'] as const) vi.spyOn(Storage.prototype, name).mockImplementation(refuse)
    expect(mayReload(later)).toBe(true)
    expect(reloadNoted(later, 'b7', () => undefined)).toBe(true)
    expect(mayReload(later + 599_000)).toBe(false)
    expect(mayReload(later + 600_000)).toBe(true)
    vi.spyOn(history, 'replaceState').mockImplementation(refuse)
    let reloads = 0
    expect(reloadNoted(later + 700_000, 'b8', () => (reloads += 1))).toBe(false)
    expect(reloads).toBe(0)
  })
})

it('a record that breaks its card costs that card only, which still says what burns', async () => {
  realTime()
  expectCrashes()
  const fine = anIncident({ id: 'I-1', title: 'Cards fail', severity: 1, state: 'acknowledged', opened: now })
  const bad: Incident = {
    ...fine,
    id: 'I-2',
    title: 'Slow',
    severity: 2,
    impact: { broken: true } as unknown as string,
  }
  const source = memorySource({ ...world().holdings, incidents: [fine, bad] }, { id: 'larkmere', asOf: now })
  openApp('/wall/', [configured(source, 'Larkmere')])
  expect(await screen.findByRole('article', { name: /I-1/ })).toBeVisible()
  expect(await screen.findByText('SEV2 I-2 Slow')).toBeVisible()
  expect(screen.getByText(/I-2 cannot be drawn/)).toBeVisible()
})
