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

/** A database of its own in the cluster for every world: nobody writes, so that who asks for the same world shares it. */
function databasesIn(cluster: Cluster) {
  const known = new Map<Holdings, Promise<string>>()
  const create = async (world: Holdings, database: string) => {
    await createSchema(cluster.nodes, database)
    await loadWorld(cluster, database, world)
    return database
  }
  return (world: Holdings): Promise<string> => {
    const database = known.get(world) ?? create(world, `watchbill_kit${known.size}`)
    known.set(world, database)
    return database
  }
}

/** A source over a database of the cluster, through a proxy of its own. */
async function harnessOver(url: string, database: string, transport: 'handlers' | 'sql') {
  const proxy = await proxyTo(url)
  const options: ClickHouseOptions = { url: proxy.url, database, transport, user: 'watchbill', timeoutSeconds: 20 }
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
    },
  }
  return harness
}

function conforms(name: string, shards: number, transports: readonly ('handlers' | 'sql')[]) {
  describe(`${name}`, () => {
    const world = smallWorld()
    let cluster: Cluster | undefined
    let databaseOf: ReturnType<typeof databasesIn> | undefined
    beforeAll(async () => {
      cluster = await startCluster(shards)
      databaseOf = databasesIn(cluster)
      await databaseOf(world)
    })
    afterAll(() => cluster?.stop())
    for (const transport of transports)
      describeSource(`${name}, asked by ${transport},`, world, async (part) => {
        if (!cluster || !databaseOf) throw new Error('The cluster did not start.')
        return harnessOver(cluster.url, await databaseOf(part), transport)
      })
  })
}

conforms('ClickHouse on one node', 1, ['handlers', 'sql'])
conforms('ClickHouse on three shards', 3, ['handlers'])
