import type { Commanding } from '../../../data'
import { Button } from '../../../ui'
import looks from '../ownership.module.css'
import styles from './drawer.module.css'

interface RefusedProps {
  readonly commanding: Commanding
  /** How the record stands now and what was meant, for a change that somebody else came before. */
  readonly theirs: string
  readonly mine: string
  /** Of the record as it stands now. */
  readonly version: string | undefined
  /** Why it cannot be sent on the new version either. */
  readonly why?: string | undefined
  /** Gives up what was meant, or goes back to where it was typed. Absent: it was typed nowhere. */
  readonly onDiscard?: () => void
  readonly onKeep?: () => void
}

/** Why something was not carried out, and the ways on: nothing that was typed is lost by any but the last. */
export function Refused({ commanding, theirs, mine, version, why, onDiscard, onKeep }: RefusedProps) {
  const { error, again, anew, dismiss } = commanding
  if (!error) return null
  const clash = error.fault === 'conflict'
  return (
    <div role="alert" className={styles.refused}>
      <p className={looks.sev1}>
        {clash ? 'Somebody changed it meanwhile: ' : 'Not carried out: '}
        {error.message}
      </p>
      {clash && (
        <dl className={styles.clash}>
          <dt>Theirs now</dt>
          <dd>{theirs}</dd>
          <dt>Mine</dt>
          <dd>{mine}</dd>
        </dl>
      )}
      {clash ? (
        <Button disabledReason={why} onClick={() => anew(version)}>
          Send anyway on the new version
        </Button>
      ) : (
        <Button onClick={again}>Try again</Button>
      )}
      {clash && onDiscard ? (
        <>
          <Button
            onClick={() => {
              dismiss()
              onKeep?.()
            }}
          >
            Keep editing
          </Button>
          <Button
            tone="quiet"
            onClick={() => {
              dismiss()
              onDiscard()
            }}
          >
            Discard mine
          </Button>
        </>
      ) : (
        <Button tone="quiet" onClick={dismiss}>
          {clash ? 'Discard mine' : 'Dismiss'}
        </Button>
      )}
    </div>
  )
}
