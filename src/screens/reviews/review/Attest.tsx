import { useState } from 'react'
import { useActor, useBatch, useCommand, useDraft } from '../../../data'
import type { Standing } from '../../../domain/coverage'
import { dateText } from '../../../domain/time/format'
import { Button, Modal, TextField, useUnsaved } from '../../../ui'
import type { Book } from '../model/book'
import { countText, several } from '../model/words'
import { Attested } from './Attested'

interface AttestProps {
  /** As they were when the person chose them. */
  readonly standings: readonly Standing[]
  readonly book: Book
  /** With the ids of those that were confirmed. */
  readonly onClose: (confirmed: readonly string[]) => void
}

/**
 * Confirms reviews: by whom, on which day, resting on what. Many at once are many commands, of which each can fail by
 * itself; those that failed are named with the reason and can be sent again.
 */
export function Attest({ standings, book, onClose }: AttestProps) {
  const actor = useActor()
  const { whyNot } = useCommand()
  const { run, again, stop, progress, pending, failed } = useBatch()
  const { text, write, sent } = useDraft('reviews evidence')
  const [seen] = useState(() => new Map(standings.map(({ activity }) => [activity.id, activity])))
  const done = progress !== undefined && !pending && failed.length === 0
  useUnsaved(!done && text.trim() !== '')

  const send = (ids: readonly string[], moved: ReadonlySet<string>) =>
    run(
      ids.map((id) => {
        const known = moved.has(id) ? book.ownership.byId.get(id)?.activity : seen.get(id)
        const evidence = text.trim()
        return {
          id,
          command: { kind: 'mark-reviewed', activity: id, ...(evidence !== '' && { evidence }) },
          ...(known?.version !== undefined && { version: known.version }),
        }
      }),
    )
  const repeat = () => {
    const clashed = failed.filter(({ error }) => error.fault === 'conflict').map(({ intent }) => intent.id)
    // Sent on the version that the person has now seen beside the own one.
    if (clashed.length === 0) again()
    else
      send(
        failed.map(({ intent }) => intent.id),
        new Set(clashed),
      )
  }
  const close = () => {
    if (pending) return
    const left = new Set(failed.map(({ intent }) => intent.id))
    if (done) sent(text)
    onClose(progress === undefined ? [] : [...seen.keys()].filter((id) => !left.has(id)))
  }

  const many = several(standings.length, 'review')
  const refused = failed.length > 0 && !pending
  return (
    <Modal
      open
      onClose={close}
      title={standings.length === 1 ? 'Confirm the review' : `Confirm ${many}`}
      footer={
        done ? (
          <Button tone="primary" onClick={close}>
            Close
          </Button>
        ) : (
          <>
            <Button
              tone="primary"
              disabledReason={pending ? 'They are being sent.' : whyNot('mark-reviewed')}
              onClick={refused ? repeat : () => send([...seen.keys()], new Set())}
            >
              {pending ? 'Confirming…' : refused ? `Try the ${countText(failed.length)} again` : `Confirm ${many}`}
            </Button>
            <Button tone="quiet" onClick={pending ? stop : close}>
              {pending ? 'Stop' : 'Cancel'}
            </Button>
          </>
        )
      }
    >
      <p>
        Confirmed by <b>{actor}</b> on <b>{dateText(book.now, book.zone)}</b>: the ownership of{' '}
        {standings.length === 1 ? 'this activity' : `these ${countText(standings.length)} activities`}, and what is
        written of it, was looked at and holds.
      </p>
      <TextField label="Evidence: a ticket, the minutes of a meeting (may stay empty)" value={text} onChange={write} />
      <Attested seen={seen} progress={progress} book={book} />
    </Modal>
  )
}
