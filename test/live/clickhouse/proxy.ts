import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eachFault, type Harness, type ShownFault } from '../../conformance/harness'

const statuses: Readonly<Partial<Record<ShownFault, number>>> = {
  timeout: 504,
  'rate-limited': 429,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  unsupported: 501,
  'bad-response': 200,
}

/** A proxy in front of ClickHouse, as there is one in production, which can be told to fail. */
export async function proxyTo(target: string) {
  let failing: ShownFault | undefined
  let bytes = 0
  const server = createServer((asked, answer) => {
    if (failing === 'unreachable') return void asked.socket.destroy()
    const status = failing && statuses[failing]
    if (status !== undefined)
      return void answer.writeHead(status, { 'content-type': 'text/html' }).end('<p>The proxy says so.</p>')
    const onward = request(target + asked.url, { method: asked.method, headers: asked.headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.on('data', (chunk: Buffer) => void (bytes += chunk.length))
      told.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  // Never hangs up by itself: whoever asks on that very moment would be told that it cannot be reached.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const faults: Harness['faults'] = eachFault((fault) => () => {
    failing = fault
    return Promise.resolve(() => Promise.resolve(void (failing = undefined)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    /** Bytes of bodies that came through, packed as they travel. */
    bytes: () => bytes,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
