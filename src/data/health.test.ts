import { describe, expect, it } from 'vitest'
import { instant } from '../domain/units'
import { type Caveat, SourceError } from '../sources/contract'
import { freshness, HealthBoard, interval } from './health'

const at = (intervals: number) => instant(intervals * interval)
const heard = (intervals: number, caveats: readonly Caveat[] = []) => ({ asOf: at(intervals), caveats })
const gone = new SourceError('unreachable', 'a', 'gone')

describe('freshness', () => {
  const board = () => {
    const made = new HealthBoard()
    made.answered('a', 'q', at(0), heard(0))
    return made
  }
  const of = (made: HealthBoard) => made.read().get('a')!

  it.each([
    [1.9, 'fresh'],
    [2, 'ageing'],
    [3.9, 'ageing'],
    [4, 'stale'],
    [400, 'stale'],
  ])('goes by when the source last answered: after %d intervals it is %s', (age, expected) => {
    expect(freshness(of(board()), false, at(age))).toBe(expected)
  })

  it('is not fresh once it has failed, and is again with the next answer', () => {
    const made = board()
    made.failed('a', 'q', at(0), gone)
    expect(freshness(of(made), false, at(0))).toBe('ageing')
    made.answered('a', 'q', at(0), heard(0))
    expect(freshness(of(made), false, at(0))).toBe('fresh')
  })

  it('is dead when it fails and never answered, unknown when nothing came yet', () => {
    const made = new HealthBoard()
    made.gathering('a', { done: 1, what: 'rows' })
    expect(freshness(of(made), false, at(0))).toBe('unknown')
    made.failed('a', 'q', at(0), gone)
    expect(freshness(of(made), false, at(0))).toBe('dead')
  })

  it('is judged by what the source tells of, too: an answer of now about yesterday is not fresh', () => {
    const made = new HealthBoard()
    made.answered('a', 'q', at(100), heard(0))
    expect(freshness(of(made), false, at(100))).toBe('stale')
  })

  it('goes by the backend’s clock where that is off', () => {
    const made = new HealthBoard()
    made.answered('a', 'q', at(100), { ...heard(0), clockOffset: -100 * interval })
    expect(freshness(of(made), false, at(100))).toBe('fresh')
  })

  it('never calls a snapshot live', () => {
    expect(freshness(of(board()), true, at(0))).toBe('snapshot')
    expect(freshness(of(board()), true, at(400))).toBe('snapshot')
  })
})

describe('HealthBoard', () => {
  it('keeps the error until the next good answer, and counts failures', () => {
    const board = new HealthBoard()
    board.answered('a', 'q', at(0), heard(0))
    board.failed('a', 'q', at(0), gone)
    board.failed('a', 'q', at(0), gone)
    expect(board.read().get('a')).toMatchObject({ failures: 2, error: gone, answeredAt: at(0) })
    board.answered('a', 'q', at(1), heard(1))
    expect(board.read().get('a')).toMatchObject({ failures: 0, answeredAt: at(1) })
    expect(board.read().get('a')?.error).toBeUndefined()
  })

  it('keeps the error of one question while another is answered, until nobody asks it any more', () => {
    const board = new HealthBoard()
    board.failed('a', 'workloads', at(0), gone)
    board.answered('a', 'incidents', at(1), heard(1))
    expect(board.read().get('a')?.error).toBe(gone)
    board.answered('a', 'incidents', at(6), heard(6))
    expect(board.read().get('a')?.error).toBeUndefined()
  })

  it('drops a caveat with the next answer to its question, and a live source’s that is not asked for any more', () => {
    const partial = { kind: 'partial', text: 'half' } as const
    const inferred = { kind: 'inferred', text: 'guessed' } as const
    const board = new HealthBoard()
    board.answered('a', 'incidents', at(0), heard(0, [partial]))
    board.answered('a', 'workloads', at(0), heard(0, [partial, inferred]))
    expect(board.read().get('a')?.caveats).toEqual([partial, inferred])
    board.answered('a', 'workloads', at(1), heard(1))
    expect(board.read().get('a')?.caveats).toEqual([partial])
    board.answered('a', 'workloads', at(7), heard(7))
    expect(board.read().get('a')?.caveats).toEqual([])
  })

  it('forgives what failed while nothing answered once the source is back, asked again or not', () => {
    const board = new HealthBoard()
    board.failed('a', 'of a scene that is gone', at(0), gone)
    board.answered('a', 'incidents', at(1), heard(1))
    expect(freshness(board.read().get('a')!, false, at(1))).toBe('ageing')
    board.answered('a', 'incidents', at(1), { ...heard(1), isBack: true })
    expect(freshness(board.read().get('a')!, false, at(1))).toBe('fresh')
  })

  it('keeps what a copy said once', () => {
    const inferred = { kind: 'inferred', text: 'guessed' } as const
    const board = new HealthBoard()
    board.answered('a', 'incidents', at(0), { ...heard(0, [inferred]), lasting: true })
    board.answered('a', 'workloads', at(70), { ...heard(0), lasting: true })
    expect(board.read().get('a')?.caveats).toEqual([inferred])
  })

  it('takes no time from an answer that carries none', () => {
    const board = new HealthBoard()
    board.answered('a', 'incidents', at(100), heard(0))
    board.answered('a', 'one incident', at(101), { caveats: [] })
    expect(board.read().get('a')).toMatchObject({ asOf: at(0), answeredAt: at(101) })
  })

  it('tells its listeners with a new picture each time, until they stop', () => {
    const board = new HealthBoard()
    const seen: unknown[] = []
    const stop = board.subscribe(() => seen.push(board.read()))
    board.failed('a', 'q', at(0), gone)
    board.answered('a', 'q', at(0), heard(0))
    stop()
    board.failed('a', 'q', at(0), gone)
    expect(seen.length).toBe(2)
    expect(seen[0]).not.toBe(seen[1])
  })
})
