import { pathTo } from '../../../app/paths'
import { useZone } from '../../../data'
import type { OwedReview, reviewsOwed } from '../../../domain/party/owed'
import { dateText } from '../../../domain/time/format'
import { Link } from '../../../ui'
import styles from '../page.module.css'
import { countText } from '../words'
import { Activity } from './Activity'
import { Section } from './Section'

const as: Readonly<Record<OwedReview['as'], string>> = {
  reviewer: 'reviews it',
  approver: 'approves it',
  accountable: 'no reviewer is named: owed by who answers for it',
}

function Due({ duty: { group, due } }: OwedReview) {
  const { name: zone } = useZone()
  if (group === 'never' || due === undefined) return <span className={styles.gap}>never reviewed</span>
  return group === 'overdue' ? (
    <span className={styles.gap}>overdue since {dateText(due, zone)}</span>
  ) : (
    <span>due {dateText(due, zone)}</span>
  )
}

/** Reviews that are late or due soon, and how many come after. */
export function Reviews({
  owed: { open, later },
  recorded,
}: {
  readonly owed: ReturnType<typeof reviewsOwed>
  /** Whether any source records reviews at all. */
  readonly recorded: boolean
}) {
  const none =
    later === 0 ? 'No review is owed.' : `None is late or due within 30 days; ${countText(later)} are due later.`
  return (
    <Section
      title="Open reviews"
      anchor="reviews"
      sub={`Overdue, never done, or due within 30 days. ${countText(later)} more are due later.`}
      items={open}
      itemKey={({ duty }) => duty.standing.activity.id}
      none={recorded ? none : 'No source records when reviews took place.'}
      render={(owed) => (
        <Activity standing={owed.duty.standing}>
          <Due {...owed} />
          <span>{as[owed.as]}</span>
        </Activity>
      )}
      {...(open.length > 0 && { more: <Link to={pathTo('reviews', { tab: 'reviews' })}>All reviews</Link> })}
    />
  )
}
