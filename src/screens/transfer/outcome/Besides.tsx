import { pathTo } from '../../../app/paths'
import { nameOf } from '../../../domain/matrix'
import { type Notice, type NoticeKind, noticeText } from '../../../domain/plan/notices'
import type { Outcome } from '../../../domain/plan/rehearse'
import type { Id } from '../../../domain/units'
import { EmptyState, Link } from '../../../ui'
import { countText } from '../model/words'
import styles from './outcome.module.css'

/** Links that are shown before the rest is only counted. */
const most = 6

const advice: Readonly<Record<NoticeKind, string>> = {
  team: 'Add it where teams are kept.',
  reviews: 'Name others where the review policy is kept.',
  workloads: 'Name another owner where workloads are kept.',
  children: 'Give them another parent where teams are kept.',
  personal: 'Plan a move for each whose roles should change too.',
  validator: 'Name somebody who checks the result, by a request.',
  'self-check': 'Name another validator, by a request.',
  observed: 'It settles once the new owners do the work. Until then it shows as a gap.',
}

/** What is to be seen to besides: requests cannot change it, and it stands in nobody's way. */
export function Besides({ outcome, notices }: { readonly outcome: Outcome; readonly notices: readonly Notice[] }) {
  if (notices.length === 0)
    return (
      <EmptyState title="Nothing else to see to" icon="check">
        <p>No review, workload or team points to who is no more afterwards.</p>
      </EmptyState>
    )
  return (
    <ul className={styles.notices} aria-label="Also to see to">
      {notices.map((notice) => (
        <li key={`${notice.kind} ${notice.party}`}>
          <p>
            {noticeText(notice, outcome)} <span className={styles.muted}>{advice[notice.kind]}</span>
          </p>
          {notice.kind !== 'team' && (
            <p className={styles.links}>
              {notice.ids.slice(0, most).map((id) => (
                <Place key={id} kind={notice.kind} id={id} outcome={outcome} />
              ))}
              {notice.ids.length > most && (
                <span className={styles.muted}>and {countText(notice.ids.length - most)} more</span>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Place({
  kind,
  id,
  outcome: { after },
}: {
  readonly kind: NoticeKind
  readonly id: Id
  readonly outcome: Outcome
}) {
  if (kind === 'workloads')
    return <Link to={pathTo('ownership', { workload: id })}>{after.workload(id)?.name ?? id}</Link>
  if (kind === 'children') return <Link to={pathTo('parties', { id })}>{nameOf(id, after)}</Link>
  return <Link to={pathTo('ownership', { activity: id })}>{after.byId.get(id)?.activity.name ?? id}</Link>
}
