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
}

/** Columns beyond severity, title, state and age, and from which width on they have room: the last goes first. */
const extra = [
  { key: 'id', label: 'Id', from: 34 },
  { key: 'owner', label: 'Owner', from: 46 },
  { key: 'workload', label: 'Workload', from: 58 },
  { key: 'due', label: 'Next update', from: 72 },
] as const

/** Below this width in letters the state is not told, but for what nobody acknowledged. */
const withState = 26

/** What a table of that width leaves out, as people say it. */
export const leftOut = (wide: number): readonly string[] =>
  [...extra, { label: 'State', from: withState }].flatMap(({ label, from }) =>
    wide < from ? [label.toLowerCase()] : [],
  )

/** Many incidents, one a line. */
export function Table({ incidents, names, wide, picked, lightOf }: TableProps) {
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
    <table className={styles.table}>
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
                {wide < withState && isUnacknowledged(incident) && (
                  <b className={styles.need}>
                    !<span className="hidden"> Not acknowledged </span>
                  </b>
                )}
                {index < 9 && wide >= withState && <kbd className={styles.key}>{index + 1}</kbd>}{' '}
                {names.text(incident.title)}
              </th>
              {columns.map(({ key }) => (
                <td key={key}>{cell(incident, key)}</td>
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
