import { afterAll, beforeAll, describe } from 'vitest'
import { facetNames, type Holdings } from '../../../src/domain/query/facets'
import { instant } from '../../../src/domain/units'
import { type ClickHouseOptions, openClickHouse } from '../../../src/sources/clickhouse/source'
import { describeSource } from '../../conformance/describeSource'
import type { Harness } from '../../conformance/harness'
import { smallWorld } from '../../conformance/world'
import { type Cluster, createSchema, loadWorld, startCluster } from './nodes'
import { proxyTo } from './proxy'

const now = () => instant(Date.now())

/** A source over a database of its own in the cluster. */
async function harnessOver(cluster: Cluster, world: Holdings, database: string, transport: 'handlers' | 'sql') {
  await createSchema(cluster.nodes, database)
  await loadWorld(cluster, database, world)
  const proxy = await proxyTo(cluster.url)
  const options: ClickHouseOptions = { url: proxy.url, database, transport, user: 'watchbill', timeoutSeconds: 4 }
  const source = await openClickHouse(options, { id: 'store', title: '', base: 'http://app.example/', now })
  const harness: Harness = {
    source,
    offers: { facets: facetNames, watched: [], summaries: true, commands: [] },
    now,
    faults: proxy.faults,
    change: { cannot: 'ClickHouse does not tell of changes: what is looked at is asked for again' },
    partial: { cannot: 'a shard that does not answer makes the question fail' },
    close: async () => {
      source.close()
      await proxy.close()
      for (const name of [database, `${database}_rows`])
        await Promise.all(cluster.nodes.map((node) => node(`DROP DATABASE ${name} SYNC`)))
    },
  }
  return harness
}

let made = 0

function conforms(name: string, shards: number, transports: readonly ('handlers' | 'sql')[]) {
  describe(name, () => {
    let cluster: Cluster | undefined
    beforeAll(async () => {
      cluster = await startCluster(shards)
    })
    afterAll(() => cluster?.stop())
    for (const transport of transports)
      describeSource(`${name}, asked by ${transport},`, smallWorld(), (world) => {
        if (!cluster) throw new Error('The cluster did not start.')
        return harnessOver(cluster, world, `watchbill_kit${(made += 1)}`, transport)
      })
  })
}

conforms('ClickHouse on one node', 1, ['handlers', 'sql'])
conforms('ClickHouse on three shards', 3, ['handlers'])
