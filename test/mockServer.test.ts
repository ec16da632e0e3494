import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { http, HttpResponse } from 'msw'
import { type MockServer, startMockServer } from './tools/mockServer'

let folder: string
let server: MockServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watchbill-'))
  await mkdir(join(folder, 'app', 'assets'), { recursive: true })
  await writeFile(join(folder, 'app', 'index.html'), '<!doctype html>home')
  await writeFile(join(folder, 'app', 'assets', 'main.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), 'secret')
  server = await startMockServer({
    folder: join(folder, 'app'),
    prefix: '/tools/watchbill/',
    headers: { 'content-security-policy': "default-src 'none'" },
    handlers: [http.post('*/echo', async (info) => HttpResponse.json(await info.request.json()))],
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Asks with the path as it is: fetch would tidy it up first. */
const rawStatus = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    request({ hostname, port, path }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('the real server', () => {
  test('serves files under a sub-path, with the headers it was given', async () => {
    const response = await fetch(`${server.url}/tools/watchbill/assets/main.js`)
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'")
    expect(await response.text()).toBe('export {}')
  })

  test.each(['', '/', '/?view=wall'])('shows the app at its folder: "%s"', async (view) => {
    expect(await (await fetch(`${server.url}/tools/watchbill${view}`)).text()).toContain('home')
  })

  test('has nothing elsewhere', async () => {
    expect((await fetch(`${server.url}/other/index.html`)).status).toBe(404)
    // As any static host: addresses of views are not rewritten.
    expect((await fetch(`${server.url}/tools/watchbill/incidents`)).status).toBe(404)
    expect((await fetch(`${server.url}/tools/watchbill/assets/gone.js`)).status).toBe(404)
  })

  test.each([
    '/tools/watchbill/../secret.txt',
    '/tools/watchbill/%2e%2e/secret.txt',
    '/tools/watchbill/..%2fsecret.txt',
  ])('gives out nothing beside its folder: %s', async (path) => expect(await rawStatus(path)).toBe(404))

  test('passes bodies to the handlers', async () => {
    const response = await fetch(`${server.url}/echo`, { method: 'POST', body: '{"a":1}' })
    expect(await response.json()).toEqual({ a: 1 })
  })
})
