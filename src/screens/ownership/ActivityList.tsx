import { useMemo } from 'react'
import type { Ownership, Standing } from '../../domain/coverage'
import { declaredIn } from '../../domain/holders'
import { nameOf } from '../../domain/matrix'
import { cx, RoleLetter, VirtualList } from '../../ui'
import styles from './ActivityList.module.css'
import type { Book } from './model/listing'
import { flagOf, notRecorded } from './model/words'
import looks from './ownership.module.css'

interface Item {
  readonly standing: Standing
  /** Set on the first activity of a workload: its name stands over it. */
  readonly heading?: string
}

interface ActivityListProps {
  readonly book: Book
  readonly listed: readonly Standing[]
  readonly selected: string | null
  readonly onOpen: (activity: string) => void
}

/** The activities with who answers and who performs, for a narrow screen: an owner is found by reading down. */
export function ActivityList({ book, listed, selected, onOpen }: ActivityListProps) {
  const items = useMemo(
    () =>
      listed.map((standing, index): Item => {
        const { workload } = standing.activity
        const first = listed[index - 1]?.activity.workload !== workload
        return { standing, ...(first && { heading: book.groups.get(workload)?.name ?? workload }) }
      }),
    [listed, book],
  )
  return (
    <VirtualList
      label="Activities"
      items={items}
      itemKey={({ standing }) => standing.activity.id}
      estimate={66}
      selected={selected ?? undefined}
      onOpen={({ standing }) => onOpen(standing.activity.id)}
      render={(item) => <Row item={item} ownership={book.ownership} />}
    />
  )
}

function Row({ item: { standing, heading }, ownership }: { readonly item: Item; readonly ownership: Ownership }) {
  const flag = flagOf(standing)
  return (
    <>
      {heading !== undefined && <div className={styles.heading}>{heading}</div>}
      <div className={styles.row}>
        <div className={styles.name}>
          <span>{standing.activity.name}</span>
          {flag && <span className={cx(styles.flag, looks[flag.alarm])}>{flag.text}</span>}
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
