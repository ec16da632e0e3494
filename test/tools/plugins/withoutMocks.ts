import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Keeps the mocks' service worker, which lies in `public` for development and the demo, out of the production build. */
export function withoutMocks(): Plugin {
  let out = ''
  return {
    name: 'watchbill:without-mocks',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    configResolved: (config) => {
      out = config.build.outDir
    },
    closeBundle: () => rmSync(join(out, 'mockServiceWorker.js'), { force: true }),
  }
}
