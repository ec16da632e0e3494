import { useState } from 'react'
import { useDraft } from '../../../data'
import type { Group } from '../../../domain/recurrence/groups'
import { Button } from '../../../ui'
import { counted } from '../model/words'
import { type Frame, ProposalForm } from './ProposalForm'
import styles from './recurrence.module.css'
import { evidenceOf, timesOf } from './words'

interface ProposalProps {
  readonly group: Group
  readonly frame: Frame
  readonly onDismiss: () => void
}

/** One group with what speaks for it, and what can be done with it. A form that was begun stands open. */
export function Proposal({ group, frame, onDismiss }: ProposalProps) {
  const begun = useDraft(`recurrence ${group.key}`).text !== ''
  const [open, setOpen] = useState(begun)
  return (
    <li className={styles.proposal}>
      <h3>
        {group.title} <span className="muted">{counted(group.incidents.length, 'incident')}</span>
      </h3>
      <p className="num">{timesOf(group, frame.zone)}</p>
      <ul className={styles.evidence} aria-label="Evidence">
        {evidenceOf(group, frame.nameOf(group.workload)).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {open ? (
        <ProposalForm group={group} frame={frame} onClose={() => setOpen(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button onClick={() => setOpen(true)}>Look at the {group.incidents.length}, record a problem…</Button>
          <Button tone="quiet" onClick={onDismiss}>
            Dismiss
          </Button>
        </div>
      )}
    </li>
  )
}
