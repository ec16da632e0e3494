// What a person downloads before the first screen shows, against the budget of the project, and what must not ship.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = 'dist'
const budget = { js: 150 * 1024, css: 12 * 1024 }
const files = readdirSync(join(dist, 'assets'))
const read = (name) => readFileSync(join(dist, 'assets', name))
const gz = (name) => gzipSync(read(name)).length

const html = readFileSync(join(dist, 'index.html'), 'utf8')
const named = new Set([...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map((match) => match[1]))

/** Chunks that a chunk imports at once, not lazily. */
const imports = (name) =>
  [
    ...read(name)
      .toString()
      .matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g),
  ].map((match) => match[1])

/** Chunks and all that they import at once. */
function closure(names) {
  const found = new Set()
  const wanted = [...names]
  while (wanted.length > 0) {
    const name = wanted.pop()
    if (found.has(name)) continue
    found.add(name)
    wanted.push(...imports(name))
  }
  return found
}

const starting = [...named].filter((name) => name.endsWith('.js'))
// The first screen is the shell and the ownership route.
const route = files.find((name) => /^ownership-.*\.js$/.test(name))
if (route) starting.push(route)
const first = closure(starting)
const styles = new Set([...named].filter((name) => name.endsWith('.css')))
for (const name of files) if (/^ownership-.*\.css$/.test(name)) styles.add(name)

const total = (names) => [...names].reduce((sum, name) => sum + gz(name), 0)
const js = total(first)
const css = total(styles)
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`
console.log(
  `first screen: ${kb(js)} of ${kb(budget.js)} JS, ${kb(css)} of ${kb(budget.css)} CSS (gzip), ${first.size + styles.size} files`,
)

// Loads at once too, but beside it: the page is drawn before, or does not wait for it alone. Told, not counted.
const dynamic = (name) =>
  [
    ...read(name)
      .toString()
      .matchAll(/import\(\s*[`"]\.\/([\w.-]+\.js)[`"]\s*\)/g),
  ].map((match) => match[1])
const lazily = [...first].flatMap(dynamic)
const beside = (what, pattern) => {
  const chunks = [...new Set(lazily)].filter((name) => pattern.test(name))
  for (const name of chunks) {
    const more = [...closure([name])].filter((each) => !first.has(each))
    console.log(`beside it: ${what}, ${kb(total(more))}, ${more.length} files`)
  }
}
beside('the check of the configuration', /^check-/)
beside('where the configuration names a backend', /^rest-/)
beside('where it names files, or files were opened', /^files-/)
beside('where the browser has no Temporal', /^global\.esm-/)
beside('keys', /^Keyboard-/)

const faults = []
if (!route) faults.push('the ownership route is no chunk of its own')
if (js > budget.js) faults.push(`JavaScript is ${kb(js - budget.js)} over its budget`)
if (css > budget.css) faults.push(`CSS is ${kb(css - budget.css)} over its budget`)
const shipped = files.filter((name) => name.endsWith('.js'))
for (const name of shipped) {
  const text = read(name).toString()
  if (/mockServiceWorker|setupWorker/.test(text)) faults.push(`${name} contains the mocks`)
  if (first.has(name) && /recharts/.test(text)) faults.push(`${name} loads recharts before it is needed`)
}
// Of chunks that ask each other, one runs before what it needs is there.
for (const name of shipped)
  if (imports(name).some((next) => closure([next]).has(name))) faults.push(`${name} asks for itself through others`)
if (readdirSync(dist).includes('mockServiceWorker.js')) faults.push('mockServiceWorker.js is shipped')
for (const fault of faults) console.error(`✗ ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1
