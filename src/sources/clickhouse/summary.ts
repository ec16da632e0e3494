import * as v from 'valibot'
import { emptyDistribution } from '../../domain/distribution'
import {
  type Dimension,
  dimensions,
  type Distribution,
  type EventDimension,
  eventDimensions,
  type EventQuestion,
  type SummaryCell,
  type SummaryQuestion,
} from '../../domain/summary'
import { type Call, type SummaryAnswer, SourceError } from '../contract'
import { heard } from '../rest/record'
import { daysOf } from './days'
import { type Parameters, parametersOfQuery, reckoning } from './parameters'
import type { QueryName } from './queries'
import type { Transport } from './transport'

/** Counts come as texts where they might not fit into a number. */
const count = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.safeInteger())
const bins = v.array(v.tuple([count, count]))
const cellSchema = v.tuple([v.string(), v.array(v.string()), count, bins, bins, count, count])

/** The bin of lengths of nothing. */
const zero = -1

function distribution(told: readonly (readonly [bin: number, count: number])[]): Distribution {
  if (told.length === 0) return emptyDistribution
  const zeros = told.find(([bin]) => bin === zero)?.[1] ?? 0
  return { kind: 'binned', zeros, bins: told.filter(([bin]) => bin !== zero) }
}

/** A row as a cell. Its key is in the order of the dimensions, not in that of the question. */
function cellOf(row: readonly unknown[], by: readonly string[], all: readonly string[]): SummaryCell | undefined {
  const verdict = v.safeParse(cellSchema, row)
  if (!verdict.success) return undefined
  const [bucket, key, number, closed, open, missing, faults] = verdict.output
  const told = all.filter((each) => by.includes(each))
  return {
    bucket,
    key: by.map((each) => heard(each, key[told.indexOf(each)] ?? '')),
    count: number,
    closed: distribution(closed),
    open: distribution(open),
    missing,
    faults,
  }
}

interface Asked {
  readonly name: QueryName
  readonly parameters: Parameters
  readonly by: readonly string[]
  readonly dimensions: readonly (Dimension | EventDimension)[]
}

async function ask({ name, parameters, by, dimensions: all }: Asked, source: string, transport: Transport, call: Call) {
  const { rows, asOf } = await transport.ask(name, parameters, call)
  const cells = rows.map(
    (row) =>
      cellOf(row, by, all) ??
      (() => {
        throw new SourceError('bad-response', source, `ClickHouse answered ${name} with something else than cells.`)
      })(),
  )
  return { summary: { cells }, asOf, caveats: [] }
}

/** Counts incidents where they are. Lengths come in bins, within 1 % of the true ones. */
export function summariseIncidents(
  question: SummaryQuestion,
  source: string,
  transport: Transport,
  call: Call,
): Promise<SummaryAnswer> {
  const { query, bucket, moment, by, zone } = question
  const days = daysOf(question)
  const parameters = days ?? {
    ...parametersOfQuery.incidents(query, source),
    ...reckoning('of', question),
    bucket: bucket ?? '',
    moment: moment ?? 'opened',
    zone,
    by,
  }
  const name = days ? 'incidents-days' : 'incidents-summary'
  return ask({ name, parameters, by, dimensions }, source, transport, call)
}

/** Counts events where they are. */
export function summariseEvents(
  { query, bucket, zone, by }: EventQuestion,
  source: string,
  transport: Transport,
  call: Call,
): Promise<SummaryAnswer> {
  const parameters = { ...parametersOfQuery.events(query, source), bucket: bucket ?? '', zone, by }
  return ask({ name: 'events-summary', parameters, by, dimensions: eventDimensions }, source, transport, call)
}
