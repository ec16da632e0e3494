import { useState } from 'react'
import { ownershipAsCode, useBatch, useCommand, useDraft, useNow, useZone } from '../../../../data'
import type { Ownership } from '../../../../domain/coverage'
import type { Pending } from '../../../../domain/matrix'
import type { Party } from '../../../../domain/ownership'
import { tableFile } from '../../../../domain/tables/file'
import { faultsOf, faultTable } from '../../../../domain/tables/raciFaults'
import { withRows } from '../../../../domain/tables/raciRecords'
import { announce, Button, Modal, TextField } from '../../../../ui'
import { saveFile } from '../../../../ui/save'
import { countText } from '../../model/words'
import { recordsOf } from '../code/records'
import styles from './importing.module.css'
import { Names } from './Names'
import { Outcome } from './Outcome'
import { requestOf } from './request'
import { Rows } from './Rows'
import { SettingsBar } from './SettingsBar'
import { useImport } from './useImport'

interface ReviewProps {
  readonly text: string
  /** The file it came from; empty when it was pasted. */
  readonly source: string
  readonly ownership: Ownership
  readonly parties: readonly Party[]
  readonly pending: Pending
  readonly onBack: () => void
  readonly onClose: () => void
  /** All was sent: the table need not be kept. */
  readonly onDone: () => void
}

/** The table beside what is recorded. What is chosen goes out as requests, only when asked to. */
export function Review(props: ReviewProps) {
  const { text, source, ownership, parties, pending, onBack, onClose, onDone } = props
  const importing = useImport(text, ownership, parties)
  const { plan, sheet, read, isChosen } = importing
  const draft = useDraft('ownership import reason')
  const [touched, setTouched] = useState(false)
  const batch = useBatch()
  const { whyNot } = useCommand()
  const now = useNow(60)
  const { name: zone } = useZone()
  const usual = source === '' ? 'Imported from a table' : `Imported from ${source}`
  const reason = touched || draft.text !== '' ? draft.text : usual
  const chosen = plan.rows.filter(isChosen)
  const faults = faultsOf(sheet, plan)
  const noun = chosen.length === 1 ? 'change request' : 'change requests'
  const refusal =
    whyNot('request-change') ??
    (chosen.length === 0 ? 'Choose at least one row that changes something.' : undefined) ??
    (reason.trim() === '' ? 'Say why: approvers read it.' : undefined)
  const back = () => {
    // What was sent is not sent again; what was refused is looked at beside what is recorded now.
    const sent = new Set(batch.progress?.done)
    importing.choose(
      plan.rows.filter(({ entry }) => sent.has(entry.key)),
      false,
    )
    batch.dismiss()
  }
  const saveCode = async () => {
    try {
      const text = await ownershipAsCode(recordsOf(withRows(ownership.standings, chosen), parties))
      saveFile({ name: 'ownership.yaml', type: 'text/plain;charset=utf-8', text })
    } catch {
      announce('The file could not be written. Try again.', 'assertive')
    }
  }
  if (batch.progress)
    return (
      <Outcome
        batch={batch}
        name={(key) => plan.rows.find(({ entry }) => entry.key === key)?.standing?.activity.name ?? key}
        onBack={back}
        onClose={onClose}
        onDone={onDone}
      />
    )
  return (
    <Modal
      open
      wide
      onClose={onClose}
      title="What the table would change"
      footer={
        <>
          <div className={styles.reason}>
            <TextField
              label="Reason, for the approvers"
              value={reason}
              onChange={(next) => {
                setTouched(true)
                draft.write(next)
              }}
            />
          </div>
          <Button onClick={onBack}>Back</Button>
          <Button
            disabledReason={faults.length === 0 ? 'Every row could be read.' : undefined}
            onClick={() => saveFile(tableFile(faultTable(sheet, plan, read.rows), 'csv', now, zone))}
          >
            Download what cannot be read
          </Button>
          <Button
            disabledReason={chosen.length === 0 ? 'Choose at least one row that changes something.' : undefined}
            onClick={() => void saveCode()}
          >
            Download as ownership.yaml
          </Button>
          <Button
            tone="primary"
            disabledReason={refusal}
            onClick={() => batch.run(chosen.map((row) => requestOf(row, reason)))}
          >
            Send {countText(chosen.length)} {noun}
          </Button>
        </>
      }
    >
      <SettingsBar importing={importing} />
      {sheet.faults.map(({ line, text: wrong, cells }) => (
        <p key={line} className={styles.fault}>
          Line {line}: {wrong} <code>{cells.join(' ').slice(0, 200)}</code>
        </p>
      ))}
      {plan.rows.length === 0 && (
        <p role="alert" className={styles.fault}>
          No row of the table names an activity. The first row must be the header, and something must stand below it.
        </p>
      )}
      <Names importing={importing} parties={parties} />
      <Rows importing={importing} ownership={ownership} pending={pending} />
    </Modal>
  )
}
