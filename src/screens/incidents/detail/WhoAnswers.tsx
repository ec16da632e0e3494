import { pathTo } from '../../../app/paths'
import { isWhole, useRecord, useWhole } from '../../../data'
import { declaredIn } from '../../../domain/holders'
import type { Incident } from '../../../domain/incident'
import type { Activity, Role } from '../../../domain/ownership'
import { Definitions, Link, SafeLink } from '../../../ui'
import type { Names } from '../useNames'
import styles from './side.module.css'

const Gap = ({ children }: { readonly children: string }) => <span className={styles.gap}>{children}</span>

/** The runbook, or what stands where it should be. */
function Runbook({ activity }: { readonly activity: Activity }) {
  const document = activity.runbook?.url === undefined ? (activity.playbook ?? activity.runbook) : activity.runbook
  if (document?.url !== undefined)
    return (
      <>
        <SafeLink href={document.url}>{document.title ?? document.url.split('/').at(-1) ?? document.url}</SafeLink>
        {document.reachable === false && <Gap> does not answer</Gap>}
      </>
    )
  return <Gap>{document?.placeholder ? `“${document.placeholder}” stands there` : 'none'}</Gap>
}

interface WhoAnswersProps {
  readonly incident: Incident
  readonly names: Names
}

/** The activity that the incident was matched to, who answers for it and who performs it, or the gap by its name. */
export function WhoAnswers({ incident, names }: WhoAnswersProps) {
  const { activity: id } = incident
  const found = useRecord('activities', id)
  const claims = useWhole('assignments', { activities: [id ?? ''] }, id !== undefined)
  const [activity] = found.items
  const holders = (role: Role, otherwise: string) => {
    if (claims.state === 'loading') return '…'
    const parties = declaredIn(claims.items, role)
    if (parties.length > 0) return parties.map((party) => names.party(party)).join(', ')
    if (!isWhole(claims)) return <Gap>not every source has told</Gap>
    const placeholder = claims.items.find((each) => each.placeholder !== undefined)?.placeholder
    return <Gap>{placeholder === undefined ? otherwise : `“${placeholder}” stands there`}</Gap>
  }
  const ready = id !== undefined && activity !== undefined
  return (
    <section>
      <h3>Who answers for this</h3>
      {ready ? (
        <Definitions
          items={[
            {
              term: 'Activity',
              detail: <Link to={pathTo('ownership', { activity: activity.id })}>{activity.name}</Link>,
            },
            { term: 'Accountable', detail: holders('A', 'nobody answers for it') },
            { term: 'Responsible', detail: holders('R', 'nobody performs it') },
            { term: 'Runbook', detail: <Runbook activity={activity} /> },
          ]}
        />
      ) : (
        <>
          <Definitions
            items={[
              {
                term: 'Team',
                detail: incident.team === undefined ? <Gap>no owner</Gap> : names.party(incident.team),
              },
              {
                term: 'Activity',
                detail:
                  id === undefined ? (
                    <Gap>matched to none</Gap>
                  ) : found.state !== 'absent' && !isWhole(found) ? (
                    'not every source has told'
                  ) : (
                    <Gap>{found.state === 'absent' ? 'no source tells activities' : `${id} is not known`}</Gap>
                  ),
              },
            ]}
          />
          {incident.workloads.slice(0, 3).map((workload) => (
            <p key={workload} className={styles.owners}>
              <Link to={pathTo('ownership', { workload })}>Who owns {names.workload(workload)}</Link>
            </p>
          ))}
        </>
      )}
    </section>
  )
}
