import { type AnsweringCell, answeringOf, answeringRow, type AnsweringRow } from '../../../domain/answering'
import { coverageOf, isUnowned, type Standing } from '../../../domain/coverage'
import type { GapKind } from '../../../domain/gaps'
import { byShownName, namedColumns, nameOf } from '../../../domain/matrix'
import { roleNames } from '../../../domain/ownership'
import { shortNames } from '../../../domain/shortNames'
import type { Instant } from '../../../domain/units'
import { cx } from '../../../ui'
import { buildMatrix, type Face, type GroupFace, type Mark, type MatrixRow } from '../../../ui/matrix'
import type { Book, Listing } from '../model/listing'
import { notRecorded, shareText, sizeText, valueText } from '../model/words'
import { codebook } from './codebook'
import styles from './readings.module.css'

const looks = { A: styles.owner, R: cx(styles.owner, styles.performer) }
const chip = (text: string, className: string | undefined): Mark => ({
  text,
  className: cx(styles.owner, className) ?? '',
})

const has = (standings: readonly Standing[], kind: GapKind) =>
  standings.some(({ gaps }) => gaps.some((gap) => gap.kind === kind))

/** What stands in a cell: a short name, how many, or why there is none. */
function markOf({ standings, parties, role }: AnsweringCell, short: (party: string) => string): Mark {
  if (standings.every(({ activity }) => activity.noOwnerBecause !== undefined)) return chip('–', styles.quiet)
  const [first, ...others] = parties
  if (first === undefined) {
    if (standings.some(isUnowned)) return chip('?', styles.none)
    return chip(standings.some(({ excused }) => excused.length > 0) ? '?' : '·', styles.quiet)
  }
  const text = others.length > 0 ? `${parties.length}×` : short(first)
  if (has(standings, 'many-accountable')) return chip(text, styles.several)
  if (has(standings, 'accountable-left')) return chip(text, styles.left)
  return { text, className: looks[role] ?? '' }
}

/** The same in words. */
function cellText(cell: AnsweringCell, { ownership }: Book, date: (at: Instant) => string): string {
  const { standings, parties, role } = cell
  const [first] = standings
  const count = standings.length > 1 ? ` (${sizeText(standings.length, 'activity')})` : ''
  const none = standings.find(({ activity }) => activity.noOwnerBecause !== undefined)?.activity.noOwnerBecause
  if (parties.length > 0) {
    const doubt = standings.flatMap(({ gaps }) =>
      gaps.filter(({ kind }) => kind === 'many-accountable' || kind === 'accountable-left'),
    )[0]
    const who = `${roleNames[role]}: ${parties.map((id) => nameOf(id, ownership)).join(', ')}`
    return `${who}${count}${doubt ? `. ${doubt.reason}` : ''}`
  }
  if (none !== undefined) return `nobody by design: ${none}`
  const excused = first?.excused[0]
  if (excused) return `nobody is accountable, excused until ${date(excused.until)}: ${excused.because}`
  return standings.some(isUnowned) ? `nobody answers${count}` : `who answers is ${notRecorded}${count}`
}

/** Group headers: a kind of activity, how many names and activities it has, and how many of these are owned. */
function kindsOf(rows: readonly AnsweringRow[]): ReadonlyMap<string, GroupFace> {
  return new Map(
    [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, members]) => {
      const standings = members.flatMap(({ cells }) => cells.flatMap((cell) => cell.standings))
      const { owned, judged } = coverageOf(standings)
      const share = judged === 0 ? `owners ${notRecorded}` : `${shareText(owned, judged, 0)} owned`
      return [
        kind,
        {
          name: valueText(kind),
          note: `${sizeText(members.length, 'name')} · ${sizeText(standings.length, 'activity')} · ${share}`,
        },
      ]
    }),
  )
}

/** Everything that the matrix of activity × workload draws. */
export function answeringView(book: Book, { listed, order }: Listing, date: (at: Instant) => string) {
  const { ownership, groups } = book
  const found = answeringOf(listed, ownership)
  const rows = order === 'tier' ? found.toSorted((left, right) => byShownName(left.name, right.name)) : found
  const columns = [...new Set(listed.map(({ activity }) => activity.workload))].map((id) => ({
    id,
    name: groups.get(id)?.name ?? id,
  }))
  // By tier and name, as the groups of the other reading stand.
  const rank = new Map([...groups.keys()].map((id, index) => [id, index]))
  columns.sort((left, right) => (rank.get(left.id) ?? 0) - (rank.get(right.id) ?? 0))
  const place = new Map(columns.map(({ id }, index) => [id, index]))
  const parties = namedColumns(new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.parties))), ownership)
  const short = shortNames(parties)
  const faces = codebook<Mark>(({ text, className }) => `${text} ${className}`)
  const cells = { row: [] as number[], column: [] as number[], code: [] as number[] }
  rows.forEach((row, index) => {
    for (const cell of row.cells) {
      cells.row.push(index)
      cells.column.push(place.get(cell.workload) ?? 0)
      cells.code.push(faces.codeOf(markOf(cell, (id) => short.get(id) ?? id)))
    }
  })
  const model = buildMatrix(
    rows.map(({ id, name, kind }): MatrixRow => ({ id, name, group: kind })),
    columns,
    cells,
  )
  const at = (row: AnsweringRow | undefined, workload: string | undefined) =>
    row?.cells.filter((cell) => workload === undefined || cell.workload === workload) ?? []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    model,
    kinds: kindsOf(rows),
    names: parties.map(({ id, name }) => [short.get(id) ?? id, name] as const),
    size: `under ${sizeText(rows.length, 'name')} × ${workloadsText(book, columns)}`,
    face: (code: number): Face => {
      const mark = faces.of(code)
      return { marks: mark ? [mark] : [], label: mark?.text ?? '' }
    },
    describeRow: ({ id }: MatrixRow) => {
      const missing = at(byId.get(id), undefined).flatMap(({ standings }) => standings.filter(isUnowned)).length
      return { meta: [], flag: missing > 0 ? { text: `${missing} without`, className: styles.nobody } : undefined }
    },
    describeCell: (row: number, column: number) => {
      const [cell] = at(rows[row], columns[column]?.id)
      return `${columns[column]?.name ?? ''}: ${cell ? cellText(cell, book, date) : 'no such activity'}`
    },
    activities: (row: string, workload: string | undefined): readonly Standing[] =>
      at(byId.get(row), workload).flatMap(({ standings }) => standings),
    rowOf: (activity: string | null) => {
      const open = activity === null ? undefined : ownership.byId.get(activity)
      return open && answeringRow(open.activity)
    },
  }
}

/** How many workloads; which of them are only named by their activities is said apart. */
export function workloadsText({ ownership }: Book, workloads: readonly { readonly id: string }[]): string {
  const known = workloads.filter(({ id }) => ownership.workload(id) !== undefined).length
  const rest = workloads.length - known
  return sizeText(known, 'workload') + (rest === 0 ? '' : ` and ${sizeText(rest, 'name')} that no source describes`)
}
