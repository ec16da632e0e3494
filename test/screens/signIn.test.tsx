import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { frozenClock } from '../../src/app/clock'
import { addressOf } from '../../src/app/signIn/address'
import { enter } from '../../src/app/signIn/enter'
import type { Entry } from '../../src/app/signIn/session'
import type { SignIn } from '../../src/app/signIn/settings'
import type { ConfiguredSource } from '../../src/data'
import { sendThrough } from '../../src/sources/http'
import { notice } from '../../src/ui'
import { memorySource } from '../tools/memorySource'
import { base, configured, now } from './harness'

const issuer = 'https://login.example'
const settings: SignIn = { issuer, clientId: 'watchbill', display: {} }
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())
beforeEach(() => {
  sessionStorage.clear()
  // Node's hashes come in buffers of its own, which jsdom takes for no buffers.
  const digest = crypto.subtle.digest.bind(crypto.subtle)
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...given) => {
    const hash = new Uint8Array(await digest(...given))
    const copy = new ArrayBuffer(hash.length)
    new Uint8Array(copy).set(hash)
    return copy
  })
  vi.stubGlobal('isSecureContext', true)
  server.use(
    http.get(`${issuer}/.well-known/openid-configuration`, () =>
      HttpResponse.json({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` }),
    ),
  )
})
afterEach(() => {
  server.resetHandlers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  // Files share a worker: the next one's requests want no token.
  sendThrough((plain) => plain)
  notice('sign-in', undefined)
})

/** Opens an address as if the browser had just come there. */
async function open(address: string, more: { bare?: boolean; settings?: Partial<SignIn> } = {}) {
  history.replaceState(null, '', new URL(address, base))
  const gone: URL[] = []
  const door = { base, clock: frozenClock(now), bare: more.bare ?? false, sources: [] }
  const go = (url: string) => void gone.push(new URL(url))
  const entry = await enter({ ...settings, ...more.settings }, { ...door, go })
  return { entry, gone }
}

const show = (entry: Entry) => render('page' in entry ? entry.page : entry.account)

describe('a person without a session', () => {
  it('is sent to the provider, with all that binds the answer to this tab', async () => {
    const { gone } = await open('incidents/?id=INC-1', { settings: { parameters: { audience: 'ops' } } })
    const [url] = gone
    expect(`${url?.origin}${url?.pathname}`).toBe(`${issuer}/auth`)
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
      audience: 'ops',
      client_id: 'watchbill',
      redirect_uri: base,
      response_type: 'code',
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{20,}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{20,}$/) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
    })
  })

  it('is told where the provider cannot be reached, and goes there once it can', async () => {
    server.use(http.get(`${issuer}/.well-known/openid-configuration`, () => HttpResponse.error(), { once: true }))
    const { entry, gone } = await open('incidents/')
    show(entry)
    expect(screen.getByRole('alert')).toHaveTextContent(`${issuer} cannot be reached`)
    expect(gone).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await vi.waitFor(() => expect(gone).toHaveLength(1))
  })

  it.each([
    ['calls itself something else', () => HttpResponse.json({ issuer: `${issuer}/` + 'x' }), 'letter for letter'],
    ['is not there', () => new HttpResponse('no', { status: 404 }), 'does not answer as a provider does'],
    ['answers with a page', () => HttpResponse.html('<p>Portal'), 'Signing in did not work'],
    [
      'sends people over plain HTTP',
      () => HttpResponse.json({ issuer, authorization_endpoint: 'http://login.example/auth' }),
      'no https address',
    ],
  ])('is told where the provider %s', async (_what, answer, words) => {
    server.use(http.get(`${issuer}/.well-known/openid-configuration`, answer))
    const { entry, gone } = await open('incidents/')
    show(entry)
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(gone).toEqual([])
  })

  it('is told where the browser keeps nothing, or the line is not safe', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const { entry, gone } = await open('incidents/')
    const { unmount } = show(entry)
    expect(screen.getByRole('alert')).toHaveTextContent('This browser keeps nothing for this page')
    unmount()
    vi.stubGlobal('isSecureContext', false)
    show((await open('incidents/')).entry)
    expect(screen.getByRole('alert')).toHaveTextContent('Signing in needs HTTPS')
    expect(gone).toEqual([])
  })

  it('is not sent anywhere after signing out, until they want to', async () => {
    sessionStorage.setItem('watchbill.signedOut', '1')
    const { entry, gone } = await open('incidents/')
    show(entry)
    expect(screen.getByRole('heading', { name: 'You have signed out' })).toBeVisible()
    expect(gone).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await vi.waitFor(() => expect(gone).toHaveLength(1))
  })

  it('is told of an answer that nobody asked for, which leaves the address', async () => {
    const { entry, gone } = await open('?code=a&state=b')
    show(entry)
    expect(screen.getByRole('alert')).toHaveTextContent('used already')
    expect([gone, location.search]).toEqual([[], ''])
  })
})

describe('where one stood', () => {
  it.each([
    ['/incidents/?id=INC-1#a', `${base}incidents/?id=INC-1#a`],
    ['//evil.example/', base],
    ['https://evil.example/', base],
    ['javascript:alert(1)', base],
  ])('is %s only within the app', (place, address) => {
    expect(addressOf(place, base)).toBe(address)
  })
  it('is within the folder of the app', () => {
    expect(addressOf('/elsewhere/', `${base}ops/`)).toBe(`${base}ops/`)
  })
})

