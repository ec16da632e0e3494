import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** Letters of a build's name. */
const letters = 12

/**
 * Names the build, in each page and in `version.json`: a page that stays open for weeks tells by it that there is a
 * newer one. The name goes by the first page, which names the scripts, which name all others: other code, another name.
 * Stands before the plugin that makes more pages of that one.
 */
export function namedBuild(): Plugin {
  return {
    name: 'watchbill:named-build',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset' || typeof index.source !== 'string') return
      const build = createHash('sha256').update(index.source).digest('hex').slice(0, letters)
      index.source = index.source.replace(
        '</title>',
        `</title>\n    <meta name="watchbill-build" content="${build}" />`,
      )
      this.emitFile({ type: 'asset', fileName: 'version.json', source: `${JSON.stringify({ build })}\n` })
    },
  }
}
