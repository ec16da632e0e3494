import { useEffect, useRef, useState } from 'react'
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
  const item = useRef<HTMLLIElement>(null)
  const turned = useRef(false)
  const turn = (on: boolean) => {
    turned.current = true
    setOpen(on)
  }
  // What was pressed is gone: by the keyboard one goes on in the form, and after it where one came from.
  useEffect(() => {
    if (turned.current) item.current?.querySelector<HTMLElement>(open ? 'input' : 'button')?.focus()
  }, [open])
  return (
    <li ref={item} className={styles.proposal}>
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
        <ProposalForm group={group} frame={frame} onClose={() => turn(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button onClick={() => turn(true)}>Look at the {group.incidents.length}, record a problem…</Button>
          <Button tone="quiet" onClick={onDismiss}>
            Dismiss
          </Button>
        </div>
      )}
    </li>
  )
}
