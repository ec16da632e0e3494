import { emptyDistribution } from '../../../src/domain/distribution'
import type { Within } from '../../../src/domain/dimension'
import type { EventWithin } from '../../../src/domain/eventDimension'
import type { Facet, Queries } from '../../../src/domain/query/facets'
import type { SummaryQuestion } from '../../../src/domain/summary'
import { cells, eventSummaries, queries, summaries, type Wrong } from './mutations'

const asUtc = (question: SummaryQuestion): SummaryQuestion => ({ ...question, zone: 'UTC' })
const unlocked = ({ locked: _locked, ...question }: SummaryQuestion): SummaryQuestion => question
const unfixed = ({ fixes: _fixes, ...question }: SummaryQuestion): SummaryQuestion => question

/** Keeps only the limits that a query may have. */
const limitsOf =
  (keep: (limit: Within | EventWithin) => boolean): ((query: Queries[Facet]) => Queries[Facet]) =>
  (query) =>
    'within' in query && query.within ? { ...query, within: [...query.within].filter(keep) as Within[] } : query

export const inSummaries: readonly Wrong[] = [
  {
    name: 'counts what ended later as ended',
    caught: /^summaries: time to resolve as of a moment that is past/,
    harness: summaries((answer) => answer, unlocked),
  },
  {
    name: 'takes no notice of fixes',
    caught: /^summaries: by whether the problem was mended/,
    harness: summaries((answer) => answer, unfixed),
  },
  {
    name: 'counts labels where factors are asked for',
    caught: /^summaries: by factor/,
    harness: summaries(
      (answer) => answer,
      (question) => ({ ...question, by: question.by.map((by) => (by === 'factor' ? 'label' : by)) }),
    ),
  },
  {
    name: 'ignores the limits of a list',
    caught: /^counts: as many incidents are listed behind a cell/,
    harness: queries(limitsOf(() => false)),
  },
  {
    name: 'ignores limits by how reviews stand',
    caught: /^incidents: filters by within/,
    harness: queries(limitsOf(({ by }) => by !== 'review')),
  },
  {
    name: 'ignores the limits of events',
    caught: /^counts: as many events are listed behind a cell as it counts, by rule/,
    harness: queries(limitsOf(({ by }) => by !== 'rule')),
  },
  {
    name: 'counts events in UTC, whatever zone is asked for',
    caught: /^summaries of events: each day in America\/Santiago/,
    harness: eventSummaries(
      (answer) => answer,
      (question) => ({ ...question, zone: 'UTC' }),
    ),
  },
  {
    name: 'leaves out events without an outcome',
    caught: /^summaries of events: by outcome/,
    harness: eventSummaries((answer) => ({
      ...answer,
      summary: { cells: answer.summary.cells.filter(({ key }) => !key.includes('')) },
    })),
  },
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
    harness: summaries((answer) => answer, asUtc),
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
