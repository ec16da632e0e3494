import type { ReactNode } from 'react'
import { pathTo } from '../../../app/paths'
import { isWhole, type OwnershipView, useNow, useWhole, useZone, type View } from '../../../data'
import { changedSentence } from '../../../domain/changeWords'
import { nameOf } from '../../../domain/matrix'
import { type Concern, improvementsOwed, requestsFor } from '../../../domain/party/owed'
import { dateText } from '../../../domain/time/format'
import type { Id } from '../../../domain/units'
import { Button, Link } from '../../../ui'
import styles from '../page.module.css'
import { Section } from './Section'

interface OpenProps {
  readonly id: Id
  readonly view: OwnershipView
}

const everything = {}
const proposed = { states: ['proposed'] } as const

/** What stands instead of "none" while, or because, it is not known. */
function unknown(view: Pick<View<'requests'>, 'state' | 'retry'>, whole: boolean, what: string): ReactNode | undefined {
  if (view.state === 'absent') return `No connected source keeps ${what}.`
  if (view.state === 'loading') return 'Loading…'
  if (view.state === 'failed')
    return (
      <>
        The {what} could not be read. <Button onClick={view.retry}>Try again</Button>
      </>
    )
  return whole ? undefined : `None in what could be read of the ${what}.`
}

/** An activity by its name, and a way to it. */
function About({ activity, view }: { readonly activity: Id; readonly view: OwnershipView }) {
  const standing = view.ownership.byId.get(activity)
  return <Link to={pathTo('ownership', { activity })}>{standing?.activity.name ?? activity}</Link>
}

/** Improvements that were taken on and are not done. */
export function Improvements({ id, view }: OpenProps) {
  const improvements = useWhole('improvements', everything)
  const { name: zone } = useZone()
  const now = useNow(600)
  const owed = improvementsOwed(id, improvements.items, view.ownership)
  return (
    <Section
      title="Open improvements"
      items={owed}
      itemKey={(each) => each.id}
      none={unknown(improvements, isWhole(improvements), 'improvements') ?? 'None is open.'}
      render={({ title, owner, due, activity }) => (
        <div className={styles.activity}>
          <div>{title}</div>
          <div className={styles.said}>
            {due !== undefined && (
              <span className={due < now ? styles.gap : undefined}>
                {due < now ? 'overdue since' : 'due'} {dateText(due, zone)}
              </span>
            )}
            {owner !== undefined && owner !== id && <span>{nameOf(owner, view.ownership)}</span>}
            {activity !== undefined && (
              <span>
                for <About activity={activity} view={view} />
              </span>
            )}
          </div>
        </div>
      )}
      {...(owed.length > 0 && {
        more: <Link to={pathTo('reviews', { tab: 'improvements' })}>All improvements</Link>,
      })}
    />
  )
}

const hows: Readonly<Record<Concern['how'], string>> = {
  decides: 'waits for their decision',
  changes: 'changes what they hold',
  answers: 'is about what they answer for',
}

/** Open wishes to change ownership that concern the party. */
export function Requests({ id, view, answersFor }: OpenProps & { readonly answersFor: ReadonlySet<Id> }) {
  const requests = useWhole('requests', proposed)
  const { name: zone } = useZone()
  const concerns = requestsFor(id, requests.items, answersFor, view.ownership)
  return (
    <Section
      title="Open change requests"
      items={concerns}
      itemKey={({ request }) => request.id}
      none={unknown(requests, isWhole(requests), 'change requests') ?? 'None concerns them.'}
      render={({ request, how }) => (
        <div className={styles.activity}>
          <div>
            <About activity={request.activity} view={view} />{' '}
            <span className={styles.place}>{changedSentence(request, (each) => nameOf(each, view.ownership))}</span>
          </div>
          <div className={styles.said}>
            <span>{hows[how]}</span>
            <span>
              proposed by {request.proposer}, {dateText(request.proposedAt, zone)}
            </span>
          </div>
        </div>
      )}
      {...(concerns.length > 0 && { more: <Link to={pathTo('reviews', { tab: 'requests' })}>All requests</Link> })}
    />
  )
}
