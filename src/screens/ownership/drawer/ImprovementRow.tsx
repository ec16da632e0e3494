import { useNow, useZone } from '../../../data'
import type { Ownership } from '../../../domain/coverage'
import type { Improvement } from '../../../domain/problem'
import { dateText } from '../../../domain/time/format'
import { Button, Select } from '../../../ui'
import looks from '../ownership.module.css'
import type { Setting } from './Improvements'
import { PartyLink } from './PartyLink'
import { workText } from './words'
import styles from './drawer.module.css'

export interface ImprovementProps {
  readonly improvement: Improvement
  readonly ownership: Ownership
  /** Why it cannot be set so. */
  readonly refusal: (setting: Setting) => string | undefined
  /** `done` is called once it was carried out. */
  readonly onSet: (setting: Setting, done?: () => void) => void
}

const states = ['open', 'in-progress', 'done', 'dropped'] as const

/** One improvement: who does it, by when, how far it is. */
export function ImprovementRow({ improvement, ownership, refusal, onSet }: ImprovementProps) {
  const now = useNow(600)
  const { name: zone } = useZone()
  const { title, state, owner, due, doneAt } = improvement
  const late = due !== undefined && due < now && (state === 'open' || state === 'in-progress')
  const options = [state, ...states.filter((each) => each !== state && refusal({ state: each }) === undefined)]
  return (
    <li className={styles.card}>
      <p>{title}</p>
      <div className={styles.line}>
        <span className="muted">
          {owner === undefined ? 'nobody has it' : <PartyLink id={owner} ownership={ownership} />}
          {' · '}
          {state === 'done' && doneAt !== undefined ? (
            `done ${dateText(doneAt, zone)}`
          ) : due === undefined ? (
            'no due date'
          ) : (
            <span className={late ? looks.late : undefined}>
              due {dateText(due, zone)}
              {late && ', overdue'}
            </span>
          )}
        </span>
        {options.length > 1 ? (
          <Select
            label={`State of “${title}”`}
            value={state}
            options={options.map((each) => ({ value: each, label: workText(each) }))}
            onChange={(to) => {
              const wanted = states.find((each) => each === to)
              if (wanted) onSet({ state: wanted })
            }}
          />
        ) : (
          <Button disabledReason={refusal({ state: state === 'done' ? 'open' : 'done' })}>{workText(state)}</Button>
        )}
      </div>
    </li>
  )
}
