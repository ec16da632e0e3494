import type { Ownership } from '../../../domain/coverage'
import { declaredIn } from '../../../domain/holders'
import type { Role } from '../../../domain/ownership'
import type { Share } from '../../../domain/party/held'
import { RoleLetter } from '../../../ui'
import styles from '../page.module.css'
import { Activity } from './Activity'
import { Names } from './Names'
import { Section } from './Section'

interface SharesProps {
  readonly letter: Role
  readonly title: string
  readonly shares: readonly Share[]
  readonly ownership: Ownership
  readonly none?: string
}

/** Who holds the other of the two roles that matter most: performs what is answered for, answers for what is performed. */
function Counterpart({
  letter,
  share: { standing },
  ownership,
}: Pick<SharesProps, 'letter' | 'ownership'> & { share: Share }) {
  const other = letter === 'A' ? 'R' : 'A'
  const ids = declaredIn(standing.assignments, other)
  const recorded = other === 'A' ? standing.records.accountable : standing.records.responsible
  if (ids.length === 0 && !recorded) return null
  return (
    <span>
      <RoleLetter letter={other} name={other === 'A' ? 'Answered for by' : 'Performed by'} />{' '}
      {ids.length === 0 ? 'nobody' : <Names ids={ids} ownership={ownership} />}
    </span>
  )
}

/** The activities in which a party holds one role. */
export function Shares({ letter, title, shares, ownership, none }: SharesProps) {
  const through = shares.filter(({ by }) => by.length > 0).length
  return (
    <Section
      title={title}
      anchor={letter}
      items={shares}
      itemKey={({ standing }) => standing.activity.id}
      {...(through > 0 && { sub: `${shares.length - through} as the team, ${through} through its people` })}
      {...(none !== undefined && { none })}
      render={(share) => (
        <Activity standing={share.standing}>
          <Counterpart letter={letter} share={share} ownership={ownership} />
          {share.by.length > 0 && (
            <span>
              through <Names ids={share.by} ownership={ownership} />
            </span>
          )}
          {(letter === 'A' || letter === 'R') && share.standing.gaps[0] && (
            <span className={styles.gap}>{share.standing.gaps[0].reason}</span>
          )}
        </Activity>
      )}
    />
  )
}
