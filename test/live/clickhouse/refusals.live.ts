import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { world as wholeWorld } from '../../../mocks/world'
import { excerpt } from '../../../mocks/excerpt'
import { summarise } from '../../../src/domain/summarise'
import { instant } from '../../../src/domain/units'
import { SourceError } from '../../../src/sources/contract'
import { type ClickHouseOptions, openClickHouse } from '../../../src/sources/clickhouse/source'
import { type Cluster, loadWorld, startCluster } from './nodes'

const world = excerpt(wholeWorld().holdings)
const call = { signal: new AbortController().signal }
const opening = { id: 'store', title: '', base: 'http://app.example/', now: () => Date.now() }

const faultOf = (work: Promise<unknown> | undefined) =>
  (work ?? Promise.resolve()).then(
    () => undefined,
    (error: unknown) => (error instanceof SourceError ? error : undefined),
  )

// Not on shards: one that is hung up on, because the question had failed elsewhere, ends as this package hosts it.
describe('ClickHouse on one node, with the shipped users', () => {
  it('says what is too large, and what to do', async () => {
    const cluster = await startCluster(1)
    await loadWorld(cluster, 'watchbill', world)
    const options = { url: cluster.url, transport: 'sql', user: 'asks_narrow' } as const
    const { incidents } = (await openClickHouse(options, opening)).readers
    const error = await faultOf(incidents?.list({}, { limit: 500 }, call))
    await cluster.stop()
    expect(error?.fault).toBe('unsupported')
    expect(error?.message).toContain('choose a shorter time')
  })
})

describe('ClickHouse on three shards, with the shipped users', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster(3)
    await loadWorld(cluster, 'watchbill', world)
  })
  afterAll(() => cluster.stop())

  const open = (more: Partial<ClickHouseOptions>) =>
    openClickHouse({ url: cluster.url, timeoutSeconds: 20, ...more }, opening)
  const asking = (user: string) => open({ transport: 'sql', user })

  it('says that a quota is used up', async () => {
    const { incidents } = (await asking('asks_seldom')).readers
    await incidents?.list({}, { limit: 1 }, call)
    expect((await faultOf(incidents?.list({}, { limit: 1 }, call)))?.fault).toBe('rate-limited')
  })

  it('says what may not be read', async () => {
    const { incidents } = (await asking('asks_nothing')).readers
    expect((await faultOf(incidents?.list({}, { limit: 1 }, call)))?.fault).toBe('forbidden')
  })

  it('does not know a user', async () => {
    expect((await faultOf(asking('nobody')))?.fault).toBe('unauthenticated')
  })

  it('says that tables are not deployed', async () => {
    expect((await faultOf(open({ database: 'default' })))?.fault).toMatch(/unsupported|forbidden/)
  })

  it('keeps the row filter of a user on every shard, in lists and counts', async () => {
    const { incidents } = (await asking('asks_own')).readers
    const own = world.incidents.filter(({ team }) => team === 'team:payments')
    const { items } = (await incidents?.list({}, { limit: 1000 }, call)) ?? { items: [] }
    expect(items.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted())
    const question = { query: {}, by: ['team'], zone: 'UTC', now: instant(Date.now()) } as const
    expect((await incidents?.summarise?.(question, call))?.summary).toEqual(summarise(own, question))
  })

  it('replaces what is loaded again', async () => {
    const [first] = world.incidents
    if (!first) throw new Error('There are no incidents.')
    const changed = { ...first, title: 'Told anew' }
    await loadWorld(cluster, 'watchbill', { ...world, incidents: [changed], timeline: [], events: [] })
    const { incidents } = (await open({})).readers
    expect(await incidents?.get(first.id, call)).toEqual(changed)
    const { items } = (await incidents?.list({}, { limit: 1000 }, call)) ?? { items: [] }
    expect(items).toHaveLength(world.incidents.length)
  })

  it('says that a shard is lost, and shows no part', async () => {
    const { incidents } = (await open({})).readers
    await cluster.lose()
    const error = await faultOf(incidents?.list({}, { limit: 5 }, call))
    expect(error?.fault).toBe('unreachable')
    expect(error?.message).toContain('A shard of the cluster does not answer')
    const question = { query: {}, by: [], zone: 'UTC', now: instant(Date.now()) } as const
    expect((await faultOf(incidents?.summarise?.(question, call)))?.fault).toBe('unreachable')
  })
})
