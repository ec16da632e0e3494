import type { CSSProperties } from 'react'
import type { Incident } from '../../domain/incident'
import { isUnacknowledged } from '../../domain/wall/order'
import { cx } from '../../ui'
import { beliefWords, type Light } from './believed'
import { Age, Due } from './Ticking'
import type { Names } from './useNames'
import styles from './table.module.css'
import { Level } from './Level'
import { stateWord } from './words'

export interface TableProps {
  readonly incidents: readonly Incident[]
  readonly names: Names
  /** Width in letters: what a row has room for. */
  readonly wide: number
  readonly picked: string | undefined
  readonly lightOf: (incident: Incident) => Light | undefined
  /** Pixels. */
  readonly rowHeight: number
  /** Of a title. */
  readonly lines: 1 | 2
}

/** Columns beyond severity, title, state and age, and from which width on they have room: the last goes first. */
const extra = [
  { key: 'id', label: 'Id', from: 34, takes: 6 },
  { key: 'owner', label: 'Owner', from: 46, takes: 8 },
  { key: 'workload', label: 'Workload', from: 58, takes: 9 },
  { key: 'due', label: 'Next update', from: 72, takes: 9 },
] as const

/** Below this width in letters the state is not told, but for what nobody acknowledged. */
const withState = 26

/** What a table of that width leaves out, as people say it. */
export const leftOut = (wide: number): readonly string[] =>
  [...extra, { label: 'State', from: withState }].flatMap(({ label, from }) =>
    wide < from ? [label.toLowerCase()] : [],
  )

/** Letters that sign, state and age take, and the space beside a column. */
const takes = { sign: 3, state: 8, age: 6, key: 2, space: 0.8 } as const

/** About how much of a table of that width is left for titles. */
export function titleShare(wide: number): number {
  const columns = extra.filter(({ from }) => wide >= from)
  const state = wide >= withState ? takes.state + takes.key + takes.space : 0
  const others = columns.reduce((sum, column) => sum + column.takes + takes.space, takes.sign + takes.age + state)
  return Math.max(0.2, 1 - (others + 3 * takes.space) / wide)
}

/** Many incidents, one a row. */
export function Table({ incidents, names, wide, picked, lightOf, rowHeight, lines }: TableProps) {
  const columns = extra.filter(({ from }) => wide >= from)
  const owner = ({ team, assignee }: Incident) => team ?? assignee
  const cell = (incident: Incident, key: (typeof extra)[number]['key']) => {
    if (key === 'id') return incident.id
    if (key === 'due') return <Due incident={incident} />
    if (key === 'workload') return incident.workloads.slice(0, 1).map(names.workload).join('')
    const holder = owner(incident)
    return holder === undefined ? <span className={styles.gap}>nobody</span> : names.party(holder)
  }
  return (
    <table className={styles.table} style={{ '--row-height': `${rowHeight}px`, '--lines': lines } as CSSProperties}>
      <caption className="hidden">Open incidents, the worst first</caption>
      <thead className="hidden">
        <tr>
          <th scope="col">Severity</th>
          <th scope="col">Title</th>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
          {wide >= withState && <th scope="col">State</th>}
          <th scope="col">Age</th>
        </tr>
      </thead>
      <tbody>
        {incidents.map((incident, index) => {
          const light = lightOf(incident)
          const old = light !== undefined && light.belief !== 'live' && light.belief !== 'copy'
          return (
            <tr
              key={incident.id}
              className={cx(incident.severity === 1 && styles.worst, picked === incident.id && styles.picked)}
              aria-current={picked === incident.id || undefined}
            >
              <td className={styles.glyph}>
                <Level level={incident.severity} />
              </td>
              <th scope="row" className={styles.title}>
                <span className={styles.clamp} data-cut>
                  {wide < withState && isUnacknowledged(incident) && (
                    <b className={styles.need}>
                      !<span className="hidden"> Not acknowledged </span>
                    </b>
                  )}
                  {index < 9 && wide >= withState && <kbd className={styles.key}>{index + 1}</kbd>}{' '}
                  {names.text(incident.title)}
                </span>
              </th>
              {columns.map(({ key }) => (
                <td key={key} data-cut>
                  {cell(incident, key)}
                </td>
              ))}
              {wide >= withState && (
                <td>
                  {isUnacknowledged(incident) ? <b className={styles.need}>Not ack’d</b> : stateWord(incident.state)}
                  {old && <span className={styles.told}> · {beliefWords[light.belief]}</span>}
                </td>
              )}
              <td className={styles.age}>
                <Age since={incident.opened} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
