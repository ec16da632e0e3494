import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'

/**
 * Serves a configuration of one's own, named by `WATCHBILL_CONFIG`, in the place of `watchbill.config.json`. It is read
 * at each request, so that an edit shows after a reload.
 */
export function configuration(file: string): Plugin {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Error(`WATCHBILL_CONFIG names ${resolve(file)}, which is not a file. Give the path of a configuration.`)
  const answer = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (new URL(request.url ?? '/', 'http://local').pathname !== '/watchbill.config.json') return next()
    response.setHeader('content-type', 'application/json')
    return response.end(readFileSync(file))
  }
  return {
    name: 'watchbill:configuration',
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  }
}
