import { useNow, useZone } from '../../../data'
import { reviewDue } from '../../../domain/gaps'
import { dateText } from '../../../domain/time/format'
import { day24, type Id } from '../../../domain/units'
import { lateText, valueText } from '../model/words'
import looks from '../ownership.module.css'
import type { AboutProps } from './ActivityDrawer'
import { Fact, NotRecorded } from './Fact'
import { PartyLinks } from './PartyLink'
import styles from './drawer.module.css'

/** What it is. */
export const What = ({ standing: { activity } }: AboutProps) => (
  <>
    <Fact term="Kind">{valueText(activity.kind)}</Fact>
    <Fact term="What">{activity.description}</Fact>
  </>
)

/** Why it is owned as it is, what it is worth to the business, and which events it answers. */
export function Why({ standing: { activity } }: AboutProps) {
  const { why, value, events, pages } = activity
  return (
    <>
      <Fact term="Why">{why}</Fact>
      <Fact term="Value">{value}</Fact>
      <Fact term="Answers">
        {events.length === 0 ? (
          <span className={styles.absent}>no event named</span>
        ) : (
          <>
            {events.map((event) => (
              <code key={event} className={styles.event}>
                {event}
              </code>
            ))}
            {pages !== undefined && (
              <span className="muted">{pages ? ' Can page a person.' : ' Does not page anybody.'}</span>
            )}
          </>
        )}
      </Fact>
    </>
  )
}

const riskNote = (preApproved: boolean | undefined) =>
  preApproved === undefined ? <NotRecorded /> : preApproved ? 'Yes' : 'No: each run needs an approval'

/** How risky it is, and whether it may be done without asking. */
export const Risk = ({ standing: { activity } }: AboutProps) => (
  <>
    <Fact term="Risk">{activity.risk && valueText(activity.risk)}</Fact>
    <Fact term="Pre-approved">{riskNote(activity.preApproved)}</Fact>
  </>
)

/** When it was last reviewed, when that is due again, and by whom. */
export function Review({ standing, ownership }: AboutProps) {
  const now = useNow(600)
  const { name: zone } = useZone()
  const { activity, gaps } = standing
  const policy = activity.review
  const due = reviewDue(activity)
  const late = gaps.some(({ kind }) => kind === 'review-overdue')
  const names = (ids: readonly Id[]) =>
    ids.length > 0 ? (
      <PartyLinks ids={ids} ownership={ownership} />
    ) : (
      <span className={styles.absent}>nobody named</span>
    )
  if (!policy) return <Fact term="Reviewed" />
  const every = policy.every === undefined ? undefined : `every ${Math.round(policy.every / day24)} d`
  return (
    <>
      <Fact term="Reviewed">
        <span className={late ? looks.late : undefined}>
          {policy.last === undefined ? late ? 'never' : <NotRecorded /> : dateText(policy.last, zone)}
          {due !== undefined && ` · due ${dateText(due, zone)}`}
          {due !== undefined && late && `, ${lateText(due, now)}`}
        </span>
        <span className="muted"> · {every ?? 'no interval recorded'}</span>
      </Fact>
      <Fact term="Reviewers">{names(policy.reviewers)}</Fact>
      <Fact term="Approvers">{names(policy.approvers)}</Fact>
    </>
  )
}
