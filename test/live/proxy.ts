import { createServer, type IncomingMessage, request as plain, type ServerResponse } from 'node:http'
import { request as secure } from 'node:https'
import type { AddressInfo } from 'node:net'

/** Where requests below a path go. */
export interface Route {
  /** Address of the server behind it, without a slash at its end. */
  readonly to: string
  /** What the proxy adds, such as a token. */
  readonly headers?: Readonly<Record<string, string>>
  /** Changes the path and question that go on. */
  readonly rewrite?: (path: string, method: string) => string
}

/** How a proxy fails where its server does not: with a status, with a page of its own, or by hanging up. */
export type Failure = number | 'html' | 'hang-up'

/** One origin in front of several servers, as a deployment has it. */
export interface Proxy {
  readonly url: string
  /** Adds a path such as `/icinga`. */
  readonly route: (path: string, route: Route) => void
  /** Lets everything below a path fail, or work again. */
  readonly fail: (path: string, how: Failure | undefined) => void
  /** Lets every request below a path wait so many milliseconds. */
  readonly slow: (path: string, by: number) => void
  readonly stop: () => Promise<void>
}

function failed(response: ServerResponse, how: Failure): void {
  if (how === 'hang-up') return void response.destroy()
  response.writeHead(how === 'html' ? 200 : how, { 'content-type': 'text/html' })
  response.end('<!doctype html><title>The proxy</title>')
}

export interface ProxyOptions {
  /** Any free one when absent. */
  readonly port?: number
  /** Answers what has no route, such as the files of the app; 404 when absent. */
  readonly otherwise?: (asked: IncomingMessage, response: ServerResponse) => void
}

/** Starts a proxy. Certificates of the servers behind it are not checked: they are their own. */
export async function startProxy({ port: wanted = 0, otherwise }: ProxyOptions = {}): Promise<Proxy> {
  const delays = new Map<string, number>()
  const routes = new Map<string, Route>()
  const failures = new Map<string, Failure>()
  const server = createServer((asked, response) => {
    const url = asked.url ?? '/'
    const path = [...routes.keys()].find((each) => url.startsWith(`${each}/`)) ?? ''
    const [route, failure] = [routes.get(path), failures.get(path)]
    if (path === '' && otherwise) return otherwise(asked, response)
    if (failure !== undefined || !route) return failed(response, failure ?? 404)
    const { to, headers = {}, rewrite = (rest) => rest } = route
    const target = new URL(`${to}${rewrite(url.slice(path.length), asked.method ?? 'GET')}`)
    const send = target.protocol === 'https:' ? secure : plain
    const { host: _host, ...given } = asked.headers
    const onward = send(target, { method: asked.method, headers: { ...given, ...headers }, rejectUnauthorized: false })
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      // What is streamed goes on at once.
      response.flushHeaders()
      answer.pipe(response)
    })
    onward.once('error', () => (response.headersSent ? response.destroy() : failed(response, 502)))
    response.once('close', () => onward.destroy())
    setTimeout(() => asked.pipe(onward), delays.get(path) ?? 0)
  })
  // Never hangs up by itself: whoever asks on that very moment would be told that it cannot be reached.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    route: (path, route) => void routes.set(path, route),
    fail: (path, how) => void (how === undefined ? failures.delete(path) : failures.set(path, how)),
    slow: (path, by) => void delays.set(path, by),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
