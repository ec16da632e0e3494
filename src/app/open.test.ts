import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConfiguredSource } from '../data'
import { type Source, SourceError } from '../sources/contract'
import type { SourceType } from '../sources/catalogue'
import type { SourceConfig } from './config/read'
import { closeAll, openAll } from './open'

const closed: string[] = []
const source = (id: string, title: string, contract = 1): Source =>
  ({ contract, id, title, readers: {}, close: () => void closed.push(id) }) as Source

const type = (name: string, open: SourceType['open']): SourceType => ({
  type: name,
  title: name,
  summary: '',
  options: {},
  open,
})
const types = [
  type('good', (_options, { id, title }) => Promise.resolve(source(id, title))),
  type('bad', () => Promise.reject(new Error('the door is shut'))),
  type('old', (_options, { id, title }) => Promise.resolve(source(id, title, 0))),
]
const never = new AbortController().signal
const opening = { types, base: 'http://localhost/', now: () => 0, signal: never, random: () => 0.5 }
const config = (id: string, of: string): SourceConfig => ({ id, title: id.toUpperCase(), type: of, options: {} })

async function opened(...configs: readonly ReturnType<typeof config>[]): Promise<readonly ConfiguredSource[]> {
  let last: readonly ConfiguredSource[] = []
  await openAll(configs, opening, (sources) => {
    last = sources
  })
  return last
}

describe('openAll', () => {
  it('keeps the order of belief and opens the rest when one fails', async () => {
    const all = await opened(config('a', 'bad'), config('b', 'good'), config('c', 'unheard'), config('d', 'old'))
    expect(all.map(({ id, refused }) => [id, refused])).toEqual([
      ['a', 'the door is shut'],
      ['b', undefined],
      ['c', '“unheard” is no known type of source.'],
      ['d', 'It speaks version 0 of the contract, not the one of this Watchbill.'],
    ])
    expect(all[1]?.source?.title).toBe('B')
    expect(closed.splice(0)).toEqual(['d'])
  })
  it('refuses a source that does not tell what is wanted of it, and says what to take out', async () => {
    const [source] = await opened({ ...config('a', 'good'), only: { facets: ['events'] } })
    expect(source?.refused).toBe('It does not tell events: take that out of “only.facets”.')
    expect(closed.splice(0)).toEqual(['a'])
  })
  it('closes what was opened', async () => {
    closeAll(await opened(config('a', 'bad'), config('b', 'good')))
    expect(closed.at(-1)).toBe('b')
  })
})

describe('a source that is refused', () => {
  const failing = (fault: 'unreachable' | 'unsupported' | 'unauthenticated', times: number) => {
    let attempts = 0
    const of = type('flaky', (_options, { id, title }) =>
      ++attempts > times ? Promise.resolve(source(id, title)) : Promise.reject(new SourceError(fault, id, fault)),
    )
    return { of, attempts: () => attempts }
  }
  async function open({ of }: ReturnType<typeof failing>, signal = never) {
    const seen: ConfiguredSource[] = []
    await openAll([config('a', 'flaky')], { ...opening, types: [of], signal }, ([only]) => {
      if (only) seen.push(only)
    })
    return seen
  }
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is opened again by itself, after longer and longer pauses', async () => {
    const flaky = failing('unreachable', 3)
    const seen = await open(flaky)
    expect(seen.at(-1)).toMatchObject({ refused: 'unreachable', fault: 'unreachable' })
    await vi.advanceTimersByTimeAsync(1_000 + 2_000)
    expect(flaky.attempts()).toBe(3)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(seen.at(-1)?.source?.id).toBe('a')
    expect(seen.at(-1)?.refused).toBeUndefined()
  })

  it('is left alone where that cannot help, until a person asks', async () => {
    const flaky = failing('unsupported', 1)
    const seen = await open(flaky)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(flaky.attempts()).toBe(1)
    seen.at(-1)?.reopen?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen.at(-1)?.source?.id).toBe('a')
  })

  it('is opened again once somebody has signed in, and asked no more than twice a minute until then', async () => {
    const flaky = failing('unauthenticated', 9)
    const seen = await open(flaky)
    await vi.advanceTimersByTimeAsync(4 * 60_000)
    expect(flaky.attempts()).toBe(9)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(seen.at(-1)?.source?.id).toBe('a')
  })

  it('is given up when the app lets go of it', async () => {
    const leaving = new AbortController()
    const flaky = failing('unreachable', 9)
    await open(flaky, leaving.signal)
    leaving.abort()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(flaky.attempts()).toBe(1)
  })
})
