import { ResponseBodyError } from 'oauth4webapi'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SourceError } from '../../sources/contract'
import type { Kept, Shelf } from './kept'
import type { Granted, Provider } from './provider'
import { keepTokens, type Keeping } from './tokens'
import { nobody } from './words'

const settings = { issuer: 'https://login.example', clientId: 'watchbill' }
const who = { sub: 'u1', actor: 'ines', writes: true }

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  vi.stubGlobal('location', new URL('https://ops.example/'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const invalid = () => {
  const cause = { error: 'invalid_grant', error_description: 'grant request is invalid' }
  return new ResponseBodyError('refused', { cause, response: new Response('{}', { status: 400 }) })
}
const offline = () =>
  new SourceError('unreachable', 'sign-in provider', 'https://login.example/token cannot be reached')

/** Several pages of one browser: what lies on the shelf is theirs together. */
function browser(first: Partial<Kept> | 'nothing' = { refresh: 'r0' }) {
  let kept: Kept | undefined = first === 'nothing' ? undefined : { id: 's', who, ...first }
  const shelf: Shelf = { read: () => kept, write: (next) => void (kept = next) }
  const used: string[] = []
  const state = { answer: undefined as (() => Granted) | undefined, lasts: 100_000 }
  const provider: Provider = {
    ask: () => Promise.reject(new Error('not asked for here')),
    redeem: () => Promise.reject(new Error('not asked for here')),
    about: () => Promise.resolve({}),
    end: () => Promise.resolve(undefined),
    renew: async (refresh) => {
      used.push(refresh)
      await Promise.resolve()
      const count = used.length
      return state.answer?.() ?? { access: `a${count}`, refresh: `r${count}`, lasts: state.lasts }
    },
  }
  const page = (more: Partial<Keeping> = {}) =>
    keepTokens({ provider, shelf, settings, now: () => Date.now(), random: () => 0.5, nobody, ...more })
  return { page, used, state, shelf }
}

describe('access tokens', () => {
  it('are made from what is kept, once for all who ask, and the refresh token rotates', async () => {
    const { page, used, shelf } = browser()
    const tokens = page()
    expect(await Promise.all([tokens.get(), tokens.get(), tokens.get()])).toEqual(['a1', 'a1', 'a1'])
    expect(used).toEqual(['r0'])
    expect(shelf.read()?.refresh).toBe('r1')
  })

  it('are renewed before they are over, without anybody asking', async () => {
    const { page, used } = browser()
    const tokens = page({ granted: { access: 'a0', refresh: 'r0', lasts: 100_000 } })
    expect(await tokens.get()).toBe('a0')
    await vi.advanceTimersByTimeAsync(70_000)
    expect(used).toEqual([])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(used).toEqual(['r0'])
    await vi.advanceTimersByTimeAsync(100_000)
    expect(used).toEqual(['r0', 'r1'])
    expect(await tokens.get()).toBe('a2')
  })

  it('are renewed first where a sleep let one run out', async () => {
    const { page } = browser()
    const tokens = page({ granted: { access: 'a0', refresh: 'r0', lasts: 100_000 } })
    vi.setSystemTime(500_000)
    expect(await tokens.get()).toBe('a1')
  })

  it('are renewed once where one is refused, and not where it is new', async () => {
    const { page, used } = browser()
    const tokens = page({ granted: { access: 'a0', refresh: 'r0', lasts: 100_000 } })
    expect(await tokens.instead('a0')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await Promise.all([tokens.instead('a0'), tokens.instead('a0')])).toEqual(['a1', 'a1'])
    expect(await tokens.instead('a0')).toBe('a1')
    expect(used).toEqual(['r0'])
  })

  it('go on with what another page of the display has renewed', async () => {
    const { page, used } = browser()
    const [left, right] = [page(), page()]
    expect(await left.get()).toBe('a1')
    expect(await right.get()).toBe('a2')
    expect(used).toEqual(['r0', 'r1'])
  })
})

describe('a provider that does not answer', () => {
  it('is told as that, waited for, and asked again by itself; the session stays', async () => {
    const { page, used, state, shelf } = browser()
    state.answer = () => {
      throw offline()
    }
    const tokens = page()
    await expect(tokens.get()).rejects.toMatchObject({ fault: 'unreachable' })
    await expect(tokens.get()).rejects.toThrow('cannot be reached')
    expect(used).toHaveLength(1)
    expect([tokens.read().over, shelf.read()?.refresh]).toEqual([undefined, 'r0'])
    state.answer = undefined
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await tokens.get()).toBe('a2')
  })

  it('does not take a token away that still holds', async () => {
    const { page, state } = browser()
    const tokens = page({ granted: { access: 'a0', refresh: 'r0', lasts: 100_000 } })
    state.answer = () => {
      throw offline()
    }
    await vi.advanceTimersByTimeAsync(85_000)
    expect(await tokens.get()).toBe('a0')
  })

  it('keeps the session also where it answers nonsense', async () => {
    const { page, state, shelf } = browser()
    state.answer = () => {
      throw new Error('"response" body must be a top level object')
    }
    await expect(page().get()).rejects.toMatchObject({ fault: 'bad-response' })
    expect(shelf.read()?.refresh).toBe('r0')
  })
})

describe('the end of a session', () => {
  it('is told once, takes what was kept, and is not asked about again', async () => {
    const { page, used, state, shelf } = browser()
    state.answer = () => {
      throw invalid()
    }
    const tokens = page()
    const heard = vi.fn<() => void>()
    tokens.subscribe(heard)
    await expect(tokens.get()).rejects.toMatchObject({ fault: 'unauthenticated' })
    await expect(tokens.get()).rejects.toThrow('Your sign-in is over')
    await vi.advanceTimersByTimeAsync(600_000)
    expect([used, heard.mock.calls.length, shelf.read()]).toEqual([['r0'], 1, undefined])
    expect(tokens.read().over?.where).toContain('invalid_grant')
  })

  it('is over where somebody signs the display in on another page', async () => {
    const { page, state, shelf } = browser('nothing')
    const tokens = page()
    await expect(tokens.get()).rejects.toThrow('Nobody is signed in here')
    shelf.write({ id: 't', who, refresh: 'new' })
    state.answer = () => ({ access: 'display', refresh: 'newer' })
    expect(await tokens.get()).toBe('display')
    expect(tokens.read().over).toBeUndefined()
  })

  it('comes with signing out, also while a renewal is on its way: it brings nothing back', async () => {
    const { page, shelf } = browser()
    const tokens = page()
    const asked = tokens.get()
    await Promise.resolve()
    shelf.write(undefined)
    await expect(asked).rejects.toMatchObject({ fault: 'unauthenticated' })
    expect(shelf.read()).toBeUndefined()
  })

  it('comes with the access token where nothing renews it', async () => {
    const { page } = browser({})
    const tokens = page({ granted: { access: 'a0', lasts: 100_000 } })
    expect(await tokens.get()).toBe('a0')
    await vi.advanceTimersByTimeAsync(100_000)
    await expect(tokens.get()).rejects.toThrow('The provider gave no way to renew it')
  })

  it('comes where the provider answers with somebody else’s session, whose token is never used', async () => {
    const { page, state, shelf } = browser()
    state.answer = () => ({ access: 'other', claims: { sub: 'u2' } })
    await expect(page().get()).rejects.toThrow('somebody else')
    expect(shelf.read()).toBeUndefined()
  })
})