describe('a wall', () => {
  const kept = JSON.stringify({ id: 'a', refresh: 'r', who: { sub: '1', actor: 'ines', writes: true } })

  it('opens without a session, goes nowhere, and refuses commands before they go out', async () => {
    const { entry, gone } = await open('wall/', { bare: true })
    if ('page' in entry) throw new Error('it stands in the place of the wall')
    expect(gone).toEqual([])
    const send = vi.fn<() => Promise<never>>()
    const source = { ...memorySource({}, { id: 'main', asOf: now }), commands: { takes: ['assign' as const], send } }
    const given: readonly ConfiguredSource[] = [configured(source)]
    const [guarded] = entry.guard(given)
    expect(guarded?.source?.commands?.takes).toEqual(['assign'])
    const envelope = { key: 'k', actor: 'x', at: now, command: { kind: 'undo' as const, of: 'k' } }
    const sent = guarded?.source?.commands?.send(envelope, { signal: new AbortController().signal })
    await expect(sent).rejects.toMatchObject({ fault: 'forbidden', source: 'main' })
    expect(send).not.toHaveBeenCalled()
    // Sources that come late must not make those that are there another one.
    expect(entry.guard(given)[0]).toBe(guarded)
  })

  it('is signed in by its address, to come back without that wish, with a session that goes on by itself', async () => {
    const { gone } = await open('wall/?team=a,b&display=sign-in&kiosk=1', { bare: true })
    expect(gone[0]?.searchParams.get('scope')).toBe('openid offline_access')
    expect(gone[0]?.searchParams.get('prompt')).toBe('consent')
    expect(sessionStorage.getItem('watchbill.signingIn')).toContain('/wall/?team=a,b&kiosk=1"')
  })

  it('asks for no sign-in while it has a session, whatever its address says', async () => {
    localStorage.setItem('watchbill.session.display', kept)
    const { entry, gone } = await open('wall/?display=sign-in', { bare: true })
    show(entry)
    expect(screen.getByRole('button', { name: 'Display, signed in by ines, read-only' })).toBeVisible()
    expect([gone, location.search]).toEqual([[], ''])
  })

  it('has no session of its own where the configuration has none for displays', async () => {
    localStorage.setItem('watchbill.session.display', kept)
    history.replaceState(null, '', new URL('wall/', base))
    const { display: _display, ...people } = settings
    const entry = await enter(people, { base, clock: frozenClock(now), bare: true, sources: [], go: () => undefined })
    show(entry)
    expect(screen.getByRole('button', { name: /Not signed in/ })).toBeVisible()
  })
})
