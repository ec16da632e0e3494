import { useMemo } from 'react'
import { pathTo } from '../../../app/paths'
import type { Ownership } from '../../../domain/coverage'
import { nameOf } from '../../../domain/matrix'
import { countsByParty, noCounts } from '../../../domain/party/counts'
import type { Id } from '../../../domain/units'
import { Link } from '../../../ui'
import { countText } from '../words'
import { Section } from './Section'

/** What the teams of a person hold, each a way to the team. */
export function Through({ teams, ownership }: { readonly teams: readonly Id[]; readonly ownership: Ownership }) {
  const counts = useMemo(() => countsByParty(ownership), [ownership])
  return (
    <Section
      title="Through their teams"
      sub="What the team holds, this person shares with the rest of it."
      items={teams}
      itemKey={(team) => team}
      render={(team) => {
        const { A, R } = counts.get(team) ?? noCounts
        return (
          <>
            <Link to={pathTo('parties', { id: team })}>{nameOf(team, ownership)}</Link>{' '}
            <span className="muted">
              answers for {countText(A)}, performs {countText(R)}
            </span>
          </>
        )
      }}
    />
  )
}
