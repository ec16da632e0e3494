import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { SourceError } from './contract'
import { readJson, send } from './http'

let server: Server | undefined
afterEach(() => server?.closeAllConnections())

async function serving(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const call = { signal: new AbortController().signal }
const caught = async (work: Promise<unknown>): Promise<SourceError> => {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof SourceError)) throw new Error(`expected a SourceError, got ${String(thrown)}`)
  return thrown
}

describe('send', () => {
  it.each([
    ['{"type":"about:blank","title":"Failed","status":500,"detail":"The disk is full."}', ': The disk is full.'],
    ['{"title":"Failed"}', ': Failed'],
    ['{"title":"Failed","errors":["name"]}', ': {"title":"Failed","errors":["name"]}'],
    ['[1', ': [1'],
  ])('tells problem details in their words, and leaves out nothing else: %s', async (said, told) => {
    const url = await serving((_request, response) => response.writeHead(500).end(said))
    expect((await caught(send({ source: 'a', url }, call))).message).toBe(`${url} answered 500${told}`)
  })

  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'unsupported'],
    [408, 'timeout'],
    [409, 'conflict'],
    [412, 'conflict'],
    [422, 'bad-response'],
    [429, 'rate-limited'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [504, 'timeout'],
  ])('reads status %i as %s, with the address and what the backend said', async (status, fault) => {
    const url = await serving((_request, response) => response.writeHead(status).end('because'))
    const error = await caught(send({ source: 'it', url }, call))
    expect(error).toMatchObject({ fault, source: 'it' })
    expect(error.message).toContain(url)
    expect(error.message).toContain('because')
  })

  it.each([
    ['GitHub, with a moment', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1763715660' }, 60_000],
    ['PagerDuty, with a length', 429, { 'ratelimit-reset': '7' }, 7_000],
  ])('reads the words of %s for a limit that is used up', async (_who, status, headers, wait) => {
    const date = new Date(1_763_715_600_000).toUTCString()
    const url = await serving((_request, response) => response.writeHead(status, { ...headers, date }).end())
    expect(await caught(send({ source: 'it', url }, call))).toMatchObject({ fault: 'rate-limited', retryAfter: wait })
  })

  it('gives up on a backend that never answers', async () => {
    const url = await serving(() => {})
    expect((await caught(send({ source: 'it', url, patience: 50 }, call))).fault).toBe('timeout')
  })

  it('gives up on a body that never ends', async () => {
    const url = await serving((_request, response) => void response.writeHead(200).write('{"a":'))
    const answer = send({ source: 'it', url, patience: 100 }, call)
    expect((await caught(answer.then((response) => readJson(response, 'it', call)))).fault).toBe('timeout')
  })

  it('tells a call that is no longer wanted from one that failed', async () => {
    const url = await serving(() => {})
    const abort = new AbortController()
    const answer = send({ source: 'it', url }, { signal: abort.signal })
    abort.abort()
    expect((await caught(answer)).fault).toBe('aborted')
  })

  it('says unreachable where nobody listens', async () => {
    expect((await caught(send({ source: 'it', url: 'http://127.0.0.1:1/' }, call))).fault).toBe('unreachable')
  })

  it.each([
    ['7', 7000],
    ['Sat, 21 Nov 2026 10:00:30 GMT', 30_000],
    ['soon', undefined],
    ['31536000', 600_000],
    ['31536000', 600_000],
  ])('honours Retry-After %s', async (text, wait) => {
    const url = await serving((_request, response) =>
      response.writeHead(429, { 'retry-after': text, date: 'Sat, 21 Nov 2026 10:00:00 GMT' }).end(),
    )
    expect((await caught(send({ source: 'it', url }, call))).retryAfter).toBe(wait)
  })
})

describe('readJson', () => {
  it.each([
    ['<!doctype html><p>login', 'a web page'],
    ['', 'an empty body'],
    ['{"items": [', 'broken JSON'],
  ])('names what stands where JSON should: %s', async (body, named) => {
    const url = await serving((_request, response) => response.end(body))
    const error = await caught(send({ source: 'it', url }, call).then((response) => readJson(response, 'it', call)))
    expect(error.fault).toBe('bad-response')
    expect(error.message).toContain(named)
  })
})
