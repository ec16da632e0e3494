import { useMemo } from 'react'
import { useNow, useZone } from '../../../data'
import type { Ownership, Standing } from '../../../domain/coverage'
import { declaredIn } from '../../../domain/holders'
import { nameOf } from '../../../domain/matrix'
import type { Instant } from '../../../domain/units'
import { cx, RoleLetter, VirtualList } from '../../../ui'
import type { GroupFace } from '../../../ui/matrix'
import styles from './ActivityList.module.css'
import { type Flag, flagOf, notRecorded, shortDate } from '../model/words'
import looks from '../ownership.module.css'
import { Bar } from './Bar'
import type { ReadingProps } from './reading'
import { useGroups } from './useGroups'

interface Item {
  readonly standing: Standing
  /** Set on the first activity of a workload: what stands over it. */
  readonly heading?: GroupFace
}

/** The activities with who answers and who performs, for a narrow screen: an owner is found by reading down. */
export function ActivityList({ book, listing, asked, pending, selected, onOpen, change }: ReadingProps) {
  const { listed } = listing
  const now = useNow(600)
  const { name: zone } = useZone()
  const about = { date: (at: Instant) => shortDate(at, now, zone), records: book.ownership.records }
  const describe = useGroups(book, listed)
  // In another order a workload comes up again and again: then its size would be told of each time.
  const grouped = listing.order === 'tier' || listing.order === 'name'
  const items = useMemo(
    () =>
      listed.map((standing, index): Item => {
        const { workload } = standing.activity
        const first = listed[index - 1]?.activity.workload !== workload
        return { standing, ...(first && { heading: grouped ? describe(workload) : { name: describe(workload).name } }) }
      }),
    [listed, describe, grouped],
  )
  return (
    <>
      <Bar book={book} listing={listing} sort={asked} change={change} />
      <VirtualList
        label="Activities"
        items={items}
        itemKey={({ standing }) => standing.activity.id}
        estimate={66}
        selected={selected ?? undefined}
        onOpen={({ standing }) => onOpen(standing.activity.id)}
        render={(item) => (
          <Row
            item={item}
            flag={flagOf(item.standing, about)}
            wished={pending.has(item.standing.activity.id)}
            ownership={book.ownership}
          />
        )}
      />
    </>
  )
}

interface RowProps {
  readonly item: Item
  readonly flag: Flag | undefined
  /** A change of its ownership is requested. */
  readonly wished: boolean
  readonly ownership: Ownership
}

function Row({ item: { standing, heading }, flag, wished, ownership }: RowProps) {
  return (
    <>
      {heading !== undefined && (
        <div className={styles.heading}>
          {heading.name} <span>{heading.note}</span>
        </div>
      )}
      <div className={styles.row}>
        <div className={styles.name}>
          <span>{standing.activity.name}</span>
          {flag && <span className={cx(styles.flag, looks[flag.alarm])}>{flag.text}</span>}
          {wished && <span className={styles.flag}>change requested</span>}
        </div>
        <div className={styles.holders}>
          <Holders letter="A" name="Accountable" standing={standing} ownership={ownership} />
          <Holders letter="R" name="Responsible" standing={standing} ownership={ownership} />
        </div>
      </div>
    </>
  )
}

function Holders({
  letter,
  name,
  standing,
  ownership,
}: {
  readonly letter: 'A' | 'R'
  readonly name: string
  readonly standing: Standing
  readonly ownership: Ownership
}) {
  const held = declaredIn(standing.assignments, letter).map((id) => nameOf(id, ownership))
  const recorded = letter === 'A' ? standing.records.accountable : standing.records.responsible
  return (
    <span>
      <RoleLetter letter={letter} name={name} /> {held.length > 0 ? held.join(', ') : recorded ? 'nobody' : notRecorded}
    </span>
  )
}
