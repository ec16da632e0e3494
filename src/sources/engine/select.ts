import type { IncidentQuery } from '../../domain/query/incident'
import type { CodeColumn, ListColumn } from './arrays'
import type { Axes } from './axes'
import { type Axis, maskOf } from './axis'
import { opennessOf } from './clock'
import type { IncidentColumns } from './columns'
import type { WordColumn } from './words'

/** Moves the rows that pass to the front and returns how many there are. Order is kept. */
type Pass = (rows: Uint32Array, count: number) => number

// Each pass is a loop of its own: one shared loop with a function for a test costs several times as much on this path.

const codeIn =
  (codes: Uint32Array | Uint8Array, mask: Uint8Array): Pass =>
  (rows, count) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      if (mask[codes[row]!] === 1) rows[kept++] = row
    }
    return kept
  }

const sharesOne =
  ({ start, count: counts, pool }: ListColumn, mask: Uint8Array, noneToo = false): Pass =>
  (rows, count) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      const from = start[row]!
      const to = from + counts[row]!
      if (from === to && noneToo) rows[kept++] = row
      for (let at = from; at < to; at += 1)
        if (mask[pool[at]!] === 1) {
          rows[kept++] = row
          break
        }
    }
    return kept
  }

const atLeast =
  (column: Float64Array, from: number): Pass =>
  (rows, count) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      if (column[row]! >= from) rows[kept++] = row
    }
    return kept
  }

const below =
  (column: Float64Array, to: number): Pass =>
  (rows, count) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      if (column[row]! < to) rows[kept++] = row
    }
    return kept
  }

const openAtMoment = (columns: IncidentColumns, at: number): Pass => {
  const isOpen = opennessOf(columns)
  return (rows, count) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      if (isOpen(row, at)) rows[kept++] = row
    }
    return kept
  }
}

/** Rows with one of the values on the axis. A row without any value has the value of the code 0. */
function onAxis(axis: Axis, values: readonly string[]): Pass {
  const { of } = axis
  const mask = maskOf(axis, values)
  return 'codes' in of ? codeIn(of.codes, mask) : sharesOne(of.lists, mask, mask[0] === 1)
}

/** Below this many rows, asking each is faster than looking through the words of all. */
const fewRows = 1_000

const hasWord =
  (words: WordColumn, word: string): Pass =>
  (rows, count) => {
    const mask = count < fewRows ? undefined : words.mask(word)
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      if (mask ? mask[row] === 1 : words.has(row, word)) rows[kept++] = row
    }
    return kept
  }

const named = <T>(wanted: readonly T[] | undefined): wanted is readonly T[] => wanted !== undefined && wanted.length > 0

/** The parts of a query as passes, the cheap and narrow ones first. Means exactly what `incidentRules.matcher` means. */
function passesOf(query: IncidentQuery, columns: IncidentColumns, axes: Axes): readonly Pass[] {
  const { opened, ended, severity, state, team, problem, workloads } = columns
  const passes: Pass[] = []
  const chosen = (wanted: readonly string[] | undefined, { codes, dictionary }: CodeColumn) => {
    if (named(wanted)) passes.push(codeIn(codes, dictionary.mask(wanted)))
  }
  const shared = (wanted: readonly string[] | undefined, column: ListColumn) => {
    if (named(wanted)) passes.push(sharesOne(column, column.dictionary.mask(wanted)))
  }
  if (query.openedFrom !== undefined) passes.push(atLeast(opened, query.openedFrom))
  if (query.openedTo !== undefined) passes.push(below(opened, query.openedTo))
  if (query.burningTo !== undefined) passes.push(below(opened, query.burningTo))
  if (query.burningFrom !== undefined) passes.push(atLeast(ended, query.burningFrom))
  if (query.openAt !== undefined) passes.push(openAtMoment(columns, query.openAt))
  if (named(query.severities)) {
    const mask = new Uint8Array(6)
    for (const each of query.severities) mask[each] = 1
    passes.push(codeIn(severity, mask))
  }
  chosen(query.states, state)
  chosen(query.teams, team)
  chosen(query.problems, problem)
  shared(query.workloads, workloads)
  if (named(query.labels)) shared(query.labels, columns.labels)
  if (named(query.people)) shared(query.people, columns.people)
  for (const limit of query.within ?? []) passes.push(onAxis(axes.dimension(limit.by, limit), limit.values))
  for (const word of (query.text ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    passes.push(hasWord(columns.words, word))
  return passes
}

/** The rows among `sorted` that match all parts of the query except `ids`, in the same order. */
export function selectRows(
  query: IncidentQuery,
  columns: IncidentColumns,
  axes: Axes,
  sorted: Uint32Array,
): Uint32Array {
  const passes = passesOf(query, columns, axes)
  if (passes.length === 0) return sorted
  const rows = sorted.slice()
  const count = passes.reduce((left, pass) => pass(rows, left), rows.length)
  return rows.subarray(0, count)
}
