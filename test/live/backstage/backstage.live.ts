import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawEntity } from '../../../mocks/backstage/process'
import { entitiesOf } from '../../../mocks/backstage/tell'
import { tellable } from '../../../mocks/backstage/told'
import type { Holdings } from '../../../src/domain/query/facets'
import { type Id, instant } from '../../../src/domain/units'
import { openBackstage } from '../../../src/sources/backstage/source'
import type { Source } from '../../../src/sources/contract'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { readerOf } from '../../../src/sources/paging'
import { describeSource } from '../../conformance/describeSource'
import type { Harness } from '../../conformance/harness'
import { smallWorld } from '../../conformance/world'
import { failingBy } from '../failures'
import { type Proxy, startProxy } from '../proxy'
import { authorization, type Catalogue, catalogue } from './server'

const world = smallWorld()
const labelOf = (id: Id) => id.replaceAll(/[^a-z0-9-]/g, '.')
/** Labelled by the id that each will be known by, so that a part of them can be asked for. */
const entities: readonly RawEntity[] = [...entitiesOf(world)].map(([id, entity]) => ({
  ...entity,
  metadata: { ...entity.metadata, labels: { known: labelOf(id) } },
}))
const facets = ['workloads', 'activities', 'assignments', 'parties'] as const
const call = { signal: new AbortController().signal }

let backend: Catalogue
let proxy: Proxy
beforeAll(async () => {
  proxy = await startProxy()
  backend = await catalogue(entities)
})
afterAll(async () => {
  await backend.stop()
  await proxy.stop()
})

const opened = (path: string, later: () => number): Source =>
  openBackstage(
    { url: `${proxy.url}${path}` },
    { id: 'backstage', title: '', base: proxy.url, now: () => Date.now() + later() },
    remoteEngine(hosted(createEngine('backstage')), 'backstage'),
  )

let made = 0

function make(part: Holdings): Promise<Harness> {
  const path = `/h${(made += 1)}`
  let later = 0
  let shown = [...part.workloads, ...part.parties].map(({ id }) => id)
  // One backend for all: the proxy of a harness asks for its part only.
  const rewrite = (asked: string) => {
    const only = shown.map((id) => `metadata.labels.known=${labelOf(id)}`).join()
    return asked.replace(/(?<=[?&]filter=)[^&]*/, (filter) => `${filter}${encodeURIComponent(`,${only}`)}`)
  }
  proxy.route(path, { to: backend.url, headers: authorization, rewrite })
  const source = opened(path, () => later)
  return Promise.resolve({
    source,
    offers: { facets, watched: facets, summaries: false, commands: [] },
    now: () => instant(Date.now() + later + 1000),
    faults: failingBy(proxy, path),
    // What it may see becomes less: the catalogue itself takes seconds to notice a change, which is tested below.
    change: async () => {
      const look = async () => {
        for (const facet of facets) await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      shown = shown.slice(1)
      later += 180_000
      await look()
    },
    partial: { cannot: 'The catalogue answers with a whole page or with an error' },
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('Backstage catalogue 3.8.2 through a proxy', tellable(world), make)

describe('Backstage catalogue 3.8.2', { concurrent: false }, () => {
  it('is asked again after a while, and tells what was changed in its files and who is no longer there', async () => {
    let later = 0
    proxy.route('/changing', { to: backend.url, headers: authorization })
    const source = opened('/changing', () => later)
    const look = async () => {
      const workload = await source.readers.workloads?.list({ ids: ['checkout-api'] }, { limit: 1 }, call)
      const accountable = { activities: ['checkout-api/maintain'], roles: ['A' as const] }
      const owners = await source.readers.assignments?.list(accountable, { limit: 9 }, call)
      return [workload?.items[0]?.name, owners?.items.map(({ party, placeholder }) => party ?? `no ${placeholder}`)]
    }
    const [name, owners] = await look()
    const owner = String(owners)
    expect(owner).toMatch(/^team:/)
    await backend.load(
      entities.flatMap((each) => {
        const { kind, metadata } = each
        if (kind === 'Group' && metadata.name === owner.slice('team:'.length)) return []
        return [metadata.name === 'checkout-api' ? { ...each, metadata: { ...metadata, title: 'Till' } } : each]
      }),
    )
    expect(name).not.toBe('Till')
    later += 180_000
    await expect.poll(look, { timeout: 30_000 }).toEqual(['Till', [`no group:default/${owner.slice('team:'.length)}`]])
    source.close()
  })

  it('is told apart from one that wants a token and was given none', async () => {
    proxy.route('/without', { to: backend.url })
    const source = opened('/without', () => 0)
    const refused = source.readers.parties?.list({}, { limit: 1 }, call)
    await expect(refused).rejects.toMatchObject({
      fault: 'unauthenticated',
      message: expect.stringContaining('Missing credentials') as string,
    })
    source.close()
  })
})
