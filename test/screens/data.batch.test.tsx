import { QueryClient } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { type BatchIntent, type Clock, DataProvider, useBatch } from '../../src/data'
import { instant } from '../../src/domain/units'
import { type Fault, type Source, SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { anActivity } from '../tools/records'

const clock: Clock = { now: () => instant(1_000_000), subscribe: () => () => {} }
const ids = Array.from({ length: 12 }, (_, index) => `activity-${index}`)
const intents: readonly BatchIntent[] = ids.map((id) => ({ id, command: { kind: 'mark-reviewed', activity: id } }))

/** A source that fails certain activities, and remembers under which keys it was asked. */
function setup() {
  const source = memorySource({ activities: ids.map((id) => anActivity({ id })) })
  const faults = new Map<string, Fault>()
  const keys: string[] = []
  const lossy: Source = {
    ...source,
    commands: {
      takes: source.commands?.takes ?? [],
      send: (envelope, call) => {
        keys.push(envelope.key)
        const activity = 'activity' in envelope.command ? (envelope.command.activity ?? '') : ''
        const fault = faults.get(activity)
        if (fault) throw new SourceError(fault, source.id, `${fault}: ${activity}`)
        return source.commands?.send(envelope, call) ?? Promise.reject(new Error('read-only'))
      },
    },
  }
  const client = new QueryClient()
  const sources = [{ id: source.id, title: source.id, type: 'memory', source: lossy }]
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DataProvider sources={sources} clock={clock} client={client} actor="Ada">
      {children}
    </DataProvider>
  )
  const { result } = renderHook(() => useBatch(), { wrapper })
  const settled = () => waitFor(() => expect(result.current.progress?.pending).toBe(false))
  return { source, faults, keys, result, settled }
}

it('sends all, each once, and says how far it came', async () => {
  const { source, result, settled } = setup()
  act(() => result.current.run(intents))
  expect(result.current.pending).toBe(true)
  await settled()
  expect(result.current.progress?.done.toSorted()).toEqual(ids.toSorted())
  expect(result.current.progress?.total).toBe(12)
  expect(new Set(source.sent.map(({ key }) => key)).size).toBe(12)
})

it('does what it can, and sends again only what failed, under the same key unless it was refused', async () => {
  const { source, faults, keys, result, settled } = setup()
  faults.set('activity-3', 'timeout')
  faults.set('activity-7', 'forbidden')
  act(() => result.current.run(intents.map((intent) => ({ ...intent, key: `key of ${intent.id}` }))))
  await settled()
  expect(result.current.failed.map(({ intent, error }) => `${intent.id} ${error.message}`).toSorted()).toEqual([
    'activity-3 timeout: activity-3',
    'activity-7 forbidden: activity-7',
  ])
  faults.clear()
  keys.length = 0
  act(() => result.current.again())
  await settled()
  expect(keys).toHaveLength(2)
  expect(keys).toContain('key of activity-3')
  expect(keys).not.toContain('key of activity-7')
  expect(result.current.failed).toEqual([])
  expect(source.sent).toHaveLength(12)
})

it('takes for done what turns out to have been carried out after all', async () => {
  const { faults, keys, result, settled } = setup()
  faults.set('activity-3', 'timeout')
  act(() => result.current.run(intents))
  await settled()
  expect(result.current.failed).toHaveLength(1)
  keys.length = 0
  act(() => result.current.again([]))
  await waitFor(() => expect(result.current.progress).toMatchObject({ total: 12, pending: false }))
  expect(result.current.failed).toEqual([])
  expect(keys).toEqual([])
})

it('can be stopped: what was not sent yet counts as failed', async () => {
  const { source, result, settled } = setup()
  act(() => {
    result.current.run(intents)
    result.current.stop()
  })
  await settled()
  expect(result.current.failed.length).toBeGreaterThan(0)
  expect(result.current.failed.length + source.sent.length).toBe(12)
  act(() => result.current.dismiss())
  expect(result.current.progress).toBeUndefined()
})
