import type { Ownership } from '../../../domain/coverage'
import { isTeamId } from '../../../domain/ownership'
import { pathTo } from '../../../app/paths'
import type { soleIn } from '../../../domain/party/held'
import type { Id } from '../../../domain/units'
import { Link } from '../../../ui'
import { activities } from '../words'
import { Activity } from './Activity'
import { Names } from './Names'
import { Section } from './Section'

interface SoleProps {
  readonly id: Id
  readonly sole: ReturnType<typeof soleIn>
  readonly ownership: Ownership
}

/** What would be left with nobody if one person were away. */
export function Sole({ id, sole, ownership }: SoleProps) {
  const team = isTeamId(id)
  const unknown = team && ownership.members(id).length === 0
  return (
    <>
      <Section
        title={team ? 'Rests on one person' : 'Rests on them alone'}
        anchor="sole"
        sub="Nobody else who is here answers for it or performs it, alone or in a team."
        items={sole.activities}
        itemKey={({ standing }) => standing.activity.id}
        none={
          unknown
            ? 'Its members are not recorded: whether anything rests on one of them cannot be told.'
            : 'Everything that is recorded is shared with somebody who is here.'
        }
        render={({ standing, person }) => (
          <Activity standing={standing}>{team && <Names ids={[person]} ownership={ownership} />}</Activity>
        )}
      />
      <Section
        title={team ? 'Whole workloads on one person' : 'Whole workloads on them alone'}
        items={sole.workloads}
        itemKey={(workload) => workload.id}
        render={({ id: workload, name, person, count }) => (
          <>
            <Link to={pathTo('ownership', { workload })}>{name}</Link>{' '}
            <span className="muted">
              {activities(count)}
              {team && (
                <>
                  , all by <Names ids={[person]} ownership={ownership} />
                </>
              )}
            </span>
          </>
        )}
      />
    </>
  )
}
