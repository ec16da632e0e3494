import { useState } from 'react'
import { isWhole, useActor, useCommand, useNow, useZone, type View } from '../../../data'
import { whyNotDecision } from '../../../domain/changeRules'
import type { ChangeRequest } from '../../../domain/change'
import { theirsText } from '../../../domain/clash'
import { PartialNote } from '../../../ui'
import type { AboutProps } from './ActivityDrawer'
import { mineText, requestFields } from './fields'
import { Refused } from './Refused'
import { type Decision, RequestCard } from './RequestCard'
import { Section } from './Section'
import styles from './drawer.module.css'

interface RequestsProps extends AboutProps {
  readonly requests: View<'requests'>
}

/** The requests that wait for a decision, and what the last decision met with. Nothing where none waits. */
export function Requests({ standing, ownership, requests }: RequestsProps) {
  const commanding = useCommand()
  const actor = useActor()
  const now = useNow(60)
  const { name: zone } = useZone()
  const open = requests.items.filter(({ state }) => state === 'proposed')
  const [seen, setSeen] = useState<ChangeRequest>()
  const { command, error, pending, whyNot } = commanding
  const meant = command?.kind === 'decide-change' ? command : undefined
  const decided = requests.items.find(({ id }) => id === meant?.request)

  const refusal = (request: ChangeRequest, decision: Decision) =>
    pending
      ? 'A decision is being sent.'
      : (whyNot('decide-change') ??
        whyNotDecision(request, decision, {
          actor,
          now,
          assignments: standing.assignments,
          party: ownership.party,
        }))
  const decide = (request: ChangeRequest, decision: Decision, note: string, done?: () => void) => {
    setSeen(request)
    commanding.send({
      command: { kind: 'decide-change', request: request.id, decision, ...(note !== '' && { note }) },
      ...(request.version !== undefined && { version: request.version }),
      ...(done && { done }),
    })
  }
  if (requests.state === 'ready' && open.length === 0 && !error && isWhole(requests)) return null
  return (
    <Section
      title={`Waiting for a decision${open.length > 0 ? ` (${open.length})` : ''}`}
      view={requests}
      what="Change requests"
    >
      {!isWhole(requests) && <PartialNote>Not every source told its change requests: there may be more.</PartialNote>}
      {error && meant && (
        <Refused
          commanding={commanding}
          theirs={
            decided && seen
              ? theirsText(requestFields(seen, ownership), requestFields(decided, ownership))
              : 'it is gone'
          }
          mine={mineText(meant, ownership, zone)}
          version={decided?.version}
          why={decided ? refusal(decided, meant.decision) : 'The request is gone.'}
        />
      )}
      <ul className={styles.cards}>
        {open.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            ownership={ownership}
            refusal={(decision) => refusal(request, decision)}
            onDecide={(decision, note, done) => decide(request, decision, note, done)}
          />
        ))}
      </ul>
    </Section>
  )
}
