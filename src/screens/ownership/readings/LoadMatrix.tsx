import { useMemo } from 'react'
import { announce } from '../../../ui'
import { Matrix } from '../../../ui/matrix'
import { Bar } from './Bar'
import { loadView } from './loadView'
import styles from './readings.module.css'
import type { ReadingProps } from './reading'

const widths = { accountable: 92, responsible: 92, sole: 108 }

/** What each team carries in each workload, and where nobody else could step in. */
export function LoadMatrix({ book, listing, asked, onParty, change, ref }: ReadingProps) {
  const view = useMemo(() => loadView(book, listing, asked), [book, listing, asked])
  const meta = useMemo(() => view.totals.map(({ key, name }) => ({ name, width: widths[key] })), [view])
  const open = (row: string, workload: string | undefined) => {
    if (workload === undefined)
      return view.isNobody(row) ? change({ view: null, gap: 'nobody', sort: null }) : onParty(row)
    const next = view.filterOf(row, workload)
    if (next === undefined) return announce('Nothing is carried here.')
    change({ ...next, view: null, sort: null })
  }
  return (
    <>
      <Bar book={book} listing={listing} size={view.size} sort={asked} byLoad change={change} />
      <Matrix
        label="Teams by workload"
        corner="Team"
        model={view.model}
        face={view.face}
        meta={meta}
        describeRow={view.describeRow}
        describeCell={view.describeCell}
        onOpen={open}
        onColumn={(workload) => change({ view: null, workload: [workload], sort: null })}
        {...(ref !== undefined && { ref })}
      />
      <footer className={styles.names} aria-label="Letters">
        <span>
          <i className={styles.answers}>A</i> activities it is accountable for
        </span>
        <span>
          <i className={styles.performs}>R</i> it is responsible for
        </span>
        <span>
          <i className={`${styles.answers} ${styles.sole}`}>A</i> nobody else is, in this workload
        </span>
        <span>
          <i className={`${styles.owner} ${styles.none}`}>?</i> nobody answers
        </span>
      </footer>
    </>
  )
}
