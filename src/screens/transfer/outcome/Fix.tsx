import { useEffect, useRef, useState } from 'react'
import type { Broken } from '../../../domain/plan/problems'
import type { Names } from '../../../domain/plan/words'
import type { Id } from '../../../domain/units'
import { Button, ChipButton, Picker } from '../../../ui'
import type { PartyOptions } from '../model/options'
import styles from './outcome.module.css'

interface FixProps {
  readonly problem: Broken
  readonly names: Names
  readonly options: PartyOptions
  readonly retired: ReadonlyMap<Id, number>
  readonly onGive: (party: Id) => void
}

/** More suggestions than these would bury the likely one. */
const most = 2

/** Who could take the role: suggestions with their reason, or anybody. */
export function Fix({ problem, names, options, retired, onGive }: FixProps) {
  const [other, setOther] = useState(false)
  const what = names.activity(problem.activity)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (other) field.current?.focus()
  }, [other])
  if (other)
    return (
      <div className={styles.other}>
        <Picker
          ref={field}
          label={`Give ${what} to`}
          options={options.all.filter(({ value }) => !retired.has(value))}
          value=""
          onChange={(party) => party !== '' && onGive(party)}
        />
        <Button tone="quiet" onClick={() => setOther(false)}>
          Cancel
        </Button>
      </div>
    )
  return (
    <ul className={styles.fixes} aria-label={`Who could take ${what}`}>
      {problem.candidates.slice(0, most).map(({ party, reason }) => (
        <li key={party}>
          <ChipButton title={reason} onClick={() => onGive(party)}>
            Give to {names.party(party)}
          </ChipButton>
          <span className={styles.muted}>{reason}</span>
        </li>
      ))}
      <li>
        <Button tone="quiet" aria-label={`Give ${what} to another`} onClick={() => setOther(true)}>
          Another…
        </Button>
      </li>
    </ul>
  )
}
