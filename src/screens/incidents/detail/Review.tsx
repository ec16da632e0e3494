import { lazy, Suspense, useState } from 'react'
import { useZone } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { reviewStanding } from '../../../domain/reviewDue'
import { Badge, Button, Skeleton } from '../../../ui'
import { useTick } from '../anchor'
import type { Names } from '../useNames'
import { Actions } from './review/Actions'
import { Handout } from './review/Handout'
import styles from './review/review.module.css'
import { useActions } from './review/useActions'
import { usePresentCommand } from './usePresentCommand'
import { useReviewsKept } from './review/useReviewsKept'
import { detectionText, policyText, standingText, standingTone } from './review/words'
import { Written } from './review/Written'

const ReviewForm = lazy(() => import('./review/ReviewForm'))

interface ReviewProps {
  readonly incident: Incident
  readonly names: Names
}

/** What was learned afterwards, what is to be done, and whether the review is due. */
export function Review({ incident, names }: ReviewProps) {
  const now = useTick(600)
  const { name: zone } = useZone()
  const [writing, setWriting] = useState(false)
  const commanding = usePresentCommand()
  const standing = reviewStanding(incident, now)
  const told = useActions(incident, names, now)
  const asked = standing.kind === 'due' || standing.kind === 'overdue' || standing.kind === 'no-end'
  const elsewhere = useReviewsKept(asked)
  const unknown = asked && elsewhere.known && !elsewhere.kept
  const text = unknown
    ? `not recorded, as for none of the newest ${elsewhere.of} SEV1 and SEV2`
    : standingText(standing, now, zone)
  const detection = detectionText(incident)
  const reason =
    standing.kind === 'burning' ? 'It is not over yet: resolve it, then review it.' : commanding.whyNot('write-review')
  return (
    <section className={styles.review} aria-label="Post-incident review">
      <div className={styles.head}>
        <h3>Post-incident review</h3>
        <Badge tone={unknown ? 'neutral' : standingTone(standing)}>{text}</Badge>
        <span className={styles.space} />
        <Button tone="quiet" aria-expanded={writing} disabledReason={reason} onClick={() => setWriting(!writing)}>
          {incident.review ? 'Edit' : 'Write it'}
        </Button>
        <Handout
          told={{
            incident,
            standing: text,
            policy: policyText,
            actions: told.actions,
            missing: told.missing === '' ? [] : [told.missing],
            now,
            zone,
            ...(detection !== undefined && { detection }),
          }}
        />
      </div>
      <p className={styles.meta}>Policy: {policyText}.</p>
      {writing && (
        <Suspense fallback={<Skeleton label="The form is loading" rows={6} />}>
          <ReviewForm incident={incident} names={names} onClose={() => setWriting(false)} />
        </Suspense>
      )}
      {!writing && <Written incident={incident} />}
      <Actions incident={incident} names={names} told={told} />
    </section>
  )
}
