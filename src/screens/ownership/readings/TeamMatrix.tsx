import { useCallback, useMemo } from 'react'
import { useNow, useZone } from '../../../data'
import { cellBits, gridOf, inheritedBits } from '../../../domain/matrix'
import { isTeamId, roleNames, roles } from '../../../domain/ownership'
import badge from '../../../ui/Badge.module.css'
import { buildMatrix, type Face, Matrix, type MatrixRow } from '../../../ui/matrix'
import { cellWords } from '../model/cellWords'
import { foldedIn, toggled } from '../model/fold'
import { automationText, flagOf, reviewText, shortDate, sizeText } from '../model/words'
import styles from '../ownership.module.css'
import { Bar } from './Bar'
import { columnWords } from './columnWords'
import type { ReadingProps } from './reading'
import { useGroups } from './useGroups'

const automation = { name: 'Automation', width: 104 }
const review = { name: 'Review due', width: 92 }
const letter = (...names: readonly (string | undefined)[]) => [badge.letter, ...names].filter(Boolean).join(' ')

const signs = [
  { bit: cellBits.missing, text: '?', className: letter(badge.gap), label: 'nobody accountable' },
  { bit: cellBits.excused, text: '?', className: letter(styles.borne), label: 'nobody accountable, excused' },
  { bit: cellBits.byDesign, text: '–', className: letter(styles.borne), label: 'by design nobody' },
  { bit: cellBits.observed, text: 'O', className: letter(styles.seen), label: 'observed' },
  { bit: cellBits.pending, text: '…', className: letter(styles.wished), label: 'change requested' },
]

/** The letters and signs of a set of bits. */
function face(code: number): Face {
  const held = roles
    .filter((role) => code & cellBits[role])
    .map((role) => ({
      text: role as string,
      className: letter(badge[role], code & inheritedBits[role] ? styles.inherited : undefined),
      label: roleNames[role],
    }))
  const marks = [...held, ...signs.filter(({ bit }) => code & bit)]
  return { marks, label: marks.map(({ label }) => label).join(', ') }
}

/** How many columns are shown without asking which of them the listed activities need. */
const fewColumns = 30

/** Every listed activity against every team. */
export function TeamMatrix(props: ReadingProps) {
  const { book, listing, asked, pending, selected, folded, onOpen, onParty, change, ref } = props
  const { ownership, standings } = book
  const { listed } = listing
  const now = useNow(600)
  const { name: zone } = useZone()
  const { model, place } = useMemo(() => {
    const grid = gridOf(standings, ownership, pending)
    const rows = standings.map(({ activity: { id, name, workload } }): MatrixRow => ({ id, name, group: workload }))
    return {
      model: buildMatrix(rows, grid.columns, grid.cells),
      place: new Map(rows.map(({ id }, index) => [id, index])),
    }
  }, [standings, ownership, pending])
  const rows = useMemo(
    () =>
      listed.length === standings.length && listing.order === 'tier'
        ? undefined
        : listed.map(({ activity }) => place.get(activity.id) ?? 0),
    [listed, listing.order, standings, place],
  )
  // Few columns stay where they are while filters change; of a thousand only those are shown that hold something.
  const columns = useMemo(() => {
    if (!rows || model.columns.length <= fewColumns) return undefined
    const held = new Set(rows.flatMap((row) => [...model.column.subarray(model.start[row], model.start[row + 1])]))
    return [...held].toSorted((left, right) => left - right)
  }, [model, rows])
  const size = useMemo(() => {
    const shown = columns?.flatMap((column) => model.columns[column] ?? []) ?? model.columns
    const teams = shown.filter(({ id }) => isTeamId(id)).length
    const others = shown.length - teams
    const alone = others === 0 ? '' : ` and ${sizeText(others, 'holder')} in no team`
    return `× ${sizeText(teams, 'team')}${alone}`
  }, [model, columns])
  const describeColumn = useMemo(() => columnWords(model, rows), [model, rows])
  const hidden = useMemo(() => foldedIn(folded, book.groups.keys()), [folded, book])
  const describeGroup = useGroups(book, listed)

  // What no source records has no column; the open activity says that it is not recorded.
  const meta = useMemo(
    () => [
      ...(standings.some(({ activity }) => activity.automation) ? [automation] : []),
      ...(standings.some(({ activity }) => activity.review) ? [review] : []),
    ],
    [standings],
  )
  const date = useCallback((at: Parameters<typeof shortDate>[0]) => shortDate(at, now, zone), [now, zone])
  const describeRow = useCallback(
    (_row: MatrixRow, position: number) => {
      const standing = standings[position]
      if (!standing) return { meta: [] }
      const flag = flagOf(standing, { date, records: ownership.records })
      const due = reviewText(standing, now, zone)
      const none = standing.activity.automation?.level === 'none'
      const ends = new Map([
        [automation, { text: automationText(standing.activity), className: none ? styles.none : undefined }],
        [review, { text: due.text, className: due.late ? styles.late : undefined }],
      ])
      return {
        meta: meta.flatMap((column) => ends.get(column) ?? []),
        ...(flag && { flag: { ...flag, className: `${styles.flag} ${styles[flag.alarm]}` } }),
      }
    },
    [standings, ownership, now, zone, date, meta],
  )
  const describeCell = useCallback(
    (position: number, column: number) => {
      const standing = standings[position]
      const team = model.columns[column]
      if (!standing || !team) return ''
      return `${team.name}: ${cellWords(standing, team.id, { ownership, pending, date }) || (standing.records.owners ? 'no role' : 'roles not recorded')}`
    },
    [standings, model, ownership, pending, date],
  )

  return (
    <>
      <Bar book={book} listing={listing} size={size} sort={asked} folds change={change} />
      <Matrix
        label="Activities by team"
        corner="Activity"
        model={model}
        face={face}
        meta={meta}
        rows={rows}
        columns={columns}
        folded={hidden}
        selected={selected ?? undefined}
        describeRow={describeRow}
        describeGroup={describeGroup}
        describeColumn={describeColumn}
        describeCell={describeCell}
        onOpen={onOpen}
        onColumn={onParty}
        onFold={(id) => change({ folded: toggled(folded, id) })}
        {...(ref !== undefined && { ref })}
      />
    </>
  )
}
