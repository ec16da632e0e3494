import { useState } from 'react'
import type { Commanding } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { Button, Icon } from '../../../ui'
import type { Names } from '../useNames'
import { refusal } from './actions'
import { clashOf } from './clash'
import styles from './detail.module.css'

interface RefusedProps {
  readonly commanding: Commanding
  readonly incident: Incident
  readonly names: Names
}

/** Why a command was not carried out, and the ways on. Nothing where all is well. */
export function Refused({ commanding, incident, names }: RefusedProps) {
  const { error, command, pending } = commanding
  // The record as it was when nothing was on its way: what the person saw.
  const [seen, setSeen] = useState(incident)
  if (!pending && !error && seen !== incident) setSeen(incident)
  if (!error) return null
  const clash = error.fault === 'conflict' && command ? clashOf(command, seen, incident, names) : undefined
  return (
    <div role="alert" className={styles.refused}>
      <Icon name="warn" size={16} />
      <span>
        {clash ? 'Somebody changed it meanwhile: ' : 'Not carried out: '}
        {error.message}
        {clash && (
          <>
            <br />
            You saw: {clash.base}
            <br />
            Theirs: {clash.theirs}
            <br />
            Mine: {clash.mine}
          </>
        )}
      </span>
      {clash && command ? (
        <>
          <Button
            disabledReason={refusal(incident, command, commanding)}
            onClick={() => commanding.anew(incident.version)}
          >
            Send anyway on the new version
          </Button>
          <Button tone="quiet" onClick={commanding.dismiss}>
            Keep theirs
          </Button>
        </>
      ) : (
        <>
          <Button onClick={commanding.again}>Try again</Button>
          <Button tone="quiet" onClick={commanding.dismiss}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  )
}
