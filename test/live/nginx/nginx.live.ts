import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, get as rawGet, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { http, passthrough } from 'msw'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBackend } from '../../../mocks/backend'
import { restHandlers } from '../../../mocks/rest/handlers'
import { world } from '../../../mocks/world'
import { openRest } from '../../../src/sources/rest/source'
import { securityHeaders } from '../../tools/csp'
import { type MockServer, startMockServer } from '../../tools/mockServer'
import { answers, freePort, scratch, type Started, start } from '../servers'

const shipped = (name: string) => readFileSync(join('src/deploy', name), 'utf8')
const folder = scratch('nginx')
const { holdings, now } = world()

let site: string
let nginx: Started
let backend: MockServer
let listener: ReturnType<typeof createServer>
/** What came through to the backend that only listens. */
const heard: { readonly url: string; readonly headers: NodeJS.Dict<string | string[]> }[] = []

/** A backend of our own contract, and one that notes what it is asked and answers in two pieces. */
beforeAll(async () => {
  backend = await startMockServer({
    handlers: [
      ...restHandlers(createBackend(holdings, { now: () => now }), '*/api'),
      http.all('*', () => passthrough()),
    ],
  })
  listener = createServer((request, response) => {
    heard.push({ url: request.url ?? '', headers: request.headers })
    response.writeHead(200, { 'content-type': 'text/event-stream', 'set-cookie': 'a=b' })
    response.write('data: first\n\n')
    setTimeout(() => response.end('data: last\n\n'), 3_000)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const listening = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`

  const build = join(folder.path, 'dist')
  execFileSync('npx', ['vite', 'build', '--outDir', build, '--logLevel', 'error'], { stdio: 'inherit' })
  execFileSync('sh', ['-c', `find ${build} -type f -size +1k -name '*.js' -exec gzip -k9 {} +`])
  const backends = join(folder.path, 'backends')
  mkdirSync(backends)
  // The file as it is shipped, for two backends of this test.
  const example = (name: string, url: string) =>
    shipped('backends/example.conf')
      .replaceAll('/backends/tickets/', `/backends/${name}/`)
      .replace('https://tickets.example/api/', url)
      .replace('<token>', 'secret')
  writeFileSync(join(backends, 'rest.conf'), example('rest', `${backend.url}/api/`))
  writeFileSync(join(backends, 'listener.conf'), example('listener', listening))

  const port = await freePort()
  const server = shipped('nginx.conf')
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('/usr/share/watchbill', build)
    .replace('/etc/watchbill/backends', backends)
  writeFileSync(
    join(folder.path, 'nginx.conf'),
    `daemon off; pid ${folder.path}/pid; error_log stderr; events {} user root;
http { include /etc/nginx/mime.types; access_log off;
client_body_temp_path ${folder.path}/b; proxy_temp_path ${folder.path}/p; fastcgi_temp_path ${folder.path}/f; uwsgi_temp_path ${folder.path}/u; scgi_temp_path ${folder.path}/s;
${server} }`,
  )
  site = `http://127.0.0.1:${port}`
  nginx = await start({
    command: '/usr/sbin/nginx',
    args: ['-c', join(folder.path, 'nginx.conf')],
    ready: () => answers(`${site}/version.json`),
  })
})
afterAll(async () => {
  await nginx?.stop()
  await backend?.close()
  listener?.closeAllConnections()
  listener?.close()
  folder.remove()
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(site + path, { headers, redirect: 'manual' })
/** The headers as they come over the wire: `fetch` unpacks a body and may hide how it came. */
const rawHeaders = (path: string, headers: Readonly<Record<string, string>>) =>
  new Promise<IncomingHttpHeaders>((resolve, reject) => {
    rawGet(site + path, { headers }, (response) => {
      response.resume()
      resolve(response.headers)
    }).on('error', reject)
  })
/** A script of the build. */
const script = async () => /assets\/app-[\w-]+\.js/.exec(await (await get('/')).text())?.[0] ?? ''

describe('the shipped configuration of nginx', () => {
  it.each(['/', '/wall/', '/assets/none.js', '/version.json', '/nowhere', '/backends/rest/v1/source'])(
    'sends the headers that the product is tested under with %s',
    async (path) => {
      const { headers } = await get(path)
      expect(Object.fromEntries(headers)).toMatchObject(securityHeaders)
    },
  )

  it('keeps scripts for ever and asks for pages, configuration and version each time', async () => {
    expect((await get(`/${await script()}`)).headers.get('cache-control')).toMatch(/immutable/)
    for (const path of ['/', '/wall/', '/watchbill.config.json', '/version.json'])
      expect((await get(path)).headers.get('cache-control')).toBe('no-cache')
  })

  it('sends scripts as they were compressed before, to those who take that', async () => {
    const path = `/${await script()}`
    expect(await rawHeaders(path, { 'accept-encoding': 'gzip' })).toMatchObject({ 'content-encoding': 'gzip' })
    const plain = await rawHeaders(path, { 'accept-encoding': 'identity' })
    expect(plain).not.toHaveProperty('content-encoding')
    expect(plain.vary).toMatch(/accept-encoding/i)
  })

  it('leads from a view without a slash to its page, and says 404 for what is missing', async () => {
    const moved = await get('/wall')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/wall/'])
    const missing = await get('/assets/none-12345678.js')
    expect([missing.status, missing.headers.get('content-type')]).toEqual([
      404,
      expect.not.stringContaining('javascript') as string,
    ])
    expect((await get('/none.json')).status).toBe(404)
    const nowhere = await get('/nowhere')
    expect(nowhere.status).toBe(404)
    expect(await nowhere.text()).toContain('id="root"')
  })

  it('adds the token on the server, and keeps cookies to itself both ways', async () => {
    const response = await get('/backends/listener/some/path?a=1', { cookie: 'session=mine' })
    expect(response.headers.get('set-cookie')).toBeNull()
    await response.body?.cancel()
    expect(heard.at(-1)).toMatchObject({ url: '/some/path?a=1', headers: { authorization: 'Bearer secret' } })
    expect(heard.at(-1)?.headers).not.toHaveProperty('cookie', 'session=mine')
  })

  it('passes a stream on as it comes', async () => {
    const reader = (await get('/backends/listener/stream')).body?.getReader()
    const first = await reader?.read()
    // The last piece is sent three seconds later: it is not in what came first.
    expect(new TextDecoder().decode(first?.value)).toBe('data: first\n\n')
    await reader?.cancel()
  })

  it('stands between a source and its backend without a difference', async () => {
    const source = await openRest(
      { url: `${site}/backends/rest` },
      { id: 'rest', title: '', base: site, now: () => now },
    )
    const page = await source.readers.incidents?.list({}, { limit: 5 }, { signal: new AbortController().signal })
    expect(page?.total).toBe(holdings.incidents.length)
    source.close()
  })
})
