import { HttpResponse } from 'msw'
import type { Backend } from '../backend'

/** Milliseconds between signs of life. */
const heartbeat = 20_000

/** The stream of changes: says that something changed, never what. Ends when the reader goes. */
export function streamResponse(backend: Backend, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text))
      const stopWatching = backend.watch(() => say('event: change\ndata: {}\n\n'))
      const beat = setInterval(() => say(': still here\n\n'), heartbeat)
      end = () => {
        stopWatching()
        clearInterval(beat)
      }
      signal.addEventListener('abort', end, { once: true })
      say(': listening\n\n')
    },
    cancel: () => end(),
  })
  return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' } })
}
