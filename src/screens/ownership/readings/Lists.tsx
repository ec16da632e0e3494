import { useMemo } from 'react'
import { answering, answeringOf, answeringRole } from '../../../domain/answering'
import { isUnowned, type Standing } from '../../../domain/coverage'
import { loadOf, type LoadRow } from '../../../domain/load'
import { byShownName, nameOf } from '../../../domain/matrix'
import { isTeamId, roleNames } from '../../../domain/ownership'
import { RoleLetter, VirtualList } from '../../../ui'
import { countText, notRecorded, sizeText } from '../model/words'
import { ActivityList } from './ActivityList'
import { Bar } from './Bar'
import { loadRows } from './loadView'
import type { ReadingProps } from './reading'
import styles from './readings.module.css'

/** The three readings for a narrow screen: what a matrix says, read down. */
export function Lists(props: ReadingProps) {
  const { reading } = props.asked
  if (reading === 'workloads') return <AnsweringList {...props} />
  return reading === 'load' ? <LoadList {...props} /> : <ActivityList {...props} />
}

interface Item {
  readonly standing: Standing
  readonly workload: string
  /** Set on the first workload of an activity: its name stands over it. */
  readonly heading?: string
  readonly count: number
}

/** The same work on one workload after the other. */
function AnsweringList({ book, listing, asked, selected, onOpen, change }: ReadingProps) {
  const { ownership, groups } = book
  const items = useMemo(() => {
    const rows = answeringOf(listing.listed, ownership)
    const sorted = listing.order === 'tier' ? rows.toSorted((a, b) => byShownName(a.name, b.name)) : rows
    return sorted.flatMap(({ name, cells }) => {
      const all = cells.flatMap(({ standings }) => standings)
      return all.map((standing, index): Item => {
        const { workload } = standing.activity
        return {
          standing,
          workload: groups.get(workload)?.name ?? workload,
          count: all.length,
          ...(index === 0 && { heading: name }),
        }
      })
    })
  }, [listing, ownership, groups])
  return (
    <>
      <Bar book={book} listing={listing} sort={asked} change={change} />
      <VirtualList
        label="Activities by workload"
        items={items}
        itemKey={({ standing }) => standing.activity.id}
        estimate={42}
        selected={selected ?? undefined}
        onOpen={({ standing }) => onOpen(standing.activity.id)}
        render={({ standing, workload, heading, count }) => (
          <>
            {heading !== undefined && (
              <div className={styles.heading}>
                {heading} <span>{sizeText(count, 'workload')}</span>
              </div>
            )}
            <div className={styles.row}>
              <span>{workload}</span>
              <span>
                <Answer standing={standing} names={answering(standing, ownership).map((id) => nameOf(id, ownership))} />
              </span>
            </div>
          </>
        )}
      />
    </>
  )
}

function Answer({ standing, names }: { readonly standing: Standing; readonly names: readonly string[] }) {
  const role = answeringRole(standing)
  if (names.length > 0)
    return (
      <>
        <RoleLetter letter={role} name={roleNames[role]} /> {names.join(', ')}
      </>
    )
  if (standing.activity.noOwnerBecause !== undefined) return <>nobody by design</>
  return isUnowned(standing) ? <b className={styles.nobody}>nobody</b> : <>{notRecorded}</>
}

/** What each team carries, in numbers. Opens the activities it carries. */
function LoadList({ book, listing, asked, change }: ReadingProps) {
  const rows = useMemo(
    () => loadRows(loadOf(listing.listed, book.standings, book.ownership), asked),
    [listing, book, asked],
  )
  const teams = rows.filter(({ id }) => isTeamId(id)).length
  return (
    <>
      <Bar book={book} listing={listing} size={`· ${sizeText(teams, 'team')}`} sort={asked} byLoad change={change} />
      <VirtualList
        label="Teams by load"
        items={rows}
        itemKey={({ id }) => id}
        estimate={62}
        onOpen={({ id }) => change({ view: null, sort: null, team: [id], role: ['A', 'R'] })}
        render={(row) => <LoadLine row={row} />}
      />
    </>
  )
}

const LoadLine = ({ row: { name, accountable, responsible, sole } }: { readonly row: LoadRow }) => (
  <div className={styles.row}>
    <span>{name}</span>
    <span>
      <RoleLetter letter="A" name="Accountable" /> <b>{countText(accountable)}</b>
      <RoleLetter letter="R" name="Responsible" /> <b>{countText(responsible)}</b>
      {sole > 0 && <span>alone in {sizeText(sole, 'workload')}</span>}
    </span>
  </div>
)
