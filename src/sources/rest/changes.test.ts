import { expect, test, vi } from 'vitest'
import { SourceError } from '../contract'
import { follow } from './changes'
import type { Client } from './client'

/** One attempt to connect: the pieces of text that come, or the error. */
type Attempt = readonly string[] | SourceError

/** A client whose attempts go as told; the last one stays open. */
function clientOf(attempts: readonly Attempt[]): Client {
  let next = 0
  const request = (): Promise<Response> => {
    const attempt = attempts[next++]
    if (attempt instanceof SourceError) return Promise.reject(attempt)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of attempt ?? []) controller.enqueue(new TextEncoder().encode(text))
        if (next < attempts.length) controller.close()
      },
    })
    return Promise.resolve(new Response(body))
  }
  const unused = () => {
    throw new Error('not part of following')
  }
  const address = { source: 's', url: 'http://mock.example', patience: Infinity, now: () => 0 }
  return { address, request, read: unused, moment: unused, clockOffset: () => undefined }
}

/** Follows until so many changes came; tells the pauses between attempts. */
async function followed(attempts: readonly Attempt[], changes: number, random = 0.5): Promise<readonly number[]> {
  const pauses: number[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  let left = changes
  const wait = (ms: number) => Promise.resolve(void pauses.push(ms))
  const stop = follow(clientOf(attempts), () => void ((left -= 1) === 0 && resolve()), { wait, random: () => random })
  await promise
  stop()
  return pauses
}

const dead = new SourceError('unreachable', 's', 'down')

test('tells of each event, however its text is cut, and not of comments', async () => {
  const pieces = [': hello\n\nevent: cha', 'nge\nda', 'ta: {}\n', '\n: still here\n\n', 'data: x\r\n\r\n']
  expect(await followed([pieces], 2)).toEqual([])
})

test('tells of a change after each reconnection, as some may have been missed', async () => {
  expect(await followed([[': one\n\n'], [': two\n\n'], [': three\n\n']], 2)).toHaveLength(2)
})

test('waits longer after each failure, never over 30 s, and anew after success', async () => {
  const failures = Array.from({ length: 9 }, () => dead)
  const pauses = await followed([...failures, ['data: x\n\n'], ['data: x\n\n']], 2, 0.999)
  expect(pauses.slice(0, 3).map(Math.round)).toEqual([500, 999, 1998])
  expect(Math.max(...pauses)).toBeLessThan(30_000)
  expect(pauses[8]).toBeGreaterThan(29_000)
  expect(pauses[9]).toBeLessThan(500)
})

test('spreads its attempts over the whole pause', async () => {
  expect(await followed([dead, ['data: x\n\n']], 1, 0)).toEqual([0])
})

test('waits as long as it is told to, and longest where nothing will heal by itself', async () => {
  const busy = new SourceError('rate-limited', 's', 'busy', { retryAfter: 7_000 })
  const refused = new SourceError('unauthenticated', 's', 'no')
  expect(await followed([busy, refused, ['data: x\n\n']], 1)).toEqual([7_000, 60_000])
})

test('does not hurry where connections are accepted and dropped at once', async () => {
  const dropped: readonly Attempt[] = Array.from({ length: 6 }, () => [])
  const pauses = await followed([...dropped, ['data: x\n\n']], 6, 0.999)
  expect(pauses.map(Math.round)).toEqual([500, 999, 1998, 3996, 7992, 15984])
})

test('connects anew as soon as the computer wakes, for its connection is dead', async () => {
  vi.useFakeTimers({ now: 0 })
  let connections = 0
  const client = {
    ...clientOf([[]]),
    address: { source: 's', url: 'http://mock.example', patience: Infinity, now: () => Date.now() },
    request: (_path: string, { signal }: { signal: AbortSignal }) => {
      connections += 1
      const body = new ReadableStream({
        start: (controller) => signal.addEventListener('abort', () => controller.error(signal.reason)),
      })
      return Promise.resolve(new Response(body))
    },
  }
  const stop = follow(client, () => {}, { wait: () => Promise.resolve(), random: () => 0.5 })
  await vi.advanceTimersByTimeAsync(40_000)
  expect(connections).toBe(1)
  vi.setSystemTime(Date.now() + 3_600_000)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(connections).toBe(2)
  stop()
  vi.useRealTimers()
})
