// Measures Watchbill beside well-known libraries doing the same work, in one run and in turn, and prints ratios. It
// asserts no time: machines differ. Where implementations count what they drew or found, it stops when the counts differ;
// matrix and list show the same rows and columns by their sizes.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { build, preview } from 'vite'
import { args, resolveChromium } from '../tools/chromium.mjs'
import { benchmarks } from './benchmarks.mjs'
import { bundle } from './bundle.mjs'
import { keep } from './results.mjs'

const here = join(process.cwd(), 'test/bench')
const runs = Number(process.env.RUNS ?? 5)
const only = process.argv.slice(2)

const median = (values) => {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

if (!existsSync(join(here, 'node_modules'))) {
  console.log('installing the peers …')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' })
}

const config = { configFile: join(here, 'vite.bench.ts'), logLevel: 'error' }
await build(config)
const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } })
const { port } = server.httpServer.address()
const browser = await chromium.launch({
  ...resolveChromium(),
  args: [...args, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
})

/** The longest task of a page's own thread in a trace, in milliseconds by the thread's clock and by the wall's. */
function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString())
  const mains = new Set(
    traceEvents
      .filter(({ name, args: { name: thread } }) => name === 'thread_name' && thread === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid} ${tid}`))
  if (tasks.length === 0) throw new Error('the trace holds no task of the page')
  const longest = (field) => Math.max(...tasks.map((task) => task[field] ?? 0)) / 1000
  return { cpu: longest('tdur'), wall: longest('dur') }
}

/** One measurement in a fresh page: CPU time of the page's tasks, frame intervals, heap and what was drawn. */
async function measure({ page: path, implementation, params, traced = false }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const failures = []
  page.on('pageerror', (error) => failures.push(error.message))
  await page.goto(`http://127.0.0.1:${port}/${path}.html`)
  await page.waitForFunction(() => window.bench !== undefined)
  const cdp = await context.newCDPSession(page)
  // The thread's own clock: what other processes take of the machine is not counted.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const cpu = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  const result = {}
  for (const step of await page.evaluate(
    ([name, given]) => window.bench.begin(name, given),
    [implementation, params],
  )) {
    if (traced) await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
    const before = await cpu()
    const told = await page.evaluate((name) => window.bench.step(name), step)
    result[step] = {
      cpu: (await cpu()) - before,
      ...told,
      ...(traced && { longest: longestTask(await browser.stopTracing()) }),
    }
  }
  await context.close()
  if (failures.length > 0) throw new Error(`${path} ${implementation}: ${failures[0]}`)
  return result
}

const table = []
for (const bench of benchmarks.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)))) {
  const taken = Object.fromEntries(bench.implementations.map((name) => [name, []]))
  for (let run = 0; run < Math.min(runs, bench.runs ?? runs); run += 1)
    for (const implementation of bench.implementations)
      taken[implementation].push(await measure({ ...bench, implementation }))
  for (const figure of bench.figures) {
    const [ours, ...peers] = bench.implementations.map((name) => ({
      name,
      value: median(taken[name].map((result) => figure.read(result))),
    }))
    const drawn = bench.implementations.map((name) => figure.drawn?.(taken[name][0]))
    if (new Set(drawn).size > 1)
      throw new Error(`${bench.name}, ${figure.name}: drawn ${drawn.join(' / ')}: nobody may win by drawing less`)
    for (const peer of peers) {
      const row = {
        bench: bench.name,
        what: `${bench.name}: ${figure.name}`,
        unit: figure.unit,
        ours: Number(ours.value.toFixed(2)),
        peer: peer.name,
        theirs: Number(peer.value.toFixed(2)),
        ratio: Number((ours.value / peer.value).toFixed(2)),
        goal: figure.goal ?? '',
        ...(figure.drawn && { drawn: drawn.join(' / ') }),
      }
      table.push(row)
      console.log(
        `${row.what} · ${row.ours} ${row.unit} · ${row.peer} ${row.theirs} · ratio ${row.ratio} ${row.goal && `(goal ${row.goal})`}`,
      )
    }
    if (peers.length === 0) {
      table.push({
        bench: bench.name,
        what: `${bench.name}: ${figure.name}`,
        unit: figure.unit,
        ours: Number(ours.value.toFixed(2)),
        goal: figure.goal ?? '',
      })
      console.log(
        `${bench.name}: ${figure.name} · ${ours.value.toFixed(2)} ${figure.unit} ${figure.goal ? `(goal ${figure.goal})` : ''}`,
      )
    }
  }
}
await browser.close()
await server.close()

if (only.length === 0 || only.includes('bundle')) table.push(...bundle().map((row) => ({ bench: 'bundle', ...row })))
keep(table, { runs, load: loadavg()[0].toFixed(1), at: new Date().toISOString().slice(0, 10) })
