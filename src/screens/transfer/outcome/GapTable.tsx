import { useMemo } from 'react'
import { pathTo } from '../../../app/paths'
import { gapKinds } from '../../../domain/gaps'
import { gapChanges } from '../../../domain/plan/loads'
import type { Outcome } from '../../../domain/plan/rehearse'
import { gapNames } from '../../../domain/plan/words'
import { Link } from '../../../ui'
import { DataTable } from '../../../ui/DataTable'
import { countText } from '../model/words'
import { Delta } from './Delta'
import styles from './outcome.module.css'

/** How many activities have each kind of gap, before and after. */
export function GapTable({ outcome }: { readonly outcome: Outcome }) {
  const gaps = useMemo(() => gapChanges(outcome), [outcome])
  const missing = gapKinds.filter((kind) => !gaps.some((each) => each.kind === kind))
  return (
    <div className={styles.panel}>
      <DataTable
        caption={`Gaps of all ${countText(outcome.before.standings.length)} activities, by the same rules as in the matrix`}
        rows={gaps}
        rowKey={({ kind }) => kind}
        columns={[
          {
            key: 'kind',
            label: 'Gap',
            cell: ({ kind }) => <Link to={pathTo('ownership', { gap: kind })}>{gapNames[kind]}</Link>,
          },
          { key: 'count', label: 'Before and after', align: 'end', cell: (gap) => <Delta {...gap} more="worse" /> },
        ]}
      />
      {missing.length > 0 && (
        <p className={styles.muted}>
          Not recorded by the connected sources: {missing.map((kind) => gapNames[kind].toLowerCase()).join(', ')}.
        </p>
      )}
    </div>
  )
}
