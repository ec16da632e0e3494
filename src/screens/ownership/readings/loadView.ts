import { type Load, loadOf, type LoadCell, type LoadRow } from '../../../domain/load'
import { nobody } from '../../../domain/query/standing'
import { isTeamId } from '../../../domain/ownership'
import { cx } from '../../../ui'
import { buildMatrix, type Face, type Mark, type MatrixRow } from '../../../ui/matrix'
import type { Book, Listing } from '../model/listing'
import type { LoadOrder, Understood } from '../model/query'
import type { QueryChange } from '../model/useQuery'
import { countText, sizeText } from '../model/words'
import { workloadsText } from './answeringView'
import { codebook } from './codebook'
import styles from './readings.module.css'

const compares: Readonly<Record<LoadOrder, (left: LoadRow, right: LoadRow) => number>> = {
  name: () => 0,
  load: (left, right) => right.accountable + right.responsible - left.accountable - left.responsible,
  sole: (left, right) => right.sole - left.sole,
}

/** The load of those whom the filters leave: of the chosen teams where teams were chosen, else of everybody. */
export function loadRows(load: Load, { query, loadOrder }: Understood): readonly LoadRow[] {
  const { teams = [] } = query
  const rows = teams.length === 0 ? load.rows : load.rows.filter(({ id }) => teams.includes(id))
  return rows.toSorted(compares[loadOrder])
}

function marksOf({ accountable, responsible, soleAccountable, soleResponsible }: LoadCell): readonly Mark[] {
  const mark = (letter: string, count: number, look: string | undefined, sole: boolean): Mark => ({
    text: `${letter}${count}`,
    className: cx(look, sole && styles.sole) ?? '',
  })
  return [
    ...(accountable > 0 ? [mark('A', accountable, styles.answers, soleAccountable)] : []),
    ...(responsible > 0 ? [mark('R', responsible, styles.performs, soleResponsible)] : []),
  ]
}

function cellText({ accountable, responsible, either, soleAccountable, soleResponsible }: LoadCell): string {
  const part = (count: number, role: string, sole: boolean) =>
    count === 0 ? [] : [`${role} for ${countText(count)}${sole ? ', the only one' : ''}`]
  return [
    ...part(accountable, 'accountable', soleAccountable),
    ...part(responsible, 'responsible', soleResponsible),
    `${sizeText(either, 'activity')} in all`,
  ].join('; ')
}

/** What is summed up at the end of a row, and the role that must be recorded for it. */
const sums = [
  { key: 'accountable', name: 'Accountable', role: 'A' },
  { key: 'responsible', name: 'Responsible', role: 'R' },
  { key: 'sole', name: 'Alone in', role: undefined },
] as const

const missing: Mark = { text: '?', className: `${styles.owner} ${styles.none}` }

/** Everything that the matrix of team × workload draws. */
export function loadView(book: Book, { listed }: Listing, asked: Understood) {
  const load = loadOf(listed, book.standings, book.ownership)
  const own = loadRows(load, asked)
  const carried = new Set(own.map(({ id }) => id))
  const cells = load.cells.filter(({ party }) => carried.has(party))
  const without = [...load.nobody].filter(() => (asked.query.teams ?? []).length === 0)
  const used = new Set([...cells.map(({ workload }) => workload), ...without.map(([workload]) => workload)])
  const columns = [...book.groups.values()].filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name }))
  const rows: readonly MatrixRow[] = [
    ...(without.length > 0 ? [{ id: nobody, name: 'Nobody answers' }] : []),
    ...own.map(({ id, name }) => ({ id, name })),
  ]
  const faces = codebook<readonly Mark[]>((marks) => marks.map(({ text, className }) => text + className).join(' '))
  const row = new Map(rows.map(({ id }, index) => [id, index]))
  const column = new Map(columns.map(({ id }, index) => [id, index]))
  const filled = [
    ...without.map(([workload, count]) => ({
      party: nobody,
      workload,
      marks: [{ ...missing, text: `?${count}` }],
      words: `nobody answers for ${sizeText(count, 'activity')}`,
    })),
    ...cells.map((cell) => ({ ...cell, marks: marksOf(cell), words: cellText(cell) })),
  ]
  const words = new Map(filled.map((cell) => [`${cell.party} ${cell.workload}`, cell.words]))
  const model = buildMatrix(rows, columns, {
    row: filled.map(({ party }) => row.get(party) ?? 0),
    column: filled.map(({ workload }) => column.get(workload) ?? 0),
    code: filled.map(({ marks }) => faces.codeOf(marks)),
  })
  const shown = sums.filter(({ role }) => role === undefined || book.recorded.has(role))
  const totals = new Map(own.map((each) => [each.id, each]))
  const teams = own.filter(({ id }) => isTeamId(id)).length
  const others = own.length - teams
  const alone = others === 0 ? '' : ` and ${sizeText(others, 'holder')} in no team`
  const wordsAt = (party: string, workload: string) => words.get(`${party} ${workload}`)
  return {
    model,
    size: `· ${sizeText(teams, 'team')}${alone} × ${workloadsText(book, columns)}`,
    totals: shown,
    isNobody: (id: string) => id === nobody,
    face: (code: number): Face => ({ marks: faces.of(code) ?? [], label: '' }),
    describeRow: ({ id }: MatrixRow) => {
      const total = totals.get(id)
      if (!total) return { meta: [] }
      return {
        meta: shown.map(({ key }) => ({
          text: key === 'sole' ? (total.sole === 0 ? '—' : sizeText(total.sole, 'workload')) : countText(total[key]),
        })),
      }
    },
    describeCell: (at: number, to: number) => {
      const [party, workload] = [rows[at], columns[to]]
      return party && workload ? `${workload.name}: ${wordsAt(party.id, workload.id) ?? 'nothing'}` : ''
    },
    /** What lists the activities that a cell counts; nothing for an empty cell. */
    filterOf: (party: string, workload: string): QueryChange | undefined => {
      if (wordsAt(party, workload) === undefined) return undefined
      return party === nobody
        ? { workload: [workload], gap: 'nobody' }
        : { workload: [workload], team: [party], role: ['A', 'R'] }
    },
  }
}
