import { useMemo } from 'react'
import { pathTo } from '../../../../app/paths'
import { isWhole, useOwnership } from '../../../../data'
import { declaredIn } from '../../../../domain/holders'
import type { Incident } from '../../../../domain/incident'
import { type ActivityMatch, eventNames, matchIncident } from '../../../../domain/match'
import { Definitions, Link } from '../../../../ui'
import { useLinked } from '../around/useLinked'
import type { Names } from '../../useNames'
import { Owners } from './Owners'
import { certaintyWords, reasonsText } from './matchWords'
import { PartyReach } from './PartyReach'
import styles from './who.module.css'

/** Most activities that are named; the others stand on the page of ownership. */
const shown = 3

/** An activity that comes to mind, why, and who would be asked. */
function Candidate({ match, names }: { readonly match: ActivityMatch; readonly names: Names }) {
  const { activity, assignments } = match.standing
  const parties = [...new Set([...declaredIn(assignments, 'A'), ...declaredIn(assignments, 'R')])]
  return (
    <li>
      <Link to={pathTo('ownership', { activity: activity.id })}>{activity.name}</Link>
      <span className={styles.why}>
        {certaintyWords[match.sure]}: {reasonsText(match, names)}
      </span>
      {parties.length > 0 && (
        <span className={styles.parties}>
          {parties.map((id) => (
            <PartyReach key={id} id={id} names={names} />
          ))}
        </span>
      )}
    </li>
  )
}

interface UnmatchedProps {
  readonly incident: Incident
  readonly names: Names
}

/** Who may answer for an incident that is matched to no activity: what its events, labels and workloads say. */
export function Unmatched({ incident, names }: UnmatchedProps) {
  const { ownership, state, whole } = useOwnership()
  const linked = useLinked(incident.id)
  const { standings } = ownership
  const matches = useMemo(
    () => matchIncident({ incident, events: linked.items, standings }),
    [incident, linked.items, standings],
  )
  const sure = matches.filter((match) => match.sure === 'sure')
  const [only] = sure
  if (only && sure.length === 1)
    return (
      <Owners activity={only.standing.activity} names={names}>
        <span className={styles.why}>Not recorded. Found: {reasonsText(only, names)}.</span>
      </Owners>
    )
  const asked = state === 'ready' && linked.state !== 'loading'
  const known = whole && (linked.state === 'absent' || isWhole(linked))
  const called = eventNames(linked.items)
  const [workload] = incident.workloads
  return (
    <>
      <Definitions
        items={[
          {
            term: 'Team',
            detail:
              incident.team === undefined ? (
                <span className={names.parties.length === 0 ? 'muted' : styles.gap}>
                  {names.parties.length === 0 ? 'not recorded' : 'no owner'}
                </span>
              ) : (
                <PartyReach id={incident.team} names={names} />
              ),
          },
          {
            term: 'Activity',
            detail: (
              <span className={state === 'absent' ? 'muted' : styles.gap}>
                {state === 'absent' ? 'not recorded: no source tells activities' : 'matched to none'}
              </span>
            ),
          },
        ]}
      />
      {matches.length > 0 && (
        <>
          <p className="muted">
            {matches.length === 1 ? 'One comes to mind' : `${matches.length.toLocaleString('en')} come to mind`}
          </p>
          <ul className={styles.matches}>
            {matches.slice(0, shown).map((match) => (
              <Candidate key={match.standing.activity.id} match={match} names={names} />
            ))}
          </ul>
        </>
      )}
      {matches.length === 0 && state !== 'absent' && (
        <p className="muted">
          {!asked
            ? 'Looking for the activity …'
            : !known
              ? 'None found so far: not every source has told.'
              : called.length > 0
                ? `No activity names ${called.slice(0, shown).join(', ')}.`
                : 'Neither an event nor a label of it names one, and its workloads have no response.'}
        </p>
      )}
      <p className={styles.ways}>
        {state !== 'absent' && called.length > 0 && (
          <Link to={pathTo('reviews', { tab: 'alerts', ...(workload !== undefined && { workload }) })}>
            Alerts that no activity answers
          </Link>
        )}
        {incident.workloads.slice(0, shown).map((id) => (
          <Link key={id} to={pathTo('ownership', { workload: id })}>
            Who owns {names.workload(id)}
          </Link>
        ))}
      </p>
    </>
  )
}
