import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A port of this machine that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** An empty folder for a server's files, and the way to be rid of it. */
export function scratch(name: string): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `watchbill-live-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Started {
  readonly process: ChildProcess
  /** The end of what it printed. */
  readonly output: () => string
  /** Ends it, by force after five seconds. */
  readonly stop: () => Promise<void>
}

export interface Starting {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Resolves to true once it serves; asked again and again until then. */
  readonly ready: () => Promise<boolean>
  /** Milliseconds until it must serve; a minute. */
  readonly within?: number
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Whether an address answers with any status below 500. */
export const answers = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<boolean> =>
  fetch(url, { headers, signal: AbortSignal.timeout(2_000) }).then(
    ({ status }) => status < 500,
    () => false,
  )

/** Starts a server and waits until it serves. Throws with what it printed when it ends or stays silent. */
export async function start({ command, args, cwd, env, ready, within = 60_000 }: Starting): Promise<Started> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const hear = (chunk: unknown) => void (printed = (printed + String(chunk)).slice(-20_000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  let ended: string | undefined
  child.once('error', (cause) => void (ended = cause.message))
  child.once('exit', (code, signal) => void (ended ??= `it ended with ${code ?? signal}`))
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const over = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await Promise.race([over, pause(5_000)])
    child.kill('SIGKILL')
  }
  const until = Date.now() + within
  while (!(await ready())) {
    if (ended !== undefined || Date.now() > until) {
      await stop()
      throw new Error(`${command} does not serve: ${ended ?? `nothing after ${within / 1000} s`}\n${printed}`)
    }
    await pause(50)
  }
  return { process: child, output: () => printed, stop }
}
