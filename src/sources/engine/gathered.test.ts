import { describe, expect, it } from 'vitest'
import type { Workload } from '../../domain/ownership'
import { instant } from '../../domain/units'
import { contractVersion, type Page, type Progress, type Source, SourceError } from '../contract'
import { createEngine } from './engine'
import { gathered, type GatherOptions } from './gathered'
import { hosted } from './host'
import { remoteEngine } from './remote'

const call = { signal: new AbortController().signal }
const workload = (id: string): Workload => ({ id, name: id, tags: [] })
const wanted = { limit: 10 }

/** A backend of one facet that can only list, two records a page. */
function backend(ids: string[]) {
  const watchers = new Set<() => void>()
  const state = { ids, broken: false, lists: 0, asOf: 1_000, watchers, held: undefined as Promise<void> | undefined }
  const source: Source = {
    contract: contractVersion,
    id: 'plain',
    title: 'Plain',
    readers: {
      workloads: {
        list: async (_query, { cursor }): Promise<Page<Workload>> => {
          if (cursor === undefined) state.lists += 1
          await state.held
          if (state.broken) throw new SourceError('unreachable', 'plain', 'plain is gone')
          const from = Number(cursor ?? 0)
          return {
            items: state.ids.slice(from, from + 2).map(workload),
            total: state.ids.length,
            asOf: instant(state.asOf),
            caveats: [{ kind: 'inferred', text: 'guessed' }],
            ...(from + 2 < state.ids.length && { cursor: String(from + 2) }),
          }
        },
        get: async (id) => (state.ids.includes(id) ? workload(id) : undefined),
        watch: (changed) => {
          watchers.add(changed)
          return () => watchers.delete(changed)
        },
      },
    },
    close: () => {},
  }
  return { state, source }
}

function over(ids: string[], options: Partial<GatherOptions> = {}) {
  const { state, source } = backend(ids)
  const whole = gathered(source, remoteEngine(hosted(createEngine('plain')), 'plain'), {
    now: () => 0,
    pageSize: 2,
    ...options,
  })
  const { workloads } = whole.readers
  if (!workloads) throw new Error('The reader of workloads is lost.')
  const read = async () => (await workloads.list({}, wanted, call)).items.map(({ id }) => id)
  /** The next time the reader says that something changed. */
  const told = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const stop = workloads.watch?.(() => {
      stop?.()
      resolve()
    })
    return promise
  }
  return { state, whole, workloads, read, told }
}

describe('gathered', () => {
  it('offers the facets of the source beneath and no others, and summaries for incidents only', () => {
    const { whole, workloads } = over(['a'])
    expect(Object.keys(whole.readers)).toEqual(['workloads'])
    expect(workloads).not.toHaveProperty('summarise')
  })

  it('gathers once for many questions at a time, and passes on when it was true and what to know', async () => {
    const { state, workloads, read } = over(['c', 'a', 'b'])
    expect(await Promise.all([read(), read(), read()])).toEqual(Array(3).fill(['a', 'b', 'c']))
    expect(await workloads.list({ ids: ['b'] }, wanted, call)).toEqual({
      items: [workload('b')],
      total: 1,
      asOf: 1_000,
      caveats: [{ kind: 'inferred', text: 'guessed' }],
    })
    expect(state.lists).toBe(1)
  })

  it('tells how far it has come, and that it is done', async () => {
    const { whole, read } = over(['a', 'b', 'c'])
    const told: (Progress | undefined)[] = []
    const stop = whole.progress?.((progress) => told.push(progress))
    await read()
    expect(told).toEqual([
      { done: 2, total: 3, what: 'workloads' },
      { done: 3, total: 3, what: 'workloads' },
      undefined,
    ])
    stop?.()
  })

  it('gathers anew on a change, forgets what is gone, and then says so', async () => {
    const { state, read, told } = over(['a', 'b', 'c'])
    await read()
    const changed = told()
    state.ids = ['b', 'd']
    for (const watcher of state.watchers) watcher()
    await changed
    expect(await read()).toEqual(['b', 'd'])
  })

  it('reads again what a command changed, and drops what it took away', async () => {
    const { state, source } = backend(['a', 'b'])
    const commands = {
      takes: ['mark-reviewed'] as const,
      send: async () => {
        state.ids = ['b', 'c']
        return { changed: { workloads: ['a', 'c'] } }
      },
    }
    const engine = remoteEngine(hosted(createEngine('plain')), 'plain')
    const whole = gathered({ ...source, commands }, engine, { now: () => 0 })
    const read = async () => (await whole.readers.workloads?.list({}, wanted, call))?.items.map(({ id }) => id)
    expect(await read()).toEqual(['a', 'b'])
    const command = { kind: 'mark-reviewed', activity: 'x' } as const
    await whole.commands?.send({ key: 'k', actor: 'Ada', at: instant(1), command }, call)
    expect(await read()).toEqual(['b', 'c'])
    expect(state.lists).toBe(1)
  })

  it('gathers once more for a change that comes while it gathers', async () => {
    const { state, read, told } = over(['a'])
    await read()
    const { promise, resolve } = Promise.withResolvers<void>()
    state.held = promise
    const changed = told()
    const [watcher] = state.watchers
    watcher?.()
    watcher?.()
    resolve()
    await changed
    expect(state.lists).toBeGreaterThanOrEqual(2)
    await read()
    expect(state.lists).toBe(3)
  })

  it('renews what is old behind the answer, and says when that is done', async () => {
    let now = 0
    const { state, read, told } = over(['a'], { now: () => now, renewAfter: 100 })
    await read()
    state.ids = ['a', 'b']
    now = 100
    expect(await read()).toEqual(['a'])
    expect(state.lists).toBe(1)
    now = 101
    const changed = told()
    await read()
    await changed
    expect(await read()).toEqual(['a', 'b'])
  })

  it('tries again after a failure, and keeps what it has when a renewal fails', async () => {
    const { state, read } = over(['a'])
    state.broken = true
    await expect(read()).rejects.toMatchObject({ fault: 'unreachable', source: 'plain' })
    state.broken = false
    expect(await read()).toEqual(['a'])
    state.broken = true
    for (const watcher of state.watchers) watcher()
    expect(await read()).toEqual(['a'])
  })

  it('goes on gathering for the others when one call is called off', async () => {
    const { workloads, read } = over(['a', 'b', 'c'])
    const flying = new AbortController()
    const first = workloads.list({}, wanted, flying)
    const second = read()
    flying.abort()
    await expect(first).rejects.toMatchObject({ fault: 'aborted' })
    expect(await second).toEqual(['a', 'b', 'c'])
  })

  it('rejects what is under way with aborted when it is closed', async () => {
    const { state, whole, read } = over(['a'])
    state.held = new Promise(() => {})
    const reading = read()
    whole.close()
    await expect(reading).rejects.toMatchObject({ fault: 'aborted' })
  })
})
