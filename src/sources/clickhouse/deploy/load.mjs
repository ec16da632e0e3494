// Loads records into ClickHouse, from an export or any NDJSON in the form of public/openapi.json: one file for each facet,
// `incidents.ndjson`, `timeline.ndjson` … A record that is there already is replaced.
//   node load.mjs http://node1:8123 [http://node2:8123 …] [--schema] [--user name] [--database watchbill] [file or folder …]
// Name every node of the cluster: the schema is made on each, and what is replaced is taken out of each.
// The password, where the user has one, stands in CLICKHOUSE_PASSWORD.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const facets = [
  'workloads', 'activities', 'assignments', 'parties', 'events', 'incidents', 'timeline', 'problems', 'improvements', 'requests',
] // prettier-ignore
/** Records that go out in one request. */
const batch = 20_000
const schema = join(dirname(fileURLToPath(import.meta.url)), 'schema.sql')

/**
 * The way to a server. `ask(query, body?)` sends one statement; throws with what ClickHouse says.
 * @param {{ url: string, user?: string, password?: string }} server
 */
export function serverAt({ url, user = 'watchbill_loader', password = '' }) {
  /** @param {string} query @param {string} [body] @returns {Promise<string>} */
  return async function ask(query, body) {
    const address = body === undefined ? url : `${url}/?query=${encodeURIComponent(query)}`
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'x-clickhouse-user': user, 'x-clickhouse-key': password, 'x-clickhouse-database': 'default' },
      body: body ?? query,
    })
    const text = await response.text()
    if (!response.ok) throw new Error(text.trim())
    return text
  }
}

/**
 * The statements of schema.sql, for a database of that name.
 * @param {string} database
 */
export const statements = (database = 'watchbill') =>
  readFileSync(schema, 'utf8')
    .replaceAll(/^\s*--.*$/gm, '')
    .replaceAll(/\bwatchbill(_rows)?\b(?=[.;])/g, `${database}$1`)
    .replaceAll('watchbill_rows,', `${database}_rows,`)
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')

/**
 * Replaces or adds the records, which are lines of JSON with an `id`. The first node spreads them over the shards.
 * @param {readonly ((query: string, body?: string) => Promise<string>)[]} nodes
 * @param {string} database
 * @param {string} facet
 * @param {readonly string[]} lines
 */
export async function load(nodes, database, facet, lines) {
  const [ask] = nodes
  if (!ask) throw new Error('There is no node to load into.')
  for (let from = 0; from < lines.length; from += batch) {
    const part = lines.slice(from, from + batch)
    const ids = part.map((line) => `'${String(JSON.parse(line).id).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`)
    const known = await ask(`SELECT count() FROM ${database}.${facet} WHERE id IN (${ids.join()})`)
    if (Number(known) > 0)
      for (const node of nodes) await node(`DELETE FROM ${database}_rows.${facet} WHERE id IN (${ids.join()})`)
    await ask(`INSERT INTO ${database}.${facet} (record) FORMAT LineAsString`, part.join('\n'))
  }
}

/** @param {string} path */
const filesOf = (path) => (statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path])

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      schema: { type: 'boolean' },
      user: { type: 'string' },
      database: { type: 'string', default: 'watchbill' },
    },
  })
  const urls = positionals.filter((each) => /^https?:/.test(each))
  const paths = positionals.filter((each) => !urls.includes(each))
  if (urls.length === 0)
    throw new Error('Say where ClickHouse is: node load.mjs http://127.0.0.1:8123 [--schema] [file or folder …]')
  const user = values.user ?? 'watchbill_loader'
  const nodes = urls.map((url) => serverAt({ url, user, password: process.env.CLICKHOUSE_PASSWORD ?? '' }))
  if (values.schema)
    for (const statement of statements(values.database)) for (const node of nodes) await node(statement)
  for (const file of paths.flatMap(filesOf)) {
    const facet = basename(file, extname(file))
    if (!facets.includes(facet)) {
      console.error(`${file} is left out: a file is called after what it holds, such as incidents.ndjson.`)
      continue
    }
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    await load(nodes, values.database, facet, lines)
    console.log(`${facet}: ${lines.length}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
