import { expect, it } from 'vitest'
import { emptyDistribution, fromValues } from '../../../../domain/distribution'
import { minute } from '../../../../domain/units'
import { compareGroups, differenceText, groupOf, medianText } from './spread'

const cell = (key: readonly string[], values: readonly number[]) => ({
  bucket: '',
  key,
  count: values.length + 1,
  closed: fromValues(values),
  open: emptyDistribution,
  missing: 1,
  faults: 0,
})
const lengths = (of: number, n = 20) => Array.from({ length: n }, (_, index) => (of + (index % 3)) * minute)
const cells = [
  cell(['0'], lengths(10)),
  cell(['1'], lengths(40)),
  cell(['2'], lengths(40)),
  cell(['9'], lengths(90, 2)),
]

it('adds up what a test takes, and says of how many the median is', () => {
  const group = groupOf({ cells }, ([times]) => Number(times) > 0)
  expect(group.count).toBe(45)
  expect(medianText(group)).toBe('median 41 min of 42')
  expect(medianText(groupOf({ cells }, () => false))).toBe('none measured')
})

it('tells a difference only with its interval', () => {
  const none = groupOf({ cells }, ([times]) => times === '0')
  const some = groupOf({ cells }, ([times]) => times === '1')
  expect(differenceText(compareGroups(none, some))).toMatch(/^\+30 min \(95 %: .+ to .+\), a real difference$/)
  expect(
    differenceText(
      compareGroups(
        none,
        groupOf({ cells }, ([times]) => times === '9'),
      ),
    ),
  ).toBe('too few to tell (20 and 2 measured; 10 of each needed)')
})
