import { pathTo } from '../../../../app/paths'
import type { Batch } from '../../../../data'
import { Button, Link, Modal } from '../../../../ui'
import { countText } from '../../model/words'
import styles from './importing.module.css'

interface OutcomeProps {
  readonly batch: Batch
  /** What a row is called. */
  readonly name: (key: string) => string
  readonly onBack: () => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** How far the requests came, and each that was refused with its reason. */
export function Outcome({ batch, name, onBack, onClose, onDone }: OutcomeProps) {
  const { progress, pending, failed, again, stop } = batch
  const sent = progress?.done.length ?? 0
  const total = progress?.total ?? 0
  const whole = !pending && failed.length === 0
  return (
    <Modal
      open
      wide
      onClose={whole ? onDone : onClose}
      title={pending ? 'Sending change requests' : 'Change requests'}
      footer={
        pending ? (
          <Button onClick={stop}>Stop</Button>
        ) : whole ? (
          <Button tone="primary" onClick={onDone}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onBack}>Back to the table</Button>
            <Button tone="primary" onClick={() => again()}>
              Send the {countText(failed.length)} again
            </Button>
          </>
        )
      }
    >
      <p role="status">
        <b>{countText(sent)}</b> of {countText(total)} change requests were sent.
        {whole && ' Nothing changes before an approver says so.'}
      </p>
      {sent > 0 && (
        <p>
          <Link to={pathTo('reviews', { tab: 'requests' })}>Look at the requests</Link>
        </p>
      )}
      {failed.length > 0 && (
        <ul aria-label="Not sent" className={styles.failed}>
          {failed.map(({ intent, error }) => (
            <li key={intent.id}>
              {name(intent.id)} <span className="muted">({intent.id})</span>: {error.message}
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
