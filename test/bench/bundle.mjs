import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'

/** Sizes of the production build, gzip, beside what the budget allows. */
export function bundle() {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
  const printed = execFileSync('npx', ['node', 'test/tools/budget.mjs']).toString()
  const [, js, css] = /first screen: ([\d.]+) kB .*?, ([\d.]+) kB/.exec(printed) ?? []
  const assets = join('dist', 'assets')
  const all = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
  return [
    { what: 'bundle: first screen, JS', unit: 'kB gz', ours: Number(js), goal: '≤ 150 kB' },
    { what: 'bundle: first screen, CSS', unit: 'kB gz', ours: Number(css), goal: '≤ 12 kB' },
    { what: 'bundle: every screen, JS', unit: 'kB gz', ours: Number((all / 1024).toFixed(1)), goal: '' },
  ]
}
