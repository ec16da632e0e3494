import { useMemo } from 'react'
import { useNow, useZone } from '../../../data'
import { announce } from '../../../ui'
import { Matrix } from '../../../ui/matrix'
import { foldedIn, toggled } from '../model/fold'
import { shortDate } from '../model/words'
import { answeringView } from './answeringView'
import { Bar } from './Bar'
import type { ReadingProps } from './reading'
import { ShortNames } from './ShortNames'

/** The same work on every workload in one row, and who answers for it where. */
export function WorkloadMatrix({ book, listing, asked, selected, folded, onOpen, change, ref }: ReadingProps) {
  const now = useNow(600)
  const { name: zone } = useZone()
  const view = useMemo(() => answeringView(book, listing, (at) => shortDate(at, now, zone)), [book, listing, now, zone])
  const hidden = useMemo(() => foldedIn(folded, view.kinds.keys()), [folded, view])
  const open = (row: string, workload: string | undefined) => {
    const found = view.activities(row, workload)
    const [only] = found
    if (only === undefined) return announce('There is no such activity on this workload.')
    if (found.length === 1) return onOpen(only.activity.id)
    // Several share the row: the other reading lists them one by one.
    change({ view: null, q: only.activity.name, ...(workload !== undefined && { workload: [workload] }) })
  }
  return (
    <>
      <Bar book={book} listing={listing} size={view.size} sort={asked} folds change={change} />
      <Matrix
        label="Activities by workload"
        corner="Activity"
        model={view.model}
        face={view.face}
        folded={hidden}
        selected={view.rowOf(selected)}
        describeRow={view.describeRow}
        describeGroup={(kind) => view.kinds.get(kind) ?? { name: kind }}
        describeCell={view.describeCell}
        onOpen={open}
        onColumn={(workload) => change({ view: null, workload: [workload] })}
        onFold={(kind) => change({ folded: toggled(folded, kind) })}
        {...(ref !== undefined && { ref })}
      />
      <ShortNames names={view.names} />
    </>
  )
}
