import { emptyDistribution } from '../../../src/domain/distribution'
import { cells, summaries, type Wrong } from './mutations'

export const inSummaries: readonly Wrong[] = [
  {
    name: 'leaves the open ones out of its durations',
    caught: /^summaries: time to resolve, with the open ones counted/,
    harness: cells((cell) => ({ ...cell, open: emptyDistribution })),
  },
  {
    name: 'counts only the first page',
    caught: /^summaries: all in one/,
    harness: cells((cell) => ({ ...cell, count: Math.min(cell.count, 20) })),
  },
  {
    name: 'buckets in UTC, whatever zone is asked for',
    caught: /^summaries: each day in America\/Santiago/,
    harness: summaries(
      (answer) => answer,
      (question) => ({ ...question, zone: 'UTC' }),
    ),
  },
  {
    name: 'counts all, whatever the query',
    caught: /^summaries: of one team/,
    harness: summaries(
      (answer) => answer,
      (question) => ({ ...question, query: {} }),
    ),
  },
  {
    name: 'takes a duration that is not recorded for zero',
    caught: /^summaries: time to mitigate, with the open ones counted/,
    harness: cells((cell) =>
      cell.closed.kind === 'exact'
        ? {
            ...cell,
            missing: 0,
            closed: { kind: 'exact', values: [...Array<number>(cell.missing).fill(0), ...cell.closed.values] },
          }
        : cell,
    ),
  },
]
