import { useMemo } from 'react'
import { isWhole, useZone, type View } from '../../../data'
import type { ChangeRequest } from '../../../domain/change'
import { nameOf } from '../../../domain/matrix'
import { dateText, dateTimeText } from '../../../domain/time/format'
import { formatInstant, type Instant } from '../../../domain/units'
import { SafeLink, Time } from '../../../ui'
import type { AboutProps } from './ActivityDrawer'
import { NotRecorded } from './Fact'
import { Section } from './Section'
import { requestText, stateWords } from './words'
import styles from './drawer.module.css'

interface HistoryProps extends AboutProps {
  readonly requests: View<'requests'>
}

interface Moment {
  readonly key: string
  readonly at: Instant
  readonly what: string
  readonly by?: string
  readonly evidence?: string
}

const decidedAt = ({ decidedAt: at, proposedAt }: ChangeRequest): Instant => at ?? proposedAt

/** What became of its ownership, the newest first: changes, reviews, exceptions, and requests that came to nothing. */
export function History({ standing, ownership, requests }: HistoryProps) {
  const { name: zone } = useZone()
  const { history } = standing.activity
  const moments = useMemo(() => {
    const kept = (history ?? []).map((each, index): Moment => ({ key: `${index} ${each.at}`, ...each }))
    // What was approved stands in the history as what it changed; without a history, the request is all there is.
    const decided = requests.items.filter(
      ({ state }) => state !== 'proposed' && (state !== 'approved' || history === undefined),
    )
    const told = decided.map((request): Moment => {
      const by = request.state === 'withdrawn' ? request.proposer : request.decidedBy
      return {
        key: request.id,
        at: decidedAt(request),
        what: `${stateWords(request.state)}: ${requestText(request, ownership, zone)}`,
        ...(by !== undefined && { by }),
        ...(request.note !== undefined && { evidence: request.note }),
      }
    })
    return [...kept, ...told].toSorted((left, right) => right.at - left.at)
  }, [history, requests.items, ownership, zone])
  const whole = requests.state === 'absent' || isWhole(requests)
  const quiet = whole ? 'Nothing has changed yet.' : 'Nothing heard of: not everything was heard.'
  return (
    <Section title="History">
      {moments.length === 0 && (
        <p>{history === undefined ? <NotRecorded /> : <span className="muted">{quiet}</span>}</p>
      )}
      {moments.length > 0 && (
        <ol className={styles.history}>
          {moments.map(({ key, at, what, by, evidence }) => (
            <li key={key}>
              {what}
              <span className="muted">
                <Time iso={formatInstant(at)} absolute={dateTimeText(at, zone)}>
                  {dateText(at, zone)}
                </Time>
                {by !== undefined && ` · by ${nameOf(by, ownership)}`}
                {evidence !== undefined && (
                  <>
                    {' · '}
                    <SafeLink href={evidence}>{evidence}</SafeLink>
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
