import { nameOf } from '../../../domain/matrix'
import { counted } from '../../../domain/plan/words'
import type { PlannedRequest } from '../../../domain/plan/requests'
import { Button, Modal, TextArea } from '../../../ui'
import { countText } from '../model/words'
import type { Plans } from '../model/usePlans'
import type { Rehearsed } from '../model/useRehearsal'
import { Sent } from './Sent'
import styles from './send.module.css'
import type { Sending } from './useSending'

interface SendDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly plans: Plans
  readonly rehearsed: Rehearsed
  readonly sending: Sending
  /** Why problems may stay unsolved. */
  readonly accepted: string
  readonly onAccepted: (text: string) => void
  /** What every request will give as its reason. */
  readonly reason: string
}

/** Says exactly what will be asked for, and sends it when told to. Then tells what became of each. */
export function SendDialog(props: SendDialogProps) {
  const { open, onClose, plans, rehearsed, sending, accepted, onAccepted, reason } = props
  const { batch, requests } = sending
  const { problems } = rehearsed
  const { current } = plans
  const n = requests.toSend.length
  const missing =
    current.reason.trim() === ''
      ? 'Say why: it stands in every request.'
      : problems.length > 0 && accepted.trim() === ''
        ? `${counted(problems.length, 'problem is', 'problems are')} unsolved: solve them, or say why they may stay.`
        : n === 0
          ? 'Nothing is left to ask for.'
          : undefined
  const asking = !batch.progress
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={asking ? `Request ${counted(n, 'change')}` : 'Requests'}
      footer={
        asking ? (
          <>
            <Button onClick={onClose}>Not yet</Button>
            <Button tone="primary" disabledReason={missing} onClick={() => sending.send(reason)}>
              Request {counted(n, 'change')}
            </Button>
          </>
        ) : (
          <>
            {batch.pending && <Button onClick={batch.stop}>Stop</Button>}
            {!batch.pending && batch.failed.length > 0 && (
              <Button tone="primary" onClick={sending.again}>
                Try the {countText(batch.failed.length)} again
              </Button>
            )}
            <Button onClick={onClose} disabledReason={batch.pending ? 'Requests are on their way.' : undefined}>
              Close
            </Button>
          </>
        )
      }
    >
      {asking ? (
        <div className={styles.asking}>
          <Told requests={requests.toSend} waiting={requests.waiting.length} rehearsed={rehearsed} />
          <TextArea
            label="Why, for those who decide"
            value={current.reason}
            required
            onChange={(next) => plans.edit((plan) => ({ ...plan, reason: next }))}
          />
          {problems.length > 0 && (
            <TextArea
              label={`Why ${counted(problems.length, 'unsolved problem')} may stay (goes into every request)`}
              value={accepted}
              onChange={onAccepted}
            />
          )}
          {missing !== undefined && <p className={styles.missing}>{missing}</p>}
        </div>
      ) : (
        <Sent batch={batch} outcome={rehearsed.outcome} />
      )}
    </Modal>
  )
}

/** The exact counts. */
function Told({
  requests,
  waiting,
  rehearsed: { outcome },
}: {
  readonly requests: readonly PlannedRequest[]
  readonly waiting: number
  readonly rehearsed: Rehearsed
}) {
  const steps = requests.flatMap(({ command }) => command.steps)
  const of = (op: 'give' | 'take') => steps.filter((step) => step.op === op).length
  const approvers = new Map<string, number>()
  for (const { activity } of requests) {
    const named = outcome.before.byId.get(activity)?.activity.review?.approvers ?? []
    const who = named.length === 0 ? 'anybody' : named.map((id) => nameOf(id, outcome.before)).join(' or ')
    approvers.set(who, (approvers.get(who) ?? 0) + 1)
  }
  return (
    <>
      <p>
        <b>{counted(requests.length, 'request')}</b> for {counted(requests.length, 'activity', 'activities')}:{' '}
        {counted(of('take'), 'role is', 'roles are')} taken and {counted(of('give'), 'role is', 'roles are')} given.
        Each is decided by itself; nothing changes before somebody approves it.
      </p>
      {waiting > 0 && (
        <p>{counted(waiting, 'more waits', 'more wait')} to be decided already and will not be sent again.</p>
      )}
      <p className="muted">
        To be decided by{' '}
        {[...approvers]
          .toSorted(([, left], [, right]) => right - left)
          .map(([who, count]) => `${who} (${countText(count)})`)
          .join(', ')}
        .
      </p>
    </>
  )
}
