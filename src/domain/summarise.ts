import { readAsOf, valuesOf } from './dimension'
import { emptyDistribution, fromValues, mergeDistributions } from './distribution'
import type { OpsEvent } from './event'
import { eventValuesOf } from './eventDimension'
import { type Incident, stoppedAt } from './incident'
import { incidentRules } from './query/incident'
import { byText } from './query/rules'
import { eventRules } from './query/timeline'
import type { EventQuestion, Summary, SummaryCell, SummaryQuestion } from './summary'
import { bucketLabeller, instantLabel } from './time/buckets'
import { offsetSegments, type OffsetSegment } from './time/zone'
import { instant, type Instant } from './units'

/** The summary of no incidents: adding it changes nothing. */
export const emptySummary: Summary = { cells: [] }

/** One key for every combination of the dimensions' values. */
const keysOf = (values: readonly (readonly string[])[]): readonly string[][] =>
  values.reduce<string[][]>((keys, more) => keys.flatMap((key) => more.map((value) => [...key, value])), [[]])

function segmentsOver(moments: readonly Instant[], zone: string): readonly OffsetSegment[] {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const moment of moments) {
    first = Math.min(first, moment)
    last = Math.max(last, moment)
  }
  return first <= last ? offsetSegments(instant(first), instant(last + 1), zone) : []
}

/** Names the bucket of each of the moments; `''` where none are asked for. */
function labelling(moments: readonly Instant[], { bucket, zone }: Pick<SummaryQuestion, 'bucket' | 'zone'>) {
  if (bucket === undefined) return () => ''
  return bucket === 'instant' ? instantLabel : bucketLabeller(bucket, segmentsOver(moments, zone))
}

/** The moment that the buckets of the question go by; undefined for what is open, where they go by when it was no more. */
const momentOf = (incident: Incident, { moment }: Pick<SummaryQuestion, 'moment'>): Instant | undefined =>
  moment === 'stopped' ? stoppedAt(incident) : incident.opened

/** What one incident adds to each of its cells, save for bucket and key. */
type Measure = Omit<SummaryCell, 'bucket' | 'key'>

const nothing: Measure = { count: 1, closed: emptyDistribution, open: emptyDistribution, missing: 0, faults: 0 }

function measure(incident: Incident, question: SummaryQuestion): Measure {
  if (question.clock === undefined) return nothing
  const reading = readAsOf(incident, question.clock, question)
  switch (reading.kind) {
    case 'missing':
      return { ...nothing, missing: 1 }
    case 'fault':
      return { ...nothing, faults: 1 }
    case 'closed':
      return { ...nothing, closed: fromValues([reading.length]) }
    case 'open':
      return { ...nothing, open: fromValues([reading.length]) }
  }
}

/**
 * What a question means: the reference that engines, backends and the conformance kit are compared with. An incident
 * with several workloads or labels counts once for each of them, and under `''` when it has none.
 */
export function summarise(incidents: readonly Incident[], question: SummaryQuestion): Summary {
  const matching = incidents.filter(incidentRules.matcher(question.query))
  const label = labelling(
    matching.flatMap((incident) => momentOf(incident, question) ?? []),
    question,
  )
  return addUp(
    matching.flatMap((incident) => {
      const at = momentOf(incident, question)
      const bucket = at === undefined ? '' : label(at)
      const measured = measure(incident, question)
      const values = question.by.map((dimension) => valuesOf[dimension](incident, question))
      return keysOf(values).map((key) => ({ bucket, key, ...measured }))
    }),
  )
}

/** The same for events: counts only. An event that goes on counts where it began. */
export function summariseEvents(events: readonly OpsEvent[], question: EventQuestion): Summary {
  const matching = events.filter(eventRules.matcher(question.query))
  const label = labelling(
    matching.map(({ at }) => at),
    question,
  )
  return addUp(
    matching.flatMap((event) =>
      keysOf(question.by.map((dimension) => eventValuesOf[dimension](event))).map((key) => ({
        bucket: label(event.at),
        key,
        ...nothing,
      })),
    ),
  )
}

const byBucketAndKey = (left: SummaryCell, right: SummaryCell): number => {
  const order = byText(left.bucket, right.bucket)
  if (order !== 0) return order
  for (let place = 0; place < left.key.length; place += 1) {
    const next = byText(left.key[place] ?? '', right.key[place] ?? '')
    if (next !== 0) return next
  }
  return 0
}

/** Cells that share the bucket and the beginning of the key, and those that go on. */
interface Shared {
  readonly cells: SummaryCell[]
  goesOn?: Map<string, Shared>
}

/** What goes on from there with a text: kept one within the other, for one text of all would have to be built for each cell. */
function onwards(shared: Shared, text: string): Shared {
  shared.goesOn ??= new Map()
  const known = shared.goesOn.get(text)
  if (known) return known
  const made: Shared = { cells: [] }
  shared.goesOn.set(text, made)
  return made
}

/**
 * A summary from cells in any order, of which those with equal bucket and key add up. Its cells are sorted by bucket and
 * then by key, as texts, so that equal summaries are deeply equal.
 */
export function addUp(cells: readonly SummaryCell[]): Summary {
  if (cells.every((cell, at) => at === 0 || byBucketAndKey(cells[at - 1]!, cell) < 0)) return { cells }
  const all: Shared = { cells: [] }
  const groups: SummaryCell[][] = []
  for (const cell of cells) {
    const group = cell.key.reduce(onwards, onwards(all, cell.bucket)).cells
    if (group.push(cell) === 1) groups.push(group)
  }
  const total = (group: readonly SummaryCell[], field: 'count' | 'missing' | 'faults') =>
    group.reduce((sum, cell) => sum + cell[field], 0)
  const added = groups.flatMap((group) => {
    const [first] = group
    if (first === undefined || group.length === 1) return group
    return {
      bucket: first.bucket,
      key: first.key,
      count: total(group, 'count'),
      closed: mergeDistributions(group.map((cell) => cell.closed)),
      open: mergeDistributions(group.map((cell) => cell.open)),
      missing: total(group, 'missing'),
      faults: total(group, 'faults'),
    }
  })
  return { cells: added.toSorted(byBucketAndKey) }
}

/** The summary of what both summarise, for answers to one question over incidents that they do not share. */
export const mergeSummaries = (left: Summary, right: Summary): Summary => addUp([...left.cells, ...right.cells])

/**
 * Groups a summary anew by fewer dimensions: `keep` are indices into `by`, in the order wanted; `dropBuckets` adds up
 * over time. When workload or label is left out, an incident that has several still counts once for each: to count
 * incidents, ask without that dimension.
 */
export const collapse = (summary: Summary, keep: readonly number[], dropBuckets = false): Summary =>
  addUp(
    summary.cells.map((cell) => ({
      ...cell,
      bucket: dropBuckets ? '' : cell.bucket,
      key: keep.map((index) => cell.key[index] ?? ''),
    })),
  )
