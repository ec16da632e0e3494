// Tests against real servers: `npm run test:live` for all, `npm run test:live -- clickhouse` for some; `npm run example`
// starts several and leaves them running. What comes from npm
// is installed here when it is first needed; what comes from Debian with `--install`, which needs root.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Program that must be there, and the Debian package that brings it. */
const debian = {
  prometheus: { prometheus: 'prometheus', 'prometheus-alertmanager': 'prometheus-alertmanager' },
  icinga: { icinga2: 'icinga2-bin' },
  rt: { 'rt-setup-database-5': 'request-tracker5 rt5-db-sqlite' },
  nginx: { nginx: 'nginx-light' },
}
/** Others whose servers it starts too. */
const together = { example: ['backstage', 'prometheus', 'rt'] }

const known = readdirSync(here, { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && readdirSync(join(here, entry.name)).some((file) => file.endsWith('.live.ts')),
  )
  .map((entry) => entry.name)
const asked = process.argv.slice(2).filter((each) => !each.startsWith('-'))
const unknown = asked.filter((each) => !known.includes(each))
if (unknown.length > 0) {
  console.error(`There is no live test ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}
const names = asked.length > 0 ? asked : known
const needed = [...new Set(names.flatMap((name) => [name, ...(together[name] ?? [])]))]

const run = (command, args, cwd) => spawnSync(command, args, { stdio: 'inherit', cwd }).status === 0
const isInstalled = (program) =>
  spawnSync('sh', ['-c', `command -v ${program}`], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  }).status === 0

const lacking = needed.flatMap((name) =>
  Object.entries(debian[name] ?? {}).flatMap(([program, packages]) => (isInstalled(program) ? [] : [packages])),
)
if (lacking.length > 0) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${[...new Set(lacking)].join(' ')}`
  if (!process.argv.includes('--install') || !run('sh', ['-c', command])) {
    console.error(`Servers are missing. As root: ${command}\nor: npm run test:live -- --install ${names.join(' ')}`)
    process.exit(1)
  }
}
for (const folder of [here, ...needed.map((name) => join(here, name))])
  if (
    existsSync(join(folder, 'package-lock.json')) &&
    !existsSync(join(folder, 'node_modules')) &&
    !run('npm', ['ci'], folder)
  )
    process.exit(1)

const project = join(here, '..', '..')
if (process.argv.includes('--keep')) {
  const { build, runnerImport } = await import('vite')
  const folder = process.env.WATCHBILL_DIST ?? mkdtempSync(join(tmpdir(), 'watchbill-example-'))
  if (!process.env.WATCHBILL_DIST)
    await build({ root: project, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  await import('temporal-polyfill/global')
  const { module } = await runnerImport(join(here, 'example', 'keep.ts'), { configFile: false, root: project })
  await module.keep(folder, Number(process.env.PORT ?? 4180))
  process.exit(0)
}

// `--bench` also measures, where a live test has something to measure at scale.
if (process.argv.includes('--bench')) process.env.WATCHBILL_BENCH ??= '1'

const files = names.map((name) => `test/live/${name}/`)
process.exit(run('npx', ['vitest', 'run', '--config', 'test/live/vitest.config.ts', ...files], project) ? 0 : 1)
