import { useMemo } from 'react'
import { useSources, useZone } from '../../../data'
import { type Belief, type Claim, roleClaimsOf } from '../../../domain/claims'
import { roleNames } from '../../../domain/ownership'
import { dateText } from '../../../domain/time/format'
import { RoleLetter } from '../../../ui'
import looks from '../ownership.module.css'
import type { AboutProps } from './ActivityDrawer'
import { PartyLink } from './PartyLink'
import { Propose } from './Propose'
import styles from './drawer.module.css'

const beliefWords: Readonly<Record<Belief, string>> = {
  holds: 'believed',
  agrees: 'agrees',
  also: 'counts too',
  overruled: 'not believed',
  observed: 'not declared',
  placeholder: 'names nobody',
}

/** What could be declared but is not. What was seen against a declaration is proposed where that is told. */
const proposable = ({ belief, differs }: Claim): boolean =>
  belief === 'overruled' || (belief === 'observed' && !differs)

/** Who says what of each role, when, which of it is believed, and why. Nothing is overwritten from here. */
export function Claims({ standing, ownership }: AboutProps) {
  const { name: zone } = useZone()
  const sources = useSources()
  const said = useMemo(() => {
    const title = (id: string) => sources.find((source) => source.id === id)?.title ?? id
    return { title, roles: roleClaimsOf(standing, ownership, title) }
  }, [standing, ownership, sources])
  const count = said.roles.reduce((sum, { claims }) => sum + claims.length, 0)
  const disputed = said.roles.filter((each) => each.disputed)
  if (count === 0) return null
  return (
    <details className={styles.claims}>
      <summary>
        Who says so <span className="muted">{count === 1 ? '1 claim' : `${count} claims`}</span>
        {disputed.length > 0 && (
          <span className={looks.stale}>
            {' '}
            · differ on {disputed.map(({ role }) => roleNames[role].toLowerCase()).join(', ')}
          </span>
        )}
      </summary>
      <ul className={styles.holders}>
        {said.roles.flatMap(({ role, claims }) =>
          claims.map((claim, index) => {
            const { party, placeholder, claim: kind, evidence, at } = claim.assignment
            return (
              <li key={`${claim.source} ${claim.assignment.id} ${index}`} className={styles.held}>
                <RoleLetter letter={role} name={roleNames[role]} />
                <div>
                  {party === undefined ? `“${placeholder}”` : <PartyLink id={party} ownership={ownership} />}
                  <span className={claim.differs ? looks.stale : 'muted'}> · {beliefWords[claim.belief]}</span>
                  <div className={styles.under}>
                    {said.title(claim.source)}, {kind}
                    {evidence !== undefined && ` from ${evidence}`}
                    {`, ${at === undefined ? 'date not recorded' : dateText(at, zone)}`}: {claim.why}.
                    {proposable(claim) && (
                      <Propose standing={standing} ownership={ownership} claim={claim.assignment} />
                    )}
                  </div>
                </div>
              </li>
            )
          }),
        )}
      </ul>
    </details>
  )
}
