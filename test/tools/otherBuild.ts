import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const texts = /\.(js|css|html|json)$/
const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())

/**
 * A copy of a build as the next deploy would bring it: every script and style has another name, and so has the build.
 * Gives its folder and name, and the way to take it away.
 */
export function otherBuild(dist: string): {
  readonly folder: string
  readonly build: string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'watchbill-build-'))
  cpSync(dist, folder, { recursive: true })
  const assets = join(folder, 'assets')
  const renamed = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name))
  const next = (name: string) => name.replace(/\.(js|css)$/, '-2.$1')
  const before = JSON.parse(readFileSync(join(folder, 'version.json'), 'utf8')) as { readonly build: string }
  const build = `${before.build}-2`
  for (const name of renamed) renameSync(join(assets, name), join(assets, next(name)))
  for (const name of files(folder).filter((each) => texts.test(each))) {
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    const changed = renamed.reduce((all, each) => all.replaceAll(each, next(each)), text)
    writeFileSync(path, changed.replaceAll(before.build, build))
  }
  return { folder, build, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
