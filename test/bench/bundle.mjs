import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { gzipSync } from 'node:zlib'

/** Sizes of the production build, gzip, beside what the budget allows. Built aside: what stands in `dist` stays. */
export function bundle() {
  const aside = mkdtempSync(join(tmpdir(), 'watchbill-bench-'))
  const dist = join(aside, 'dist')
  execFileSync('npx', ['vite', 'build', '--logLevel', 'error', '--outDir', dist, '--emptyOutDir'], { stdio: 'inherit' })
  const budget = join(process.cwd(), 'test/tools/budget.mjs')
  const printed = execFileSync(process.execPath, [budget], { cwd: aside }).toString()
  const [, js, css] = /first screen: ([\d.]+) kB .*?, ([\d.]+) kB/.exec(printed) ?? []
  const assets = join(dist, 'assets')
  const all = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
  rmSync(aside, { recursive: true })
  return [
    { what: 'bundle: first screen, JS', unit: 'kB gz', ours: Number(js), goal: '≤ 150 kB' },
    { what: 'bundle: first screen, CSS', unit: 'kB gz', ours: Number(css), goal: '≤ 12 kB' },
    { what: 'bundle: every screen, JS', unit: 'kB gz', ours: Number((all / 1024).toFixed(1)), goal: '' },
  ]
}
