import type { ReactNode } from 'react'
import { pathTo } from '../../../../app/paths'
import { isWhole, useWhole, useWindow } from '../../../../data'
import { declaredIn } from '../../../../domain/holders'
import { type Activity, type Role, roleNames } from '../../../../domain/ownership'
import { type Id, unknownText } from '../../../../domain/units'
import { Definitions, Link } from '../../../../ui'
import type { Names } from '../../useNames'
import { PartyReach } from './PartyReach'
import { Runbook } from './Runbook'
import styles from './who.module.css'

const needed: Partial<Record<Role, string>> = { A: 'nobody answers for it', R: 'nobody performs it' }

const Parties = ({ ids, names }: { readonly ids: readonly Id[]; readonly names: Names }) => (
  <span className={styles.parties}>
    {ids.map((id) => (
      <PartyReach key={id} id={id} names={names} />
    ))}
  </span>
)

/** Nobody holds a role that somebody must: a gap, unless no source records that role at all. */
function Vacant({ role, activity, said }: { readonly role: Role; readonly activity: Activity; readonly said: string }) {
  const any = useWindow('assignments', { roles: [role], claims: ['declared'] }, 1)
  if (isWhole(any) && any.items.length === 0) return <span className="muted">not recorded by any source</span>
  return (
    <>
      <span className={styles.gap}>{said}</span>
      <Link className={styles.close ?? ''} to={pathTo('ownership', { activity: activity.id, ask: 'change' })}>
        Ask for an owner
      </Link>
    </>
  )
}

/** How much can go wrong in performing it, and whether that may be done without asking. */
function riskText({ risk, preApproved }: Activity): string | undefined {
  if (risk === undefined && preApproved === undefined) return undefined
  const approved = preApproved === undefined ? [] : [preApproved ? 'pre-approved' : 'needs approval']
  return [...(risk === undefined ? ['risk not recorded'] : [unknownText(risk) ?? risk]), ...approved].join(', ')
}

interface OwnersProps {
  readonly activity: Activity
  readonly names: Names
  /** How the activity was found; stands under its name. */
  readonly children?: ReactNode
}

/** An activity with who answers for it, performs, checks and hears of it, its runbook and its risk. */
export function Owners({ activity, names, children }: OwnersProps) {
  const claims = useWhole('assignments', { activities: [activity.id] })
  const holders = (role: Role) => {
    const parties = declaredIn(claims.items, role)
    if (parties.length > 0)
      return (
        <>
          <Parties ids={parties} names={names} />
          {role === 'A' && parties.length > 1 && <span className={styles.gap}>should be exactly one</span>}
        </>
      )
    if (claims.state === 'loading') return '…'
    if (!isWhole(claims)) return <span className={styles.gap}>not every source has told</span>
    const said = needed[role]
    if (said === undefined) return <span className="muted">not recorded</span>
    if (activity.noOwnerBecause !== undefined) return `nobody, by design: ${activity.noOwnerBecause}`
    const text = claims.items.find((each) => each.role === role && each.placeholder !== undefined)?.placeholder
    return <Vacant role={role} activity={activity} said={text === undefined ? said : `“${text}” stands there`} />
  }
  const risk = riskText(activity)
  return (
    <Definitions
      items={[
        {
          term: 'Activity',
          detail: (
            <>
              <Link to={pathTo('ownership', { activity: activity.id })}>{activity.name}</Link>
              {children}
            </>
          ),
        },
        ...(['A', 'R', 'V', 'I'] as const).map((role) => ({ term: roleNames[role], detail: holders(role) })),
        { term: 'Runbook', detail: <Runbook activity={activity} /> },
        { term: 'Risk', detail: risk ?? <span className="muted">not recorded</span> },
      ]}
    />
  )
}
