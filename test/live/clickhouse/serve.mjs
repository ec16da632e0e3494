// Hosts the ClickHouse server that the npm package `chdb` carries: `node serve.mjs <config.xml>`. Ends when killed.
import { createRequire } from 'node:module'
import { DataType, load, open } from 'ffi-rs'

const [config] = process.argv.slice(2)
const library = createRequire(import.meta.url).resolve(`@chdb/lib-${process.platform}-${process.arch}-gnu/libchdb.so`)
open({ library: 'chdb', path: library })
// The query that never ends keeps the listeners: the library serves as long as it runs.
const query = [
  'SYSTEM START LISTEN HTTP',
  'SYSTEM START LISTEN TCP',
  'SELECT sleepEachRow(1) FROM system.numbers FORMAT Null SETTINGS function_sleep_max_microseconds_per_block=0, max_block_size=1',
].join('; ')
const args = ['clickhouse', '--config-file', config, '--query', query]
load({
  library: 'chdb',
  funcName: 'chdb_query_cmdline',
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [args.length, args],
  runInNewThread: true,
}).then(
  () => process.exit(1),
  (cause) => {
    console.error(cause)
    process.exit(1)
  },
)
setInterval(() => {}, 60_000)
