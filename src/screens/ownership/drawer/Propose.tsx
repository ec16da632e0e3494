import { useCommand, useFormDraft, useZone } from '../../../data'
import { nameOf } from '../../../domain/matrix'
import { type Assignment, roleNames } from '../../../domain/ownership'
import { Button } from '../../../ui'
import type { AboutProps } from './ActivityDrawer'
import { useAsk } from './ask'
import { begun, draftOf, proposed } from './forms/begun'

interface ProposeProps extends AboutProps {
  readonly claim: Assignment
}

/** Opens the form with everything filled in that makes the claim the declared truth. Nothing is overwritten by it. */
export function Propose({ standing, ownership, claim }: ProposeProps) {
  const { name: zone } = useZone()
  const { whyNot } = useCommand()
  const { open } = useAsk()
  const { values, set, dirty } = useFormDraft(draftOf('change', standing.activity.id), begun(standing, undefined))
  if (claim.party === undefined) return null
  return (
    <Button
      disabledReason={whyNot('request-change')}
      onClick={() => {
        const wanted = proposed(standing, claim, zone)
        set(dirty && values.reason.trim() !== '' ? { ...wanted, reason: values.reason } : wanted)
        open('change')
      }}
    >
      Propose as {roleNames[claim.role].toLowerCase()}
      <span className="hidden">: {nameOf(claim.party, ownership)}</span>
    </Button>
  )
}
