import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { getResponse, type RequestHandler } from 'msw'
import { breakOff } from '../../mocks/rest/faults'
import { fileAt } from './staticFiles'

export interface MockServerOptions {
  /** Answer first; what they do not know is looked up in the folder. */
  readonly handlers?: readonly RequestHandler[]
  /** A folder of static files, such as a build. */
  readonly folder?: string
  /** Path that the folder is served under; `/` when absent. */
  readonly prefix?: string
  /** Headers of every static file, such as a Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface MockServer {
  /** Without trailing slash. */
  readonly url: string
  /** Cuts every connection; new ones are taken. */
  cut(): void
  /** Cuts every connection, and takes none. */
  close(): Promise<void>
}

async function requestOf(message: IncomingMessage, origin: string, signal: AbortSignal): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) if (value !== undefined) headers.set(name, String(value))
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk as Uint8Array)
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined
  return new Request(`${origin}${message.url}`, {
    method: message.method ?? 'GET',
    headers,
    signal,
    ...(body && { body }),
  })
}

/** Sends half of the body that was announced, and hangs up. */
async function cutOff(response: Response, out: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  out.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': String(body.length) })
  out.write(body.subarray(0, body.length / 2), () => out.destroy())
}

async function pass(response: Response, out: ServerResponse): Promise<void> {
  if (response.type === 'error') return void out.destroy()
  if (response.headers.has(breakOff)) return cutOff(response, out)
  out.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) return void out.end()
  const { promise, resolve } = Promise.withResolvers<void>()
  // What Node's types call a web stream and what the DOM's types call one are the same object.
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
  out.once('close', () => {
    body.destroy()
    resolve()
  })
  body.on('error', () => out.destroy())
  body.pipe(out)
  return promise
}

/** The mock handlers, static files, or both, as a real server on 127.0.0.1 with a port of its own. */
export async function startMockServer(options: MockServerOptions): Promise<MockServer> {
  const { handlers = [], folder, prefix = '/', headers = {} } = options
  let origin = ''

  async function answer(message: IncomingMessage, out: ServerResponse): Promise<void> {
    const gone = new AbortController()
    out.once('close', () => gone.abort())
    const request = await requestOf(message, origin, gone.signal)
    const response = await getResponse([...handlers], request)
    if (gone.signal.aborted) return
    if (response) return pass(response, out)
    const file = folder === undefined ? undefined : await fileAt(folder, prefix, new URL(request.url).pathname)
    if (!file) return void out.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
    out.writeHead(200, { ...headers, 'content-type': file.type }).end(file.content)
  }

  const server = createServer((message, out) => {
    answer(message, out).catch((cause: unknown) => {
      if (!out.headersSent) out.writeHead(500, { 'content-type': 'text/plain' })
      out.end(String(cause))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin,
    cut: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
