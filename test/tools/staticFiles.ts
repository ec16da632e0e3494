import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.yaml': 'text/yaml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gz': 'application/gzip',
  '.png': 'image/png',
}

export interface StaticFile {
  readonly type: string
  readonly content: Uint8Array
}

const readable = async (path: string): Promise<StaticFile | undefined> => {
  try {
    return { content: await readFile(path), type: types[extname(path)] ?? 'application/octet-stream' }
  } catch {
    return undefined
  }
}

/**
 * The file that an address under `prefix` names in the folder, as any static host finds it: an address that ends in a
 * slash means the page of that folder, and nothing is rewritten. Nothing outside the folder is ever read.
 */
export async function fileAt(folder: string, prefix: string, pathname: string): Promise<StaticFile | undefined> {
  const root = prefix.endsWith('/') ? prefix : `${prefix}/`
  if (!`${pathname}/`.startsWith(root)) return undefined
  const inside = normalize(`/${decodeURIComponent(pathname.slice(root.length))}`)
  return readable(join(folder, inside.endsWith('/') ? `${inside}index.html` : inside))
}
