import { describe, expect, it } from 'vitest'
import { emptyDistribution } from '../../../domain/distribution'
import type { Measured } from './figures'
import { type AnswerOf, percentText, shareFigure } from './shares'

const answerOf: AnswerOf = ([key]) => (key === 'yes' || key === 'no' ? key : 'out')
const words = { label: 'Mended', of: 'looked at', out: 'unknown', unrecorded: 'nobody says', better: 'more' as const }
const measured = (counts: Readonly<Record<string, number>>): Measured => ({
  periods: [],
  whole: [],
  summary: {
    cells: Object.entries(counts).map(([key, count]) => {
      return {
        bucket: '',
        key: [key],
        count,
        closed: emptyDistribution,
        open: emptyDistribution,
        missing: 0,
        faults: 0,
      }
    }),
  },
})

describe('shareFigure', () => {
  it('leaves out and counts those of which nothing is known', () => {
    expect(shareFigure(words, measured({ yes: 3, no: 9, '': 7 }), undefined, answerOf)).toEqual({
      label: 'Mended',
      value: '25\u00a0%',
      basis: ['3 of 12 looked at', 'left out: 7 unknown'],
      exact: { value: 0.25, unit: 'share', n: 12, leftOut: 7 },
    })
  })

  it('is not available, never zero, where nothing is known', () => {
    expect(shareFigure(words, measured({ '': 7 }), undefined, answerOf)).toMatchObject({
      value: 'not available',
      basis: ['nobody says', 'left out: 7 unknown'],
    })
  })
})

describe('percentText', () => {
  it('never reads as none or as all', () => {
    expect(percentText({ count: 1, of: 1000 })).toBe('0.1\u00a0%')
    expect(percentText({ count: 0, of: 10 })).toBe('0\u00a0%')
  })
})

it('does not take what nobody records for what was not done', () => {
  const cell = (word: string, count: number) => ({
    bucket: '',
    key: [word],
    count,
    closed: emptyDistribution,
    open: emptyDistribution,
    missing: 0,
    faults: 0,
  })
  const told = (...cells: ReturnType<typeof cell>[]) =>
    shareFigure(
      {
        label: 'Reviews done on time',
        of: 'due',
        out: 'not due',
        unrecorded: 'none is recorded',
        better: 'more',
        shows: ([word]) => word === 'held',
      },
      { summary: { cells }, periods: [], whole: [] },
      undefined,
      ([word]) => (word === 'held' ? 'yes' : 'no'),
    ).value
  expect(told(cell('overdue', 163))).toBe('not available')
  expect(told(cell('overdue', 1), cell('held', 1))).toBe('50\u00a0%')
})
