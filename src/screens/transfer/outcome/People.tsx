import { useMemo, useState } from 'react'
import { pathTo } from '../../../app/paths'
import { type BusFactor, resilienceOf } from '../../../domain/plan/busFactor'
import type { Outcome } from '../../../domain/plan/rehearse'
import { counted } from '../../../domain/plan/words'
import { Button, EmptyState, Link } from '../../../ui'
import { DataTable } from '../../../ui/DataTable'
import { countText } from '../model/words'
import { Delta } from './Delta'
import styles from './outcome.module.css'

const chunk = 100

const factorText = ({ people, parties }: BusFactor): string =>
  people === undefined ? `not recorded (${counted(parties, 'party', 'parties')})` : counted(people, 'person', 'people')

/** How many people could perform each activity, before and after. */
export function People({ outcome }: { readonly outcome: Outcome }) {
  const [most, setMost] = useState(chunk)
  const told = useMemo(() => resilienceOf(outcome), [outcome])
  const { before, after } = outcome
  if (!before.records.responsible)
    return (
      <EmptyState title="Who performs what is not recorded" icon="person">
        <p>Without responsible parties nobody can say how many people could perform an activity.</p>
      </EmptyState>
    )
  const classes = [
    { key: 'nobody', label: 'Nobody', figure: told.nobody, more: 'worse' },
    { key: 'one', label: 'One person', figure: told.one, more: 'worse' },
    { key: 'several', label: 'Several people', figure: told.several, more: 'better' },
    { key: 'unknown', label: 'Not recorded', figure: told.unknown },
  ] as const
  return (
    <div className={styles.panel}>
      <p className={styles.muted}>
        Counted are people who are declared responsible, and members of responsible teams, unless they are known to have
        left. Where the members of a team are not recorded, nobody can say.
      </p>
      <DataTable
        caption={`How many can perform an activity, of ${countText(before.standings.length)} activities`}
        rows={classes}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', label: 'Can perform it', cell: ({ label }) => label },
          {
            key: 'count',
            label: 'Activities before and after',
            align: 'end',
            cell: (row) => <Delta {...row.figure} {...('more' in row && { more: row.more })} />,
          },
        ]}
      />
      {told.workloads.length > 0 && (
        <DataTable
          caption={`Workloads by the activity that fewest can perform: ${counted(told.workloads.length, 'changes', 'change')}`}
          rows={told.workloads.slice(0, most)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'workload',
              label: 'Workload',
              cell: ({ id }) => (
                <Link to={pathTo('ownership', { workload: id })}>{after.workload(id)?.name ?? id}</Link>
              ),
            },
            { key: 'before', label: 'Before', align: 'end', cell: (row) => row.before ?? 'not recorded' },
            { key: 'after', label: 'After', align: 'end', cell: (row) => row.after ?? 'not recorded' },
          ]}
        />
      )}
      {told.changed.length > 0 && (
        <DataTable
          caption={`${countText(Math.min(most, told.changed.length))} of ${countText(told.changed.length)} activities that more or fewer can perform, the fewest first`}
          rows={told.changed.slice(0, most)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'activity',
              label: 'Activity',
              cell: ({ id }) => (
                <>
                  <Link to={pathTo('ownership', { activity: id })}>{after.byId.get(id)?.activity.name ?? id}</Link>{' '}
                  <span className={styles.muted}>{after.byId.get(id)?.workload?.name}</span>
                </>
              ),
            },
            { key: 'before', label: 'Before', align: 'end', cell: (row) => factorText(row.before) },
            { key: 'after', label: 'After', align: 'end', cell: (row) => factorText(row.after) },
          ]}
        />
      )}
      {most < told.changed.length && <Button onClick={() => setMost(most + 10 * chunk)}>Show more</Button>}
    </div>
  )
}
