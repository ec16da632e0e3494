import { QueryClient } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type Clock,
  DataProvider,
  isWhole,
  useCommand,
  useHealth,
  useRecord,
  useSearch,
  useSummary,
  useWindow,
} from '../../src/data'
import { type Id, instant } from '../../src/domain/units'
import type { Incident } from '../../src/domain/incident'
import { type Call, type Caveat, type Page, type PageRequest, SourceError } from '../../src/sources/contract'
import { type MemorySource, memorySource } from '../tools/memorySource'
import { anIncident, aWorkload } from '../tools/records'

const clock: Clock = { now: () => instant(1_000_000), subscribe: () => () => {} }
const everything = {}

function inside(...sources: readonly MemorySource[]) {
  const client = new QueryClient()
  const configured = sources.map((source) => ({ id: source.id, title: source.id, type: 'memory', source }))
  return {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DataProvider sources={configured} clock={clock} client={client} actor="Ada">
        {children}
      </DataProvider>
    ),
  }
}

const aside: Caveat = { kind: 'set-aside', text: '1 could not be read', count: 1 }
const partial: Caveat = { kind: 'partial', text: 'half' }
const gone = (source: string) => new SourceError('unreachable', source, 'gone')
const ids = (view: { items: readonly { id: Id }[] }) => view.items.map(({ id }) => id)

describe('useWindow', () => {
  it('says that no source offers a facet, instead of an empty list', () => {
    const { result } = renderHook(
      () => useWindow('workloads', everything, 10),
      inside(memorySource({}, { without: ['workloads'] })),
    )
    expect(result.current.state).toBe('absent')
  })

  it('merges what the sources say and knows the total', async () => {
    const one = memorySource({ workloads: [aWorkload('a'), aWorkload('c')] }, { id: 'one' })
    const two = memorySource({ workloads: [aWorkload('b')] }, { id: 'two' })
    const { result } = renderHook(() => useWindow('workloads', everything, 10), inside(one, two))
    expect(result.current.state).toBe('loading')
    await waitFor(() => expect(ids(result.current)).toEqual(['a', 'b', 'c']))
    expect(result.current.total).toBe(3)
  })

  it('shows what one source says while the other is dead, and names the fault', async () => {
    const one = memorySource({ workloads: [aWorkload('a')] }, { id: 'one' })
    const two = memorySource({}, { id: 'two' })
    two.fail(gone('two'))
    const { result } = renderHook(
      () => ({ view: useWindow('workloads', everything, 10), health: useHealth() }),
      inside(one, two),
    )
    await waitFor(() => expect(result.current.view.parts[1]?.error?.fault).toBe('unreachable'))
    expect(ids(result.current.view)).toEqual(['a'])
    expect(result.current.view.state).toBe('ready')
    expect(result.current.health.get('two')).toMatchObject({ failures: 1 })
    expect(result.current.health.get('one')?.error).toBeUndefined()
  })

  it('keeps the last good picture when a source dies afterwards', async () => {
    const source = memorySource({ workloads: [aWorkload('a')] })
    const { result } = renderHook(() => useWindow('workloads', everything, 10), inside(source))
    await waitFor(() => expect(result.current.state).toBe('ready'))
    source.fail(gone('memory'))
    act(() => result.current.retry())
    await waitFor(() => expect(result.current.parts[0]?.error?.fault).toBe('unreachable'))
    expect(ids(result.current)).toEqual(['a'])
    expect(result.current.state).toBe('ready')
  })

  it('is failed when nothing answered and everything failed, and recovers', async () => {
    const source = memorySource({ workloads: [aWorkload('a')] })
    source.fail(gone('memory'))
    const { result } = renderHook(() => useWindow('workloads', everything, 10), inside(source))
    await waitFor(() => expect(result.current.state).toBe('failed'))
    source.fail()
    act(() => result.current.retry())
    await waitFor(() => expect(result.current.state).toBe('ready'))
  })

  it('takes only as many as it is asked for, and says that there is more', async () => {
    const source = memorySource({ workloads: ['a', 'b', 'c'].map((id) => aWorkload(id)) })
    const { result } = renderHook(() => useWindow('workloads', everything, 2), inside(source))
    await waitFor(() => expect(ids(result.current)).toEqual(['a', 'b']))
    expect(result.current).toMatchObject({ complete: false, total: 3 })
  })
})

