import type { Commanding } from '../../../data'
import { Button, Icon } from '../../../ui'
import styles from '../forms.module.css'

interface RefusedProps {
  readonly commanding: Commanding
  /** Of the record as it now is. */
  readonly version: string | undefined
  /** The record as it now is, and what the person wanted, in words. */
  readonly theirs: string
  readonly mine: string
  /** Why the command cannot be sent on the new version. */
  readonly whyNotAnew?: string | undefined
}

/** Why a command was not carried out, and the ways on. Where somebody was quicker, both versions. */
export function Refused({ commanding, version, theirs, mine, whyNotAnew }: RefusedProps) {
  const { error, again, anew, dismiss, pending } = commanding
  if (!error || pending) return null
  const clash = error.fault === 'conflict'
  return (
    <div role="alert" className={styles.refused}>
      <Icon name="warn" size={16} />
      <span>
        {clash ? 'Somebody changed it meanwhile: ' : 'Not carried out: '}
        {error.message}
        {clash && (
          <>
            <br />
            Theirs: {theirs}
            <br />
            Mine: {mine}
          </>
        )}
      </span>
      {clash ? (
        <>
          <Button disabledReason={whyNotAnew} onClick={() => anew(version)}>
            Send on the new version
          </Button>
          <Button tone="quiet" onClick={dismiss}>
            Keep theirs
          </Button>
        </>
      ) : (
        <>
          <Button onClick={again}>Try again</Button>
          <Button tone="quiet" onClick={dismiss}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  )
}
