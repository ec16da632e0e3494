import { useMemo, useState } from 'react'
import { pathTo } from '../../../app/paths'
import { type BeforeAfter, isMoved, loadsOf, type PartyLoad } from '../../../domain/plan/loads'
import type { Outcome } from '../../../domain/plan/rehearse'
import { ChipButton, Link } from '../../../ui'
import { DataTable } from '../../../ui/DataTable'
import { countText, shareText } from '../model/words'
import { Delta } from './Delta'
import styles from './outcome.module.css'

/** What every team carries before and after. */
export function LoadTable({ outcome }: { readonly outcome: Outcome }) {
  const [all, setAll] = useState(false)
  const { parties, workloads } = useMemo(() => loadsOf(outcome), [outcome])
  const moved = useMemo(() => parties.filter(isMoved), [parties])
  const shown = all ? parties : moved
  const most = Math.max(1, ...parties.map(total).flatMap(({ before, after }) => [before, after]))
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p className={styles.muted}>
          {countText(moved.length)} of {countText(parties.length)} teams carry something else. Roles of a person count
          with their team, as in the matrix. Alone: workloads in which nobody else answers or nobody else performs.
        </p>
        <ChipButton pressed={all} onClick={() => setAll(!all)}>
          All {countText(parties.length)}
        </ChipButton>
      </div>
      <DataTable
        caption="Load before and after"
        captionHidden
        rows={shown}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: 'Team or person',
            cell: ({ id, name }) => (
              <>
                <Link to={pathTo('parties', { id })}>{name}</Link>
                {outcome.retired.has(id) && <span className={styles.muted}> ends</span>}
              </>
            ),
          },
          { key: 'bar', label: 'Accountable and responsible', cell: (row) => <Bar {...total(row)} most={most} /> },
          { key: 'a', label: 'Accountable', align: 'end', cell: ({ accountable }) => <Delta {...accountable} /> },
          { key: 'r', label: 'Responsible', align: 'end', cell: ({ responsible }) => <Delta {...responsible} /> },
          {
            key: 'workloads',
            label: `Workloads of ${countText(workloads)}`,
            align: 'end',
            cell: (row) => (
              <>
                <Delta {...row.workloads} />{' '}
                <small className={styles.muted}>{shareText(row.workloads.after, workloads)}</small>
              </>
            ),
          },
          { key: 'sole', label: 'Alone', align: 'end', cell: ({ sole }) => <Delta {...sole} more="worse" /> },
        ]}
      />
    </div>
  )
}

const total = ({ accountable, responsible }: PartyLoad): BeforeAfter => ({
  before: accountable.before + responsible.before,
  after: accountable.after + responsible.after,
})

/** The load after as a bar, with a mark where it was before. The numbers stand beside it. */
function Bar({ before, after, most }: BeforeAfter & { readonly most: number }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      <i style={{ width: `${(100 * after) / most}%` }} data-more={after > before} />
      <b style={{ left: `${(100 * before) / most}%` }} />
    </div>
  )
}
