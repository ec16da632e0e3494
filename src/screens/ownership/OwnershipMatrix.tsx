import { type Ref, useCallback, useMemo } from 'react'
import { useNow, useZone } from '../../data'
import type { Standing } from '../../domain/coverage'
import { cellBits, gridOf, holdingsOf, nameOf } from '../../domain/matrix'
import { isTeamId, roleNames, roles } from '../../domain/ownership'
import badge from '../../ui/Badge.module.css'
import { buildMatrix, type Face, Matrix, type MatrixHandle, type MatrixRow } from '../../ui/matrix'
import type { Book } from './model/listing'
import { automationText, flagOf, reviewText } from './model/words'
import styles from './ownership.module.css'

interface OwnershipMatrixProps {
  readonly book: Book
  readonly listed: readonly Standing[]
  readonly selected: string | null
  /** Workloads of which only the header is shown. */
  readonly folded: readonly string[]
  readonly onOpen: (activity: string) => void
  readonly onFold: (folded: readonly string[]) => void
  readonly ref?: Ref<MatrixHandle>
}

const automation = { name: 'Automation', width: 104 }
const review = { name: 'Review due', width: 92 }
const letter = (className: string | undefined) => `${badge.letter ?? ''} ${className ?? ''}`

/** The letters of a set of bits. */
function face(code: number): Face {
  const held = roles.filter((role) => code & cellBits[role])
  const marks = held.map((role) => ({ text: role as string, className: letter(badge[role]) }))
  if (code & cellBits.missing) marks.push({ text: '?', className: letter(badge.gap) })
  if (code & cellBits.observed) marks.push({ text: 'O', className: letter(styles.seen) })
  return { marks, label: held.map((role) => roleNames[role]).join(', ') }
}

/** How many columns are shown without asking which of them the listed activities need. */
const fewColumns = 30

/** Every listed activity against every team. */
export function OwnershipMatrix({ book, listed, selected, folded, onOpen, onFold, ref }: OwnershipMatrixProps) {
  const { ownership, standings, groups } = book
  const now = useNow(600)
  const { name: zone } = useZone()
  const { model, place } = useMemo(() => {
    const grid = gridOf(standings, ownership)
    const rows = standings.map(({ activity: { id, name, workload } }): MatrixRow => ({ id, name, group: workload }))
    return {
      model: buildMatrix(rows, grid.columns, grid.cells),
      place: new Map(rows.map(({ id }, index) => [id, index])),
    }
  }, [standings, ownership])
  const rows = useMemo(
    () => (listed.length === standings.length ? undefined : listed.map(({ activity }) => place.get(activity.id) ?? 0)),
    [listed, standings, place],
  )
  // Few columns stay where they are while filters change; of a thousand only those are shown that hold something.
  const columns = useMemo(() => {
    if (!rows || model.columns.length <= fewColumns) return undefined
    const held = new Set(rows.flatMap((row) => [...model.column.subarray(model.start[row], model.start[row + 1])]))
    return [...held].toSorted((left, right) => left - right)
  }, [model, rows])
  const hidden = useMemo(() => new Set(folded), [folded])
  const shownIn = useMemo(() => Map.groupBy(listed, ({ activity }) => activity.workload), [listed])

  // What no source records has no column; the open activity says that it is not recorded.
  const meta = useMemo(
    () => [
      ...(standings.some(({ activity }) => activity.automation) ? [automation] : []),
      ...(standings.some(({ activity }) => activity.review) ? [review] : []),
    ],
    [standings],
  )

  const describeRow = useCallback(
    (_row: MatrixRow, position: number) => {
      const standing = standings[position]
      if (!standing) return { meta: [] }
      const flag = flagOf(standing)
      const due = reviewText(standing, now, zone)
      const none = standing.activity.automation?.level === 'none'
      const ends = new Map([
        [automation, { text: automationText(standing.activity), className: none ? styles.none : undefined }],
        [review, { text: due.text, className: due.late ? styles.late : undefined }],
      ])
      return {
        meta: meta.flatMap((column) => ends.get(column) ?? []),
        ...(flag && { flag: { text: flag.text, className: styles[flag.alarm] } }),
      }
    },
    [standings, now, zone, meta],
  )
  const describeGroup = useCallback(
    (id: string) => {
      const group = groups.get(id)
      if (!group) return { name: id }
      const { coverage, workload, standings: all } = group
      const shown = shownIn.get(id)?.length ?? 0
      const noun = all.length === 1 ? 'activity' : 'activities'
      const notes = [
        workload?.tier === undefined ? undefined : `tier ${workload.tier}`,
        shown === all.length ? `${shown} ${noun}` : `${shown} of ${all.length} ${noun}`,
        coverage.judged === 0
          ? 'owners not recorded'
          : `${Math.round((100 * coverage.owned) / coverage.judged)}% owned`,
      ]
      return { name: group.name, note: notes.filter(Boolean).join(' · ') }
    },
    [groups, shownIn],
  )
  const describeCell = useCallback(
    (position: number, column: number) => {
      const standing = standings[position]
      const team = model.columns[column]
      return standing && team ? `${team.name}: ${cellWords(standing, team.id, book)}` : ''
    },
    [standings, model, book],
  )

  return (
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
      describeCell={describeCell}
      onOpen={onOpen}
      onFold={(id) => onFold(hidden.has(id) ? folded.filter((each) => each !== id) : [...folded, id])}
      {...(ref !== undefined && { ref })}
    />
  )
}

/** What a cell says in words: roles, and the person where it is not the team itself. */
function cellWords(standing: Standing, team: string, { ownership }: Book): string {
  const told = holdingsOf(standing, ownership)
    .filter(({ column }) => column === team)
    .map(({ bit, assignment }) => {
      if (bit === cellBits.missing || !assignment) return 'nobody is accountable; this team owns the workload'
      const role = roleNames[assignment.role].toLowerCase()
      const holder = assignment.party ?? ''
      const who = isTeamId(holder) ? '' : ` (${nameOf(holder, ownership)})`
      return assignment.claim === 'observed' ? `observed as ${role}${who}, not declared` : `${role}${who}`
    })
  return told.join(', ')
}
