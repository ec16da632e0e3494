import { useState } from 'react'
import { useCommand } from '../../../data'
import { counted } from '../../../domain/plan/words'
import { Button } from '../../../ui'
import type { Plans } from '../model/usePlans'
import type { Rehearsed } from '../model/useRehearsal'
import { SendDialog } from './SendDialog'
import { useSending } from './useSending'

/** The way out of the draft: asks once more, naming the exact counts, before anything is sent. */
export function Send({ plans, rehearsed }: { readonly plans: Plans; readonly rehearsed: Rehearsed }) {
  const [open, setOpen] = useState(false)
  const [accepted, setAccepted] = useState('')
  const { whyNot } = useCommand()
  const { current } = plans
  const { problems, outdated } = rehearsed
  const unsolved = problems.length > 0 && accepted.trim() !== ''
  const reason = [
    current.reason.trim(),
    ...(unsolved ? [`Asked for with ${counted(problems.length, 'unsolved problem')}: ${accepted.trim()}`] : []),
  ].join(' ')
  const sending = useSending(plans, rehearsed, reason)
  const { toSend, waiting } = sending.requests
  const { batch } = sending
  const blocked =
    whyNot('request-change') ??
    (outdated
      ? 'The consequences are being worked out.'
      : toSend.length > 0 || batch.progress
        ? undefined
        : waiting.length > 0
          ? 'All of it is asked for already, and waits to be decided.'
          : 'The plan changes no activity yet.')
  return (
    <>
      <Button tone="primary" disabledReason={blocked} onClick={() => setOpen(true)}>
        {batch.pending
          ? `Requesting ${batch.progress?.done.length ?? 0} of ${batch.progress?.total ?? 0}`
          : `Request ${counted(toSend.length, 'change')}`}
      </Button>
      <SendDialog
        open={open}
        onClose={() => {
          setOpen(false)
          sending.close()
        }}
        plans={plans}
        rehearsed={rehearsed}
        sending={sending}
        accepted={accepted}
        onAccepted={setAccepted}
        reason={reason}
      />
    </>
  )
}
