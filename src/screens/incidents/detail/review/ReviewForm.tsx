import { useFormDraft, useZone } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { whyNot } from '../../../../domain/transitions'
import { Button, TextArea, TextField, useUnsaved } from '../../../../ui'
import type { Names } from '../../useNames'
import { Refused } from '../Refused'
import { fieldsOf, reviewIn, standOf, wrongMoment } from './fields'
import styles from './review.module.css'
import { usePresentCommand } from '../usePresentCommand'

interface ReviewFormProps {
  readonly incident: Incident
  readonly names: Names
  readonly onClose: () => void
}

/** Writes the review down. What was begun survives a reload. */
export default function ReviewForm({ incident, names, onClose }: ReviewFormProps) {
  const commanding = usePresentCommand()
  const { name: zone } = useZone()
  const { values, set, sent, dirty } = useFormDraft(`review of ${incident.id}`, fieldsOf(incident, zone))
  useUnsaved(dirty)
  // The draft may be older than what stands there now: that must not be written over unseen.
  const overtaken = dirty && !commanding.pending && values.base !== standOf(incident)
  const wrong = wrongMoment(values.heldAt, zone)
  const command = { kind: 'write-review', incident: incident.id, review: reviewIn(values, incident, zone) } as const
  const reason = commanding.pending
    ? 'It is being sent.'
    : overtaken
      ? 'The review was changed meanwhile: choose first.'
      : (commanding.whyNot('write-review') ?? whyNot(incident, command) ?? wrong)
  return (
    <form
      className={styles.form}
      aria-label="Write the review"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason !== undefined) return
        commanding.send({
          command,
          ...(incident.version !== undefined && { version: incident.version }),
          done: () => {
            sent()
            onClose()
          },
        })
      }}
    >
      {overtaken && (
        <div role="alert" className={styles.overtaken}>
          <p>
            Somebody changed the review while this draft was written. Theirs:{' '}
            {incident.review === undefined ? 'none' : `“${incident.review.summary}”`}. The fields below are yours.
          </p>
          <Button onClick={() => set({ base: standOf(incident) })}>Keep mine, to be written over theirs</Button>
          <Button tone="quiet" onClick={() => set(fieldsOf(incident, zone))}>
            Take theirs, and throw the draft away
          </Button>
        </div>
      )}
      <TextArea label="Summary" value={values.summary} onChange={(summary) => set({ summary })} />
      <TextField label="Trigger: what set it off" value={values.trigger} onChange={(trigger) => set({ trigger })} />
      <div className={styles.points}>
        <TextArea
          label="Contributing factors, one a line"
          value={values.factors}
          onChange={(factors) => set({ factors })}
        />
        <TextArea
          label="What went well, one a line"
          value={values.wentWell}
          onChange={(wentWell) => set({ wentWell })}
        />
        <TextArea label="Lessons, one a line" value={values.lessons} onChange={(lessons) => set({ lessons })} />
        <TextArea
          label="Shared with, one a line"
          value={values.sharedWith}
          onChange={(sharedWith) => set({ sharedWith })}
        />
      </div>
      <TextField
        label={`Held at (${zone}; empty: not yet)`}
        type="datetime-local"
        value={values.heldAt}
        error={wrong}
        onChange={(heldAt) => set({ heldAt })}
      />
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabledReason={reason}>
          Save the review
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Close
        </Button>
        {dirty && (
          <Button tone="quiet" onClick={() => set(fieldsOf(incident, zone))}>
            Throw the draft away
          </Button>
        )}
        {reason !== undefined && <span className="muted">{reason}</span>}
      </div>
      <Refused commanding={commanding} incident={incident} names={names} />
    </form>
  )
}
