// The GitHub API of the npm package `emulate`: `node serve.mjs <port> <file with what it begins with>`. A request that
// bears the header `x-clock`, in milliseconds since 1970, is answered as of then. Ends when killed.
import { subscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { createEmulator } from 'emulate'

const [port, seed] = process.argv.slice(2)
const RealDate = Date
let held

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 && held !== undefined ? [held] : given))
  }
  static now() {
    return held ?? RealDate.now()
  }
}

subscribe('http.server.request.start', ({ request }) => {
  const at = request.headers['x-clock']
  held = at === undefined ? undefined : Number(at)
})

// Links in answers are to lead to where those of the invented company do.
await createEmulator({
  service: 'github',
  port: Number(port),
  baseUrl: 'https://github.example',
  seed: JSON.parse(readFileSync(seed, 'utf8')),
})
