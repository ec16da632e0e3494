import { expect, it } from 'vitest'
import { emptyDistribution } from '../../../../domain/distribution'
import { pairsOf } from './pairs'

const cell = (a: string, b: string, count: number) => ({
  bucket: '',
  key: [a, b],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})

it('tells each pair once, against what chance would give', () => {
  const cells = [cell('a', 'a', 10), cell('b', 'b', 8), cell('a', 'b', 6), cell('b', 'a', 6), cell('', '', 4)]
  expect(pairsOf({ cells }, 20)).toEqual([{ values: ['a', 'b'], count: 6, expected: 4 }])
})

it('leaves out pairs that met hardly ever', () => {
  expect(pairsOf({ cells: [cell('a', 'a', 5), cell('b', 'b', 5), cell('a', 'b', 2)] }, 10)).toEqual([])
})

it('leaves out pairs that met no more often than by chance', () => {
  expect(pairsOf({ cells: [cell('a', 'a', 10), cell('b', 'b', 10), cell('a', 'b', 5)] }, 20)).toEqual([])
})
