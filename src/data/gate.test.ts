import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SourceError } from '../sources/contract'
import { Gate, pauseAfter } from './gate'

const fault = (kind: SourceError['fault'], retryAfter?: number) =>
  new SourceError(kind, 'a', kind, retryAfter === undefined ? {} : { retryAfter })
const kinds = ['incidents list', 'workloads list', 'incidents summary', 'activities list', 'parties list']

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Requests that come through in so many seconds when every kind is asked each second and all fail. */
function through(
  seconds: number,
  error: SourceError,
  gate = new Gate(
    () => 0.5,
    () => undefined,
  ),
): number {
  let requests = 0
  for (let second = 0; second < seconds; second += 1) {
    for (const kind of kinds) {
      try {
        gate.enter('a', kind)
      } catch {
        continue
      }
      requests += 1
      gate.failed('a', kind, error)
    }
    vi.advanceTimersByTime(1000)
  }
  return requests
}

describe('pauseAfter', () => {
  it('doubles its ceiling up to 30 s, under full jitter', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 60].map((failures) => pauseAfter(failures, fault('unreachable'), () => 0.5))
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
    expect(pauseAfter(60, fault('unreachable'), () => 0)).toBe(0)
  })
  it('is as long as the backend wants, and longest where nothing heals by itself', () => {
    expect(pauseAfter(1, fault('rate-limited', 70_000), () => 0.5)).toBe(70_000)
    expect(pauseAfter(1, fault('forbidden'), () => 0)).toBe(30_000)
  })
})

describe('Gate', () => {
  it.each(['unauthenticated', 'forbidden', 'unsupported'] as const)(
    'asks a source that is %s twice a minute',
    (kind) => {
      const gate = new Gate(
        () => 0.5,
        () => undefined,
      )
      through(60, fault(kind), gate)
      expect(through(60, fault(kind), gate)).toBeLessThanOrEqual(3)
    },
  )

  it('lets one question find out that nobody is signed in', () => {
    expect(through(29, fault('unauthenticated'))).toBe(1)
  })

  it('waits as long as it is told to before anything is asked', () => {
    const gate = new Gate(
      () => 0,
      () => undefined,
    )
    gate.failed('a', 'incidents list', fault('rate-limited', 20_000))
    vi.advanceTimersByTime(19_000)
    expect(() => gate.enter('a', 'workloads list')).toThrow('rate-limited')
    vi.advanceTimersByTime(1_001)
    expect(() => gate.enter('a', 'workloads list')).not.toThrow()
    expect(() => gate.enter('a', 'incidents list')).toThrow('rate-limited')
  })

  it('lets what works work, whatever else is forbidden', () => {
    const gate = new Gate(
      () => 0.5,
      () => undefined,
    )
    gate.answered('a', 'incidents list')
    gate.failed('a', 'workloads list', fault('forbidden'))
    gate.failed('a', 'parties list', fault('forbidden'))
    expect(() => gate.enter('a', 'incidents list')).not.toThrow()
    expect(() => gate.enter('a', 'workloads list')).toThrow('forbidden')
  })

  it('tells of the end of a pause and of the first good answer after it, and shuts nothing any more', () => {
    const opened: string[] = []
    const gate = new Gate(
      () => 0.5,
      (source) => opened.push(source),
    )
    gate.failed('a', 'incidents list', fault('unauthenticated'))
    vi.advanceTimersByTime(29_999)
    expect(opened).toEqual([])
    vi.advanceTimersByTime(1)
    const ended = opened.length
    expect(ended).toBeGreaterThan(0)
    gate.enter('a', 'workloads list')
    expect(opened).toHaveLength(ended)
    gate.answered('a', 'workloads list')
    gate.answered('a', 'workloads list')
    expect(opened).toHaveLength(ended + 1)
    expect(() => gate.enter('a', 'incidents list')).not.toThrow()
  })

  it('counts questions that fail together as one failure', () => {
    const gate = new Gate(
      () => 0.999,
      () => undefined,
    )
    for (const kind of kinds) gate.failed('a', kind, fault('unreachable'))
    expect(gate.wait('a', 'incidents list')).toBeLessThan(3_000)
  })

  it('opens when a person wants it, once', () => {
    const gate = new Gate(
      () => 0.5,
      () => undefined,
    )
    gate.failed('a', 'incidents list', fault('unauthenticated'))
    gate.open('a')
    expect(() => gate.enter('a', 'incidents list')).not.toThrow()
    expect(() => gate.enter('a', 'incidents list')).toThrow('unauthenticated')
  })

  it('lets another question probe when the first is no longer wanted', () => {
    const gate = new Gate(
      () => 0.5,
      () => undefined,
    )
    gate.failed('a', 'incidents list', fault('unauthenticated'))
    gate.open('a')
    gate.enter('a', 'incidents list')
    gate.left('a', 'incidents list')
    expect(() => gate.enter('a', 'workloads list')).not.toThrow()
  })
})
