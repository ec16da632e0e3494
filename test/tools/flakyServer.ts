import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong with an answer on its way. */
export const moods = ['hang', 'truncated', 'reset', 'drip', 'error', 'gone'] as const
export type Mood = (typeof moods)[number]

/** A line to a good server, over which answers go wrong as a test wants. */
export interface FlakyServer {
  /** Without trailing slash. */
  readonly url: string
  /** Answers whose path fits go wrong from now on; without a mood all is well. */
  set(path: RegExp, mood?: Mood): void
  /** From now on another server answers: a deploy under an open page. */
  lead(to: string): void
  /** Paths that were asked for. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Milliseconds between two bytes of an answer that drips. */
const drop = 300

/** The answer of the good server, whole. */
function fetchWhole(from: string, message: IncomingMessage): Promise<{ from: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers } = message
    const ask = request(`${from}${message.url}`, { method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ from: answer, body: Buffer.concat(chunks) }))
      answer.on('error', reject)
    })
    ask.on('error', reject)
    message.pipe(ask)
  })
}

/** Hands an answer through as it comes: streams go on as long as somebody listens. */
function passOn(from: string, message: IncomingMessage, out: ServerResponse): void {
  const { method = 'GET', headers } = message
  const ask = request(`${from}${message.url}`, { method, headers }, (answer) => {
    out.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.on('error', () => out.destroy())
    answer.pipe(out)
  })
  ask.on('error', () => out.destroy())
  out.on('close', () => ask.destroy())
  message.pipe(ask)
}

async function spoil(mood: Mood, from: string, message: IncomingMessage, out: ServerResponse): Promise<void> {
  if (mood === 'hang') return
  if (mood === 'reset') return void message.socket.resetAndDestroy()
  if (mood === 'error') return void out.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Back soon</h1>')
  if (mood === 'gone') return void out.writeHead(404, { 'content-type': 'text/plain' }).end('Not found')
  const { from: answer, body } = await fetchWhole(from, message)
  const { 'transfer-encoding': _chunked, ...headers } = answer.headers
  out.writeHead(answer.statusCode ?? 200, { ...headers, 'content-length': body.length })
  if (mood === 'truncated') return void out.write(body.subarray(0, body.length / 2), () => out.destroy())
  let sent = 0
  const timer = setInterval(() => out.write(body.subarray(sent, (sent += 1))), drop)
  out.on('close', () => clearInterval(timer))
}

/** A real server on 127.0.0.1 before another one, for what a mocked network cannot do. */
export async function startFlakyServer(target: string): Promise<FlakyServer> {
  let from = target
  let fault: { readonly path: RegExp; readonly mood: Mood } | undefined
  const asked: string[] = []
  const server = createServer((message, out) => {
    const path = message.url ?? '/'
    asked.push(path)
    if (!fault?.path.test(path)) return passOn(from, message, out)
    spoil(fault.mood, from, message, out).catch(() => out.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    set: (path, mood) => {
      fault = mood && { path, mood }
    },
    lead: (to) => {
      from = to
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
