import { useMemo } from 'react'
import { useZone } from '../../../data'
import { isContradiction } from '../../../domain/gaps'
import { declaredIn } from '../../../domain/holders'
import { checksItself, recordedRoles } from '../../../domain/matrix'
import { type Assignment, type Role, roleNames, roles } from '../../../domain/ownership'
import { dateText } from '../../../domain/time/format'
import { RoleLetter } from '../../../ui'
import type { AboutProps } from './ActivityDrawer'
import { Fact, NotRecorded } from './Fact'
import { Holder } from './Holder'
import { Propose } from './Propose'
import looks from '../ownership.module.css'
import styles from './drawer.module.css'

/** Asked first: who answers, who performs; then who checks, who is asked, who is told. */
export function Roles({ standing, ownership }: AboutProps) {
  const recorded = useMemo(() => recordedRoles(ownership.standings), [ownership])
  const selfChecked = checksItself(standing)
  return roles
    .toSorted((left, right) => Number(left === 'V') - Number(right === 'V') || 0)
    .map((role) => {
      const claims = declaredOnce(standing.assignments, role)
      if (claims.length === 0 && !recorded.has(role))
        return (
          <Fact key={role} term={roleNames[role]}>
            <NotRecorded />
          </Fact>
        )
      return (
        <Fact key={role} term={roleNames[role]}>
          <ul className={styles.holders}>
            {claims.map((claim) => (
              <li key={claim.id} className={styles.held}>
                <RoleLetter letter={role} />
                <div>
                  <Holder claim={claim} ownership={ownership} />
                  {role === 'V' && claim.party !== undefined && selfChecked.includes(claim.party) && (
                    <p className={looks.sev2}>Also performs it: nobody else checks the result.</p>
                  )}
                </div>
              </li>
            ))}
            {claims.length === 0 && <li className={styles.absent}>nobody named</li>}
          </ul>
        </Fact>
      )
    })
}

/** What documents say of a role; the same party named by two sources stands once. */
function declaredOnce(assignments: readonly Assignment[], role: Role): readonly Assignment[] {
  const claims = assignments.filter((each) => each.role === role && each.claim === 'declared')
  return [...new Map(claims.map((each) => [each.party ?? each.placeholder ?? each.id, each])).values()]
}

/** Who was seen to own it, by what, and whether that fits what was declared. */
export function Observed({ standing, ownership }: AboutProps) {
  const { name: zone } = useZone()
  const seen = standing.assignments.filter((each) => each.claim === 'observed')
  if (seen.length === 0)
    return (
      <Fact term="Observed">
        {standing.records.observed ? <span className={styles.absent}>nobody seen</span> : undefined}
      </Fact>
    )
  return (
    <Fact term="Observed">
      <ul className={styles.holders}>
        {seen.map((claim) => {
          const against = isContradiction(claim, { assignments: standing.assignments, party: ownership.party })
          return (
            <li key={claim.id} className={against ? looks.stale : undefined}>
              <Holder claim={claim} ownership={ownership} plain />
              <span className="muted">
                {' '}
                as {roleNames[claim.role].toLowerCase()}
                {claim.evidence !== undefined && `, from ${claim.evidence}`}
                {claim.at !== undefined && `, ${dateText(claim.at, zone)}`}
                {against
                  ? ': differs from what is declared'
                  : declaredIn(standing.assignments, claim.role).length === 0
                    ? ': nobody is declared'
                    : ': as declared'}
              </span>
              {against && (
                <div>
                  <Propose standing={standing} ownership={ownership} claim={claim} />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Fact>
  )
}
