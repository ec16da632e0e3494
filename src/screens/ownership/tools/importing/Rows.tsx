import { useState } from 'react'
import type { Ownership } from '../../../../domain/coverage'
import { changedSentences } from '../../../../domain/changeWords'
import { nameOf, type Pending } from '../../../../domain/matrix'
import { changeKindOf } from '../../../../domain/tables/raciCompare'
import { type RaciRow, type RowState, rowStates } from '../../../../domain/tables/raciRow'
import { Badge, Button, ChipButton } from '../../../../ui'
import { countText } from '../../model/words'
import styles from './importing.module.css'
import { canChoose, type Importing } from './useImport'
import { lettersText, stateNames, stateTones } from './words'

interface RowsProps {
  readonly importing: Importing
  readonly ownership: Ownership
  readonly pending: Pending
}

const step = 100

/** Every row of the table beside what is recorded, and which of them are to be sent. */
export function Rows({ importing, ownership, pending }: RowsProps) {
  const { plan, choose, isChosen } = importing
  const [only, setOnly] = useState<RowState>()
  const [most, setMost] = useState(step)
  const rows = only === undefined ? plan.rows : plan.rows.filter(({ state }) => state === only)
  const able = rows.filter(canChoose)
  const every = able.length > 0 && able.every(isChosen)
  return (
    <section aria-label="Rows" className={styles.rows}>
      <div role="group" aria-label="Which rows are shown" className={styles.actions}>
        <ChipButton pressed={only === undefined} onClick={() => setOnly(undefined)}>
          All <b>{countText(plan.rows.length)}</b>
        </ChipButton>
        {rowStates
          .filter((state) => plan.counts[state] > 0)
          .map((state) => (
            <ChipButton
              key={state}
              pressed={only === state}
              onClick={() => setOnly(only === state ? undefined : state)}
            >
              {stateNames[state]} <b>{countText(plan.counts[state])}</b>
            </ChipButton>
          ))}
      </div>
      <table className={styles.table}>
        <caption className="hidden">What the table says beside what is recorded</caption>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label="Choose all rows shown"
                checked={every}
                disabled={able.length === 0}
                onChange={() => choose(able, !every)}
              />
            </th>
            <th scope="col">Activity</th>
            <th scope="col">State</th>
            <th scope="col">What the table says</th>
            <th scope="col">What would change</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Row
              key={row.entry.key}
              row={row}
              ownership={ownership}
              waiting={pending.get(row.standing?.activity.id ?? '')?.length ?? 0}
              chosen={isChosen(row)}
              onChoose={(yes) => choose([row], yes)}
            />
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <Button onClick={() => setMost(most + step)}>
          Show more ({countText(most)} of {countText(rows.length)})
        </Button>
      )}
    </section>
  )
}

interface RowProps {
  readonly row: RaciRow
  readonly ownership: Ownership
  /** Requests about the activity that nobody has decided. */
  readonly waiting: number
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
}

function Row({ row, ownership, waiting, chosen, onChoose }: RowProps) {
  const { entry, standing, state, steps, notes, faults } = row
  const name = (id: string) => nameOf(id, ownership)
  const title = standing?.activity.name ?? entry.name
  const where = standing ? (standing.workload?.name ?? standing.activity.workload) : entry.workload
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`Choose ${title}, ${entry.key}`}
          checked={chosen}
          disabled={!canChoose(row)}
          onChange={() => onChoose(!chosen)}
        />
      </td>
      <th scope="row">
        {title || 'No name'}
        <span className="muted">{[where, entry.key].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>
        {waiting > 0 && <span className="muted">{waiting} asked for already</span>}
      </td>
      <td>{lettersText(row, name) || <span className="muted">nothing</span>}</td>
      <td>
        {changedSentences({ kind: changeKindOf(steps), steps }, name).map((text) => (
          <span key={text}>{text}</span>
        ))}
        {notes.map((text) => (
          <span key={text} className="muted">
            {text}
          </span>
        ))}
        {faults.map(({ line, column, text }) => (
          <span key={`${line} ${column} ${text}`} className={styles.fault}>
            Line {line}
            {column !== undefined && `, column ${column}`}: {text}
          </span>
        ))}
      </td>
    </tr>
  )
}
