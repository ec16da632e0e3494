import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../listing/backend'
import { createStream } from './stream'

const url = 'http://icinga.example'
let asked: unknown[] = []
let open: ReadableStreamDefaultController<Uint8Array>[] = []
let status = 200
const server = setupServer(
  http.post(`${url}/v1/events`, async ({ request }) => {
    asked.push(await request.json())
    if (status !== 200) return new HttpResponse(null, { status })
    return new HttpResponse(new ReadableStream<Uint8Array>({ start: (controller) => void open.push(controller) }))
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  ;[asked, open, status] = [[], [], 200]
})
afterEach(() => vi.useRealTimers())
afterAll(() => server.close())

const send = (text: string) => open.at(-1)?.enqueue(new TextEncoder().encode(text))
const started = () => createStream(connect({ source: 'icinga', url, now: () => 0 }), 'a queue')
/** Until something holds, without the timers that are held still. */
const until = async (holds: () => boolean) => {
  for (let turn = 0; !holds(); turn += 1) {
    if (turn > 2_000) return expect.unreachable('it never came')
    await new Promise((resolve) => void setImmediate(resolve))
  }
  return undefined
}

describe('the stream of events', () => {
  it('is one for all who watch, tells whole lines, and ends with the last of them', async () => {
    const watch = started()
    const [first, second] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const [stop, other] = [watch(first), watch(second)]
    await until(() => open.length > 0)
    expect(asked).toMatchObject([{ queue: 'a queue', types: expect.arrayContaining(['StateChange']) as string[] }])
    send('{"type":"State')
    send('Change"}\n{"type":"CommentAdded"}\n')
    await until(() => second.mock.calls.length > 0)
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1])
    stop()
    send('{"type":"StateChange"}\n')
    await until(() => second.mock.calls.length > 1)
    expect(first).toHaveBeenCalledTimes(1)
    other()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(1)
  })

  it('is asked for again when it breaks, and says so, for something may have been missed', async () => {
    const changed = vi.fn<() => void>()
    const stop = started()(changed)
    await until(() => open.length > 0)
    open[0]?.close()
    await until(() => vi.getTimerCount() > 0)
    expect(changed).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(changed).toHaveBeenCalledTimes(1)
    await until(() => open.length > 1)
    send('{"type":"StateChange"}\n')
    await until(() => changed.mock.calls.length > 1)
    stop()
  })

  it('is left alone where it is forbidden', async () => {
    status = 403
    const changed = vi.fn<() => void>()
    const stop = started()(changed)
    await until(() => asked.length > 0)
    await vi.advanceTimersByTimeAsync(600_000)
    expect([asked.length, changed.mock.calls.length]).toEqual([1, 0])
    stop()
  })
})
