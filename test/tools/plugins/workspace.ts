import { createReadStream, existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'

/** Folders that never hold a workspace's own data. */
const skipped = new Set(['node_modules', '.git', 'dist'])

/** Files of a folder, three levels deep, as paths with `/`. */
export function listFiles(folder: string, below = '', depth = 3): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isFile()) return [path]
    return entry.isDirectory() && depth > 1 && !skipped.has(entry.name) ? listFiles(folder, path, depth - 1) : []
  })
}

/** The file that a request path means, or undefined when there is none or it lies outside the folder. */
export function fileOf(folder: string, path: string): string | undefined {
  const wanted = resolve(folder, `.${sep}${decodeURIComponent(path)}`)
  if (!existsSync(wanted) || !statSync(wanted).isFile()) return undefined
  const inside = relative(realpathSync(folder), realpathSync(wanted))
  return inside.startsWith('..') ? undefined : wanted
}

const json = (response: ServerResponse, body: unknown): void => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

/**
 * Opens a folder of one's own files, named by `WATCHBILL_WORKSPACE`: serves it read-only under `workspace/` (with
 * `workspace/index.json` naming its files) and a configuration that reads it.
 */
export function workspace(folder: string): Plugin {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`WATCHBILL_WORKSPACE names ${resolve(folder)}, which is not a folder. Give the path of a folder.`)
  const config = {
    sources: [{ id: 'workspace', type: 'files', title: basename(resolve(folder)), options: { url: 'workspace/' } }],
  }
  const answer = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname
    if (path === '/watchbill.config.json') return json(response, config)
    if (!path.startsWith('/workspace/')) return next()
    if (path === '/workspace/index.json') return json(response, { files: listFiles(folder) })
    const file = fileOf(folder, path.slice('/workspace/'.length))
    if (!file) {
      response.statusCode = 404
      return response.end(`no such file in the workspace: ${path}`)
    }
    response.setHeader('last-modified', statSync(file).mtime.toUTCString())
    response.setHeader('content-type', 'application/octet-stream')
    return createReadStream(file).pipe(response)
  }
  return {
    name: 'watchbill:workspace',
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  }
}
