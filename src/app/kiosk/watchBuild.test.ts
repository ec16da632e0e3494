import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Instant } from '../../domain/units'
import { tickingClock } from '../clock'
import { type News, type Renewing, watchBuild } from './watchBuild'

const start = Date.UTC(2026, 10, 20, 9, 42, 17)
beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(() => void vi.useRealTimers())

const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * 60_000)
const at = (hours: number, minutes: number) => Date.UTC(2026, 10, 20, hours, minutes) as Instant

function watching(more: Partial<Renewing> = {}) {
  const state = { build: 'a', hinder: undefined as string | undefined, looks: 0 }
  const gone: string[] = []
  const told: (News | undefined)[] = []
  const { check, stop } = watchBuild({
    clock: tickingClock(),
    random: () => 0.5,
    own: 'a',
    look: () => {
      state.looks += 1
      return Promise.resolve(state.build)
    },
    triedFor: () => gone.at(-1),
    hinder: () => state.hinder,
    go: (build) => Promise.resolve(void gone.push(build)),
    tell: (news) => void told.push(news),
    ...more,
  })
  return { state, gone, told, check, stop }
}

describe('a display and new builds', () => {
  it('looks every few minutes and says nothing while there is none', async () => {
    const { state, gone, told } = watching()
    await pass(60)
    expect(state.looks).toBeGreaterThan(12)
    expect(state.looks).toBeLessThan(18)
    expect(gone).toEqual([])
    expect(told.filter((news) => news !== undefined)).toEqual([])
  })

  it('tells the minute at which it goes over, and goes then', async () => {
    const { state, gone, told, check } = watching()
    state.build = 'b'
    check()
    await pass(0.5)
    expect(told.at(-1)).toEqual({ kind: 'at', at: at(9, 44) })
    await pass(0.9)
    expect(gone).toEqual([])
    await pass(0.6)
    expect(gone).toEqual(['b'])
  })

  it('waits for what stands against it, and tells anew when it will be', async () => {
    const { state, gone, told, check } = watching()
    state.build = 'b'
    state.hinder = 'every SEV1 is acknowledged'
    check()
    await pass(30)
    expect(gone).toEqual([])
    expect(told.at(-1)).toEqual({ kind: 'once', hinder: 'every SEV1 is acknowledged' })
    state.hinder = undefined
    await pass(0.2)
    expect(told.at(-1)?.kind).toBe('at')
    expect(gone).toEqual([])
    await pass(3)
    expect(gone[0]).toBe('b')
  })

  it('never goes over to the same build twice: where the old one came, it says so and stays', async () => {
    const { state, gone, told, check } = watching({ triedFor: () => 'b' })
    state.build = 'b'
    check()
    await pass(120)
    expect(gone).toEqual([])
    expect(told).toContainEqual({ kind: 'old came' })
  })

  it('tries again later where the new page is not whole yet, a minute apart at least', async () => {
    let tries = 0
    const { state, check } = watching({ go: () => ((tries += 1), Promise.reject(new Error('half deployed'))) })
    state.build = 'b'
    check()
    await pass(12)
    expect(tries).toBeGreaterThan(2)
    expect(tries).toBeLessThanOrEqual(11)
  })

  it('takes it back where the new build is gone again, and stays with its own where nobody tells', async () => {
    const { state, gone, told, check } = watching()
    state.build = 'b'
    check()
    await pass(0.2)
    state.build = 'a'
    check()
    await pass(10)
    expect(told.at(-1)).toBeUndefined()
    expect(gone).toEqual([])
    const silent = watching({ look: () => Promise.reject(new Error('503')) })
    await pass(30)
    expect([silent.told, silent.gone]).toEqual([[], []])
  })
})
