import { expect, it } from 'vitest'
import type { Workload } from '../../src/domain/ownership'
import { instant } from '../../src/domain/units'
import { spawnEngine } from '../../src/sources/engine/spawn'
import { trustedWorkerUrl } from '../../src/sources/engine/trusted'

const call = { signal: new AbortController().signal }
const workload = (id: string): Workload => ({ id, name: id, tags: [] })

it('answers from a real worker, in its own thread', async () => {
  const engine = spawnEngine('own')
  await engine.put('workloads', [workload('b'), workload('a')], call)
  const page = await engine.list('workloads', {}, { limit: 1 }, call)
  expect(page).toMatchObject({ items: [workload('a')], total: 2 })
  expect(await engine.get('workloads', 'b', call)).toEqual(workload('b'))
  expect(await engine.search('a', 5, call)).toEqual([{ facet: 'workloads', id: 'a', title: 'a' }])
  const question = { query: {}, bucket: 'week', zone: 'Europe/Berlin', by: [], now: instant(5) } as const
  expect(await engine.summarise('incidents', question, call)).toEqual({ cells: [] })
  engine.close()
})

it('brings a refusal over with its fault, and calls off what is aborted or closed', async () => {
  const engine = spawnEngine('own')
  const refused = engine.list('workloads', {}, { limit: 1, cursor: 'x' }, call)
  await expect(refused).rejects.toMatchObject({ name: 'SourceError', fault: 'bad-response', source: 'own' })
  const flying = new AbortController()
  const listing = engine.list('workloads', {}, { limit: 1 }, flying)
  flying.abort()
  await expect(listing).rejects.toMatchObject({ fault: 'aborted', source: 'own' })
  const closing = engine.get('workloads', 'a', call)
  engine.close()
  await expect(closing).rejects.toMatchObject({ fault: 'aborted' })
})

it('trusts no script but our own workers', () => {
  for (const url of ['https://elsewhere.example/worker.js', '/other.js', 'data:text/javascript,0'])
    expect(() => trustedWorkerUrl(url)).toThrow(TypeError)
  expect(trustedWorkerUrl('/assets/worker-Ab_1.js')).toBeTruthy()
})