describe('useCommand', () => {
  const incident = anIncident({ id: 'INC-1' })
  const useBoth = () => ({ view: useRecord('incidents', 'INC-1'), command: useCommand() })
  const acknowledge = { command: { kind: 'set-state', incident: 'INC-1', to: 'acknowledged' }, version: '1' } as const

  it('shows the change at once and keeps it when the source agrees', async () => {
    const source = memorySource({ incidents: [incident] })
    const { result } = renderHook(useBoth, inside(source))
    await waitFor(() => expect(result.current.view.items.length).toBe(1))
    source.hang(true)
    act(() => result.current.command.send(acknowledge))
    await waitFor(() => expect(result.current.view.items[0]?.state).toBe('acknowledged'))
    expect(source.sent).toEqual([])
    source.hang(false)
    await waitFor(() => expect(result.current.command.pending).toBe(false))
    expect(source.sent[0]).toMatchObject({ actor: 'Ada', version: '1', at: 1_000_000 })
    expect(result.current.view.items[0]?.state).toBe('acknowledged')
  })

  it('rolls back with the reason when the source refuses, and sends the same intent again under the same key', async () => {
    const source = memorySource({ incidents: [incident] })
    const { result } = renderHook(useBoth, inside(source))
    await waitFor(() => expect(result.current.view.items.length).toBe(1))
    source.fail(new SourceError('forbidden', 'memory', 'not yours'))
    act(() => result.current.command.send(acknowledge))
    await waitFor(() => expect(result.current.command.error?.message).toBe('not yours'))
    expect(result.current.view.items[0]?.state).toBe('triggered')
    source.fail()
    act(() => result.current.command.again())
    await waitFor(() => expect(result.current.view.items[0]?.state).toBe('acknowledged'))
    expect(result.current.command.error).toBeUndefined()
  })

  it('says why nothing can be changed where every source is read-only', () => {
    const { result } = renderHook(() => useCommand(), inside(memorySource({}, { readOnly: true })))
    expect(result.current.whyNot('set-state')).toMatch(/read-only/i)
  })
})

describe('useSummary', () => {
  it('adds the answers of all sources up and names the one that is missing', async () => {
    const one = memorySource({ incidents: [anIncident({ id: 'INC-1' })] }, { id: 'one' })
    const two = memorySource(
      { incidents: [anIncident({ id: 'INC-2' }), anIncident({ id: 'INC-3', severity: 1 })] },
      { id: 'two' },
    )
    const dead = memorySource({}, { id: 'dead' })
    dead.fail(gone('dead'))
    const question = { query: {}, zone: 'UTC', by: ['severity'], now: instant(1_000_000) } as const
    const { result } = renderHook(() => useSummary(question), inside(one, two, dead))
    await waitFor(() => expect(result.current.missing.map(({ source }) => source)).toEqual(['dead']))
    await waitFor(() =>
      expect(result.current.summary.cells.map(({ key, count }) => [key[0], count])).toEqual([
        ['1', 1],
        ['3', 2],
      ]),
    )
    expect(result.current.state).toBe('ready')
  })
})

describe('useSearch', () => {
  it('finds records of any kind by any of their words, and nothing for nothing', async () => {
    const source = memorySource({
      incidents: [anIncident({ id: 'INC-1', title: 'Card payments failing' })],
      workloads: [aWorkload('cards')],
    })
    const { result, rerender } = renderHook(({ text }) => useSearch(text), {
      ...inside(source),
      initialProps: { text: '' },
    })
    expect(result.current.found).toEqual([])
    // A browser's word that it is offline is often wrong: whoever can be asked is asked.
    window.dispatchEvent(new Event('offline'))
    rerender({ text: 'card' })
    await waitFor(() => expect(result.current.found.map(({ id }) => id).toSorted()).toEqual(['INC-1', 'cards']))
    window.dispatchEvent(new Event('online'))
  })
})

