import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { benchmarks } from './benchmarks.mjs'

const file = join(process.cwd(), 'test/bench/results.json')
const order = [...benchmarks.map(({ name }) => name), 'bundle']
const [start, end] = ['<!-- bench -->', '<!-- /bench -->']

const met = ({ ours, ratio, goal }) => {
  const limit = Number(/[\d.]+/.exec(goal)?.[0])
  return (/[a-z]/i.test(goal) ? ours : ratio) <= limit
}

/** The table, with what misses its goal said so. */
const markdownOf = (table) =>
  [
    '| what | Watchbill | beside | ratio | goal |',
    '|---|---|---|---|---|',
    ...table.map((row) => {
      const { what, unit, ours, peer, theirs, ratio, goal, load, note } = row
      const judged = goal && !met(row) ? `${goal} · **missed** (load ${load})` : goal
      return `| ${what} | ${ours} ${unit} | ${peer ? `${peer} ${theirs} ${unit}` : ''} | ${ratio ?? ''} | ${[judged, note].filter(Boolean).join(' · ')} |`
    }),
  ].join('\n')

/**
 * Puts what was measured now in place of what was measured before of the same benchmarks, in `results.json` and in the
 * README: they may be run one at a time. Each row keeps the day, and the machine's load just after it.
 */
export function keep(measured, { runs, load, at }) {
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).table : []
  const anew = new Set(measured.map(({ bench }) => bench))
  const table = [
    ...before.filter(({ bench }) => order.includes(bench) && !anew.has(bench)),
    ...measured.map((row) => ({ ...row, load: Number(load), at, runs })),
  ].toSorted((left, right) => order.indexOf(left.bench) - order.indexOf(right.bench))
  writeFileSync(file, `${JSON.stringify({ cores: cpus().length, table }, null, 2)}\n`)
  console.log(`\n${markdownOf(measured.map((row) => ({ ...row, load })))}\n\n${cpus().length} cores, load ${load}`)

  const [head, rest] = readFileSync('README.md', 'utf8').split(start)
  if (!rest) return
  const range = (values) => [...new Set([values.at(0), values.at(-1)])].join(' to ')
  const loads = range(table.map((row) => row.load).toSorted((left, right) => left - right))
  const counts = range(table.map((row) => row.runs).toSorted((left, right) => left - right))
  const days = range(table.map((row) => row.at).toSorted())
  const note = `Measured ${days} in headless Chromium on ${cpus().length} cores with a load of ${loads}, medians of ${counts} runs (of two million incidents: one). CPU: the page's thread by its own clock. \`npm run bench\` measures again and writes this table, \`npm run bench -- "<part of a name>"\` a part of it.`
  writeFileSync('README.md', `${head}${start}\n${markdownOf(table)}\n\n${note}\n${end}${rest.split(end)[1]}`)
}
