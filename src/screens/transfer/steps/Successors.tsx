import { useMemo } from 'react'
import type { OwnershipView } from '../../../data'
import { nameOf } from '../../../domain/matrix'
import { successorsOf } from '../../../domain/plan/successors'
import type { Id } from '../../../domain/units'
import { ChipButton } from '../../../ui'
import styles from './steps.module.css'

interface SuccessorsProps {
  readonly party: Id
  readonly view: OwnershipView
  readonly onChoose: (party: Id) => void
}

const nobodyLeft: ReadonlyMap<Id, number> = new Map()
/** More would not be read. */
const most = 4

/** Who could take over everything, each with the reason why they come to mind. */
export function Successors({ party, view: { ownership }, onChoose }: SuccessorsProps) {
  const candidates = useMemo(
    () => successorsOf(party, { before: ownership, after: ownership, retired: nobodyLeft }).slice(0, most),
    [party, ownership],
  )
  if (candidates.length === 0) return null
  return (
    <ul className={styles.successors} aria-label="Suggested successors">
      {candidates.map((each) => (
        <li key={each.party}>
          <ChipButton onClick={() => onChoose(each.party)}>{nameOf(each.party, ownership)}</ChipButton>
          <span className={styles.explained}>{each.reason}</span>
        </li>
      ))}
    </ul>
  )
}