describe('a source that fails for good', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const counting = (source: MemorySource) => {
    let asked = 0
    const facets = ['incidents', 'workloads', 'activities', 'assignments', 'parties'] as const
    for (const facet of facets) {
      const reader = source.readers[facet]
      if (!reader) continue
      const list = reader.list.bind(reader) as typeof reader.list
      Object.assign(reader, {
        list: (query: object, page: PageRequest, call: Call) => {
          asked += 1
          return list(query, page, call)
        },
      })
    }
    return () => asked
  }
  const useMany = () => [
    useWindow('incidents', everything, 10),
    useWindow('incidents', everything, 1),
    useWindow('workloads', everything, 10),
    useWindow('activities', everything, 10),
    useWindow('assignments', everything, 10),
    useWindow('parties', everything, 10),
  ]
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

  it.each(['unauthenticated', 'forbidden'] as const)(
    '%s: is asked 3 times a minute at most, and heals',
    async (kind) => {
      const source = memorySource({})
      source.fail(new SourceError(kind, 'memory', 'no'))
      const asked = counting(source)
      const { result } = renderHook(useMany, inside(source))
      await pass(60_000)
      const before = asked()
      await pass(120_000)
      expect(asked() - before).toBeLessThanOrEqual(6)
      expect(asked() - before).toBeGreaterThan(0)
      expect(result.current.map(({ state }) => state)).toEqual(result.current.map(() => 'failed'))
      source.fail()
      await pass(35_000)
      expect(result.current.map(({ state }) => state)).toEqual(result.current.map(() => 'ready'))
    },
  )

  it('is asked at once when a person tries again', async () => {
    const source = memorySource({})
    source.fail(new SourceError('unauthenticated', 'memory', 'no'))
    const { result } = renderHook(useMany, inside(source))
    await pass(1_000)
    source.fail()
    act(() => result.current[0]?.retry())
    await pass(10)
    expect(result.current.map(({ state }) => state)).toEqual(result.current.map(() => 'ready'))
  })
})

describe('gather', () => {
  it('says what every page said, is as old as the oldest, and promises no total over records set aside', async () => {
    const pages: readonly Page<Incident>[] = [
      { items: [anIncident({ id: 'a' })], cursor: '1', asOf: instant(5), caveats: [aside] },
      { items: [anIncident({ id: 'b' })], cursor: '2', total: 3, asOf: instant(3), caveats: [] },
      { items: [], total: 3, asOf: instant(9), caveats: [aside, partial] },
    ]
    const source = memorySource({})
    Object.assign(source.readers.incidents ?? {}, {
      list: (_query: unknown, { cursor = '0' }: PageRequest) => Promise.resolve(pages[Number(cursor)]),
    })
    const { result } = renderHook(() => useWindow('incidents', everything, 100), inside(source))
    await waitFor(() => expect(ids(result.current)).toEqual(['a', 'b']))
    expect(result.current.asOf).toBe(3)
    expect(result.current.parts[0]?.caveats).toEqual([aside, partial])
    expect(result.current.parts[0]?.total).toBeUndefined()
    expect(isWhole(result.current)).toBe(false)
  })
})

describe('a part that is missing', () => {
  it('makes the picture incomplete and its total unknown', async () => {
    const one = memorySource({ workloads: [aWorkload('a')] }, { id: 'one' })
    const two = memorySource({ workloads: [aWorkload('b')] }, { id: 'two' })
    const { result } = renderHook(() => useWindow('workloads', everything, 10), inside(one, two))
    await waitFor(() => expect(result.current.total).toBe(2))
    expect(isWhole(result.current)).toBe(true)
    two.fail(gone('two'))
    act(() => result.current.retry())
    await waitFor(() => expect(result.current.complete).toBe(false))
    expect(result.current.total).toBeUndefined()
    expect(ids(result.current)).toEqual(['a', 'b'])
    expect(isWhole(result.current)).toBe(false)
  })
})

describe('useRecord', () => {
  it('makes no old source young', async () => {
    const source = memorySource({ incidents: [anIncident({ id: 'INC-1' })] }, { asOf: 1_000 })
    const { result } = renderHook(
      () => ({
        list: useWindow('incidents', everything, 10),
        one: useRecord('incidents', 'INC-1'),
        health: useHealth(),
      }),
      inside(source),
    )
    await waitFor(() => expect(result.current.list.state).toBe('ready'))
    await waitFor(() => expect(result.current.one.items.length).toBe(1))
    expect(result.current.health.get('memory')?.asOf).toBe(1_000)
  })
})
