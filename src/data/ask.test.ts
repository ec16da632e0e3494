import { expect, it } from 'vitest'
import { memorySource } from '../../test/tools/memorySource'
import { anIncident } from '../../test/tools/records'
import { instant } from '../domain/units'
import type { Incident } from '../domain/incident'
import type { IncidentQuery } from '../domain/query/incident'
import { type PageRequest, type Reader, SourceError } from '../sources/contract'
import { ask, gather } from './ask'
import { Gate } from './gate'
import { HealthBoard } from './health'

const gone = new SourceError('aborted', 'memory', 'no longer wanted')
const answer = { asOf: instant(0), caveats: [] }

it('lets a question be asked anew at once where the probe of a pause is no longer wanted, and only one', async () => {
  const gate = new Gate(
    () => 0.5,
    () => undefined,
  )
  const clock = { now: () => instant(0), subscribe: () => () => undefined }
  const asking = { clock, health: new HealthBoard(), gate }
  const source = memorySource({})
  const asked = (signal: AbortSignal, read: () => Promise<typeof answer>) =>
    ask(asking, source, { kind: 'incidents list', question: '', signal }, read)
  const { signal } = new AbortController()
  const unreachable = new SourceError('unreachable', source.id, 'gone')
  await expect(asked(signal, () => Promise.reject(unreachable))).rejects.toBe(unreachable)
  gate.open(source.id)

  const first = new AbortController()
  const left = Promise.withResolvers<typeof answer>()
  const probe = asked(first.signal, () => left.promise)
  first.abort()
  const second = Promise.withResolvers<typeof answer>()
  const next = asked(signal, () => second.promise)
  left.reject(gone)
  await expect(probe).rejects.toBe(gone)
  await expect(asked(signal, () => Promise.resolve(answer))).rejects.toBe(unreachable)
  second.resolve(answer)
  await expect(next).resolves.toBe(answer)
})

const { signal } = new AbortController()

/** So many incidents, of which each page lacks the last, as where a shard does not answer. */
function lacking(count: number) {
  const asked: PageRequest[] = []
  const all = Array.from({ length: count }, (_each, index) => anIncident({ id: `I-${index}` }))
  const reader: Reader<Incident, IncidentQuery> = {
    get: () => Promise.resolve(undefined),
    list: (_query, page) => {
      asked.push(page)
      const from = Number(page.cursor ?? 0)
      const to = from + page.limit
      const items = all.slice(from, to).slice(0, -1)
      return Promise.resolve({ ...answer, items, ...(to < count && { cursor: String(to) }) })
    },
  }
  return { asked, reader }
}

it('asks twice where pages are shorter than they should be, not once for each record that lacks', async () => {
  const { asked, reader } = lacking(500)
  const { items, complete } = await gather<'incidents'>(reader, {}, 20, { signal })
  expect(asked).toEqual([{ limit: 20 }, { limit: 100, cursor: '20' }])
  expect(items.map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_each, index) => `I-${index < 19 ? index : 20}`),
  )
  expect(complete).toBe(false)
})

it('is whole where everything came, however long the last page', async () => {
  const { asked, reader } = lacking(30)
  const { items, complete } = await gather<'incidents'>(reader, {}, 30, { signal })
  expect(asked).toHaveLength(1)
  expect(items).toHaveLength(29)
  expect(complete).toBe(true)
})
