import { expect, it } from 'vitest'
import { emptyDistribution } from '../../../../domain/distribution'
import type { SummaryCell } from '../../../../domain/summary'
import { instant } from '../../../../domain/units'
import { factorsOf } from './factors'

const cell = (bucket: string, factor: string, severity: string, count: number): SummaryCell => ({
  bucket,
  key: [factor, severity],
  count,
  closed: emptyDistribution,
  open: emptyDistribution,
  missing: 0,
  faults: 0,
})
const period = (label: string) => ({
  label,
  name: label,
  start: instant(0),
  end: instant(1),
  buckets: [label],
  partial: false,
})

it('tells how severe the incidents of a factor were and when, the most frequent first', () => {
  const cells = [
    cell('a', 'network', '3', 1),
    cell('a', 'release', '1', 2),
    cell('b', 'release', '1', 1),
    cell('b', 'release', '', 4),
    cell('b', '', '2', 9),
  ]
  const { named, silent } = factorsOf({ cells }, [period('a'), period('b')])
  expect(silent).toBe(9)
  expect(
    named.map(({ factor, count, counts, severities }) => [
      factor,
      count,
      counts,
      severities.map((each) => [each.label, each.count]),
    ]),
  ).toEqual([
    [
      'release',
      7,
      [2, 5],
      [
        ['SEV1', 3],
        ['Severity not known', 4],
      ],
    ],
    ['network', 1, [1, 0], [['SEV3', 1]]],
  ])
})
