// The whole test command. Runs every check to its end, so that one failure does not hide another, and closes with one
// line that counts them all.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const out = mkdtempSync(join(tmpdir(), 'watchbill-test-'))
let passed = 0
let failed = 0

function run(title, command, args, env = {}) {
  const started = Date.now()
  console.log(`\n▸ ${title}`)
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  })
  if (error) console.error(error.message)
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'} · ${Math.round((Date.now() - started) / 1000)} s`)
  return status === 0
}

/** A check that passes or fails as a whole. */
function check(...step) {
  if (run(...step)) passed += 1
  else failed += 1
}

/** A test runner that writes its counts; one that fails without counting counts as one failure. */
function count(title, command, args, env, read) {
  const ok = run(title, command, args, env)
  let counted
  try {
    counted = read()
  } catch {
    counted = { passed: 0, failed: 0 }
  }
  passed += counted.passed
  failed += ok ? counted.failed : Math.max(1, counted.failed)
}

const report = (name) => JSON.parse(readFileSync(join(out, name), 'utf8'))

check('format', 'npm', ['run', '--silent', 'format:check'])
check('lint', 'npm', ['run', '--silent', 'lint'])
check('types', 'npm', ['run', '--silent', 'typecheck'])
check('unused code', 'npm', ['run', '--silent', 'unused'])
count(
  'unit, conformance, architecture, screen and browser tests',
  'npx',
  [
    'vitest',
    'run',
    '--reporter=dot',
    '--reporter=json',
    '--reporter=./test/tools/flaky.ts',
    `--outputFile.json=${join(out, 'vitest.json')}`,
  ],
  {},
  () => {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = report('vitest.json')
    return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) }
  },
)
check('production build', 'npm', ['run', '--silent', 'build'])
check('size budget', 'node', ['test/tools/budget.mjs'])
count(
  'end to end, on the production build under its Content-Security-Policy',
  'npm',
  ['run', '--silent', 'e2e', '--', '--reporter=list,json'],
  { PLAYWRIGHT_JSON_OUTPUT_NAME: join(out, 'e2e.json') },
  () => {
    const { expected, unexpected, flaky } = report('e2e.json').stats
    return { passed: expected + flaky, failed: unexpected }
  },
)
rmSync(out, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
