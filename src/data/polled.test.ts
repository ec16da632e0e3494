import { describe, expect, it } from 'vitest'
import { memorySource } from '../../test/tools/memorySource'
import { instant } from '../domain/units'
import { SourceError } from '../sources/contract'
import { Gate } from './gate'
import { HealthBoard, interval } from './health'
import { polled } from './polled'

interface Answer {
  readonly items: readonly { readonly id: string }[]
  readonly asOf: ReturnType<typeof instant>
  readonly caveats: readonly []
}
const answer = (length: number): Answer => ({
  items: Array.from({ length }, (_, index) => ({ id: String(index) })),
  asOf: instant(0),
  caveats: [],
})
const gate = new Gate(
  () => 0.5,
  () => undefined,
)
const clock = { now: () => instant(0), subscribe: () => () => undefined }

const looked = (seed: number, snapshot = false) =>
  polled({ clock, health: new HealthBoard(), gate, seed }, memorySource({}, { snapshot }), {
    kind: 'incidents list',
    key: ['incidents'],
    held: ({ items }: Answer) => items.length,
    follows: true,
    read: () => Promise.resolve(answer(1)),
  })
const state = { status: 'success', error: null, dataUpdateCount: 3 }

describe('polled', () => {
  it('asks at another moment in another browser, and at the same one however often it is drawn', () => {
    const [one, two] = [0.1, 0.6].map((seed) => looked(seed).refetchInterval({ state }))
    expect(one).not.toBe(two)
    expect(looked(0.1).refetchInterval({ state })).toBe(one)
    for (const every of [one, two]) expect(Math.abs(Number(every) - interval)).toBeLessThanOrEqual(interval / 4)
  })

  it('asks for a large answer every minute or so where the source tells of changes', () => {
    const every = looked(0.5).refetchInterval({ state: { ...state, data: answer(2_000) } })
    expect(Math.abs(Number(every) - 4 * interval)).toBeLessThanOrEqual(interval)
  })

  it('asks a copy again only where it could not be reached', () => {
    const failed = (fault: SourceError['fault']) => ({
      state: { ...state, status: 'error', error: new SourceError(fault, 'memory', fault) },
    })
    expect(looked(0, true).refetchInterval({ state })).toBe(false)
    expect(looked(0, true).refetchInterval(failed('bad-response'))).toBe(false)
    expect(looked(0, true).refetchInterval(failed('unreachable'))).toBeGreaterThan(0)
  })

  it('keeps small answers that say the same, and takes large ones as they come', () => {
    const { structuralSharing } = looked(0)
    const [small, large] = [answer(2), answer(2_000)]
    expect(structuralSharing(small, answer(2))).toBe(small)
    const next = answer(2_000)
    expect(structuralSharing(large, next)).toBe(next)
  })
})
