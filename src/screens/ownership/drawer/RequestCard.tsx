import { useState } from 'react'
import { useDraft, useNow, useZone } from '../../../data'
import type { ChangeRequest } from '../../../domain/change'
import type { Ownership } from '../../../domain/coverage'
import { nameOf } from '../../../domain/matrix'
import { ageText, dateTimeText } from '../../../domain/time/format'
import { formatInstant } from '../../../domain/units'
import { Button, TextField, Time } from '../../../ui'
import { InlineForm } from './InlineForm'
import { PartyLinks } from './PartyLink'
import { requestText } from './words'
import styles from './drawer.module.css'

export type Decision = 'approved' | 'rejected' | 'withdrawn'

interface RequestCardProps {
  readonly request: ChangeRequest
  readonly ownership: Ownership
  /** Why it cannot be decided so. */
  readonly refusal: (decision: Decision) => string | undefined
  /** `done` is called once it was carried out. */
  readonly onDecide: (decision: Decision, note: string, done?: () => void) => void
}

/** One wish to change the ownership: what it would do, why, who asks, who decides. */
export function RequestCard({ request, ownership, refusal, onDecide }: RequestCardProps) {
  const now = useNow(60)
  const { name: zone } = useZone()
  const [rejecting, setRejecting] = useState(false)
  const { text, write, sent } = useDraft(`ownership reject ${request.id}`)
  const { reason, proposer, proposedAt, approvers, plan } = request
  return (
    <li className={styles.card}>
      <p>
        <span className="muted">If approved: </span>
        {requestText(request, ownership, zone)}.
      </p>
      <p className="muted">
        “{reason}” {nameOf(proposer, ownership)},{' '}
        <Time iso={formatInstant(proposedAt)} absolute={dateTimeText(proposedAt, zone)}>
          {ageText(proposedAt, now)}
        </Time>
        {plan !== undefined && `, part of the plan “${plan}”`}
        {'. '}
        {approvers.length > 0 ? (
          <>
            To be decided by <PartyLinks ids={approvers} ownership={ownership} />.
          </>
        ) : (
          'No approver is named: anybody may decide.'
        )}
      </p>
      {rejecting ? (
        <InlineForm
          label="Reject the request"
          submit="Reject it"
          tone="danger"
          reason={refusal('rejected')}
          onSend={() => onDecide('rejected', text.trim(), () => sent(text))}
          onCancel={() => setRejecting(false)}
        >
          <TextField label="What speaks against it (may stay empty)" value={text} onChange={write} />
        </InlineForm>
      ) : (
        <div className={styles.buttons}>
          <Button disabledReason={refusal('approved')} onClick={() => onDecide('approved', '')}>
            Approve
          </Button>
          <Button disabledReason={refusal('rejected')} onClick={() => setRejecting(true)}>
            Reject
          </Button>
          <Button tone="quiet" disabledReason={refusal('withdrawn')} onClick={() => onDecide('withdrawn', '')}>
            Take back
          </Button>
        </div>
      )}
    </li>
  )
}
