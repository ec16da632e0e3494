import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load, serverAt, statements } from '../../../src/sources/clickhouse/deploy/load.mjs'
import { type Holdings, facetNames } from '../../../src/domain/query/facets'
import { tell } from '../../../mocks/rest/tell'
import { answers, freePort, scratch, start, type Started } from '../servers'

const here = dirname(fileURLToPath(import.meta.url))
const deploy = join(here, '..', '..', '..', 'src', 'sources', 'clickhouse', 'deploy')

/** A ClickHouse of one or more nodes, set up by the files that are shipped. */
export interface Cluster {
  /** Address of the node that is asked. */
  readonly url: string
  /** Ways to each node as the loader. */
  readonly nodes: readonly ((query: string, body?: string) => Promise<string>)[]
  /** Stops the last node and leaves the others. */
  readonly lose: () => Promise<void>
  /** Milliseconds of processors that the nodes have used so far, where the system tells (Linux). */
  readonly cpu: () => number
  readonly stop: () => Promise<void>
}

/** Of a process and its threads: fields 14 and 15 of proc(5), in hundredths of a second. */
function cpuOf(pid: number | undefined): number {
  const file = `/proc/${pid ?? 0}/stat`
  if (!existsSync(file)) return 0
  const [, user = 0, system = 0] = /^.*\)(?: \S+){11} (\d+) (\d+)/.exec(readFileSync(file, 'utf8')) ?? []
  return (Number(user) + Number(system)) * 10
}

/** Each test has a database of its own: the user may read them all, as often as the kit asks, on a busy machine. Then users to refuse. */
const forTests = (users: string) =>
  users
    .replaceAll(/ON watchbill(_rows)?\.\*/g, 'ON watchbill*.*')
    .replace('<queries>6000</queries>', '<queries>1000000</queries>')
    .replace('<max_execution_time>15<', '<max_execution_time>120<')
    .replace('</profiles>', `${narrow}</profiles>`)
    .replace('</quotas>', `${scarce}</quotas>`)
    .replace('</users>', `${refused}</users>`)

const narrow =
  '<narrow><readonly>1</readonly><max_result_rows>5</max_result_rows><max_rows_to_read>20</max_rows_to_read></narrow>'
const scarce = '<scarce><interval><duration>3600</duration><queries>2</queries></interval></scarce>'
const user = (name: string, more: string) =>
  `<${name}><no_password/><networks><ip>127.0.0.1</ip></networks><default_database>watchbill</default_database>${more}</${name}>`
const readable = '<grants><query>GRANT SELECT ON watchbill*.*</query></grants>'
const refused = [
  user('asks_narrow', `<profile>narrow</profile><quota>watchbill</quota>${readable}`),
  user('asks_seldom', `<profile>watchbill</profile><quota>scarce</quota>${readable}`),
  user(
    'asks_nothing',
    '<profile>watchbill</profile><quota>watchbill</quota><grants><query>GRANT SELECT ON watchbill.about</query></grants>',
  ),
  user(
    'asks_own',
    `<profile>watchbill</profile><quota>watchbill</quota>${readable}<databases><watchbill_rows><incidents><filter>team = 'team:payments'</filter></incidents></watchbill_rows></databases>`,
  ),
].join('')

const shard = (port: number) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`

const mainConfig = (path: string, http: number, tcp: number) => `<clickhouse>
  <logger><level>fatal</level><console>1</console></logger><send_logs_level>fatal</send_logs_level>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${path}/data/</path><tmp_path>${path}/tmp/</tmp_path><users_config>${path}/users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>268435456</mark_cache_size>
</clickhouse>`

const mainUsers = `<clickhouse><profiles><default/></profiles><quotas><default/></quotas>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
</clickhouse>`

/** Starts a cluster of so many shards with the shipped schema, users and handlers. */
export async function startCluster(shards: number): Promise<Cluster> {
  const folder = scratch('clickhouse')
  const ports: number[] = []
  while (ports.length < 2 * shards) ports.push(await freePort())
  const tcp = ports.slice(shards)
  const started: Started[] = []
  const urls = ports.slice(0, shards).map((port) => `http://127.0.0.1:${port}`)
  const cluster = readFileSync(join(deploy, 'config.d', 'cluster.xml'), 'utf8').replace(
    /<shard>.*<\/shard>/,
    tcp.map(shard).join(''),
  )
  for (const [index, url] of urls.entries()) {
    const path = join(folder.path, `node${index}`)
    for (const part of ['config.d', 'users.d']) mkdirSync(join(path, part), { recursive: true })
    writeFileSync(join(path, 'config.xml'), mainConfig(path, ports[index] ?? 0, tcp[index] ?? 0))
    writeFileSync(join(path, 'users.xml'), mainUsers)
    cpSync(join(deploy, 'config.d', 'handlers.xml'), join(path, 'config.d', 'handlers.xml'))
    writeFileSync(join(path, 'config.d', 'cluster.xml'), cluster)
    const users = readFileSync(join(deploy, 'users.d', 'watchbill.xml'), 'utf8')
    writeFileSync(join(path, 'users.d', 'watchbill.xml'), forTests(users))
    const args = [join(here, 'serve.mjs'), join(path, 'config.xml')]
    started.push(await start({ command: process.execPath, args, ready: () => answers(`${url}/ping`) }))
  }
  const nodes = urls.map((url) => serverAt({ url }))
  await createSchema(nodes)
  return {
    url: urls[0] ?? '',
    nodes,
    lose: async () => started.at(-1)?.stop(),
    cpu: () => started.reduce((sum, { process: { pid } }) => sum + cpuOf(pid), 0),
    stop: async () => {
      await Promise.all(started.map((each) => each.stop()))
      folder.remove()
    },
  }
}

/** The shipped schema in a database of that name, on every node. */
export async function createSchema(nodes: Cluster['nodes'], database = 'watchbill') {
  for (const statement of statements(database)) await Promise.all(nodes.map((node) => node(statement)))
}

/** Loads the records of a world by the shipped loader. */
export async function loadWorld({ nodes }: Cluster, database: string, holdings: Holdings) {
  await Promise.all(
    facetNames
      .filter((facet) => holdings[facet].length > 0)
      .map((facet) =>
        load(
          nodes,
          database,
          facet,
          holdings[facet].map((record) => JSON.stringify(tell(record))),
        ),
      ),
  )
}
