import type { Plugin } from 'vite'

/** Every view is one level deep and keeps its selection in the query. */
export const routes = [
  'ownership',
  'incidents',
  'trends',
  'problems',
  'reviews',
  'parties',
  'transfer',
  'wall',
  'sources',
] as const

/**
 * Writes one page for each route, so that the build runs under any sub-path of any static host, with no rewriting and
 * with an honest 404 for what does not exist.
 */
export function staticRoutes(): Plugin {
  return {
    name: 'watchbill:static-routes',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset' || typeof index.source !== 'string') return
      const deeper = index.source.replaceAll('"./', '"../')
      for (const route of routes) this.emitFile({ type: 'asset', fileName: `${route}/index.html`, source: deeper })
    },
  }
}
