import { describe, expect, it, vi } from 'vitest'
import { SourceError } from '../../sources/contract'
import { admitting, withTokens } from './door'
import type { Tokens } from './tokens'

const base = 'https://ops.example/watchbill/'
const source = (id: string, url: string) => ({
  id,
  title: id,
  type: 'rest',
  options: { url, page: 50, board: 'ops/x' },
})
const configs = [source('near', 'api/'), source('far', 'https://api.example/v1'), source('files', 'files/')]
const sign = { issuer: 'https://login.example', clientId: 'watchbill' }

describe('who gets the token', () => {
  it.each([
    ['near', 'https://ops.example/watchbill/api/v1', true],
    ['far', 'https://api.example/v1/incidents', false],
    ['near', 'https://ops.example.evil.example/api', false],
    ['near', 'http://ops.example/watchbill/api', false],
    ['watchbill', 'https://ops.example/watchbill/version.json', false],
    ['watchbill.config.json', 'https://ops.example/watchbill/watchbill.config.json', false],
    ['sign-in provider', 'https://ops.example/auth/token', false],
  ])('where none is named, a source on our own origin: %s at %s is %s', (id, url, gets) => {
    expect(admitting(sign, configs, base)(id, url)).toBe(gets)
  })
  it.each([
    ['far', 'https://api.example/v1/incidents', true],
    ['far', 'https://evil.example/next-page', false],
    ['far', 'https://ops.example/watchbill/proxied', true],
    ['near', 'https://ops.example/watchbill/api/v1', false],
    ['unknown', 'https://api.example/v1', false],
  ])('where some are named, those alone and on their own origins: %s at %s is %s', (id, url, gets) => {
    expect(admitting({ ...sign, sources: ['far'] }, configs, base)(id, url)).toBe(gets)
  })
})

function desk(statuses: readonly number[], over: Partial<Tokens> = {}) {
  const sent: (string | null)[] = []
  const refused = new Set<string>()
  const heard = vi.fn<Tokens['heard']>((id, refuses) => void (refuses ? refused.add(id) : refused.delete(id)))
  const instead = vi.fn<Tokens['instead']>(() => Promise.resolve('second'))
  const tokens: Tokens = {
    get: () => Promise.resolve('first'),
    instead,
    heard,
    isRefusedBy: (id) => refused.has(id),
    read: () => ({ refusedBy: [] }),
    subscribe: () => () => undefined,
    idToken: () => undefined,
    stop: () => undefined,
    ...over,
  }
  const send = withTokens(
    tokens,
    (id) => id !== 'other',
  )((_url, init) => {
    sent.push(new Headers(init.headers).get('authorization'))
    return Promise.resolve(new Response('', { status: statuses[sent.length - 1] ?? 200 }))
  })
  return { send, sent, instead, refused }
}

describe('the way out', () => {
  it('adds the token, and leaves alone who gets none and who brings their own', async () => {
    const { send, sent } = desk([])
    await send('/', {}, 'near')
    await send('/', {}, 'other')
    await send('/', { headers: { authorization: 'Basic x' } }, 'near')
    expect(sent).toEqual(['Bearer first', null, 'Basic x'])
  })

  it('renews once upon 401 and sends the same again', async () => {
    const { send, sent, refused } = desk([401, 200])
    expect((await send('/', { method: 'POST', body: '{}' }, 'near')).status).toBe(200)
    expect([sent, refused.size]).toEqual([['Bearer first', 'Bearer second'], 0])
  })

  it('takes a second 401 for an answer, and renews no more for that source until it has taken one', async () => {
    const { send, sent, instead, refused } = desk([401, 401, 401, 200, 401, 200])
    expect((await send('/', {}, 'near')).status).toBe(401)
    expect((await send('/', {}, 'near')).status).toBe(401)
    expect([sent.length, instead.mock.calls.length, refused.has('near')]).toEqual([3, 1, true])
    expect((await send('/', {}, 'near')).status).toBe(200)
    expect(refused.has('near')).toBe(false)
    expect((await send('/', {}, 'near')).status).toBe(200)
    expect(instead).toHaveBeenCalledTimes(2)
  })

  it('hands a 403 on as it is: roles are the backend’s', async () => {
    const { send, sent } = desk([403])
    expect((await send('/', {}, 'near')).status).toBe(403)
    expect(sent).toHaveLength(1)
  })

  it('fails in the name of the source where there is no token, and sends nothing', async () => {
    const over = new SourceError('unauthenticated', 'sign-in provider', 'Your sign-in is over.')
    const { send, sent } = desk([], { get: () => Promise.reject(over) })
    await expect(send('/', {}, 'near')).rejects.toMatchObject({ source: 'near', fault: 'unauthenticated' })
    expect(sent).toEqual([])
  })

  it('does not wait for a token longer than the question is wanted', async () => {
    const { send, sent } = desk([], { get: () => new Promise(() => undefined) })
    const asking = new AbortController()
    const answer = send('/', { signal: asking.signal }, 'near')
    asking.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(sent).toEqual([])
  })
})
