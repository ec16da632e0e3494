import { Fragment, useMemo, useState } from 'react'
import { pathTo } from '../../../app/paths'
import { byShownName, byWorkload, nameOf, type WorkloadGroup } from '../../../domain/matrix'
import { type Role, roleNames, roles } from '../../../domain/ownership'
import { heldBy } from '../../../domain/plan/held'
import { requestedAs } from '../../../domain/plan/problems'
import type { ActivityChange } from '../../../domain/plan/rehearse'
import type { Id } from '../../../domain/units'
import { Badge, Button, cx, EmptyState, Link, RoleLetter } from '../../../ui'
import type { Rehearsed } from '../model/useRehearsal'
import { countText } from '../model/words'
import styles from './changes.module.css'

/** Rows that are drawn at once: a table of thousands would freeze a phone. */
const chunk = 200

/** What scrolls must be reachable by keyboard, also in browsers that do not see to it themselves. */
const reachable = { tabIndex: 0 }

/** As many of the groups' rows as there is room for. */
function firstOf(groups: readonly WorkloadGroup[], most: number): readonly WorkloadGroup[] {
  const shown: WorkloadGroup[] = []
  let room = most
  for (const group of groups) {
    if (room <= 0) break
    const standings = group.standings.slice(0, room)
    shown.push({ ...group, standings })
    room -= standings.length
  }
  return shown
}

/** Every activity that changes against the parties that gain or lose: what stays, what is gained, what is lost. */
export function Changes({ rehearsed: { outcome, problems, requests } }: { readonly rehearsed: Rehearsed }) {
  const { changes, after } = outcome
  const [most, setMost] = useState(chunk)
  const byId = useMemo(() => new Map(changes.map((each) => [each.id, each])), [changes])
  const groups = useMemo(() => byWorkload(changes.map((each) => each.after)), [changes])
  const columns = useMemo(() => {
    const ids = new Set(changes.flatMap(({ steps }) => steps.map(({ party }) => party)))
    return [...ids]
      .map((id) => ({ id, name: nameOf(id, after) }))
      .toSorted((left, right) => byShownName(left.name, right.name))
  }, [changes, after])
  const broken = new Set(problems.map(({ activity }) => activity))
  if (changes.length === 0)
    return (
      <EmptyState title="No activity changes" icon="matrix">
        <p>As things stand, the steps hand over nothing. What each of them comes to stands beside it.</p>
      </EmptyState>
    )
  const shown = firstOf(groups, most)
  return (
    <section className={styles.scroll} aria-label="Activities that change" {...reachable}>
      <table className={styles.table}>
        <caption>
          {countText(Math.min(most, changes.length))} of {countText(changes.length)} activities that change ·{' '}
          <span className={styles.gained}>+ gained</span> <span className={styles.lost}>− lost</span> others stay
        </caption>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
                {outcome.retired.has(id) && (
                  <>
                    {' '}
                    <span className={styles.ends}>ends</span>
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={styles.group}>
                {group.name}
                {group.workload?.tier !== undefined && (
                  <>
                    {' '}
                    <span className={styles.tier}>tier {group.workload.tier}</span>
                  </>
                )}
              </th>
            </tr>
            {group.standings.map(({ activity }) => {
              const change = byId.get(activity.id)
              if (!change) return null
              return (
                <tr key={activity.id}>
                  <th scope="row">
                    <Link to={pathTo('ownership', { activity: activity.id })}>{activity.name}</Link>
                    {broken.has(activity.id) && <Badge tone="bad">to solve</Badge>}
                    {requestedAs(change, requests.items) && <Badge tone="accent">requested</Badge>}
                  </th>
                  {columns.map(({ id }) => (
                    <td key={id}>
                      <Cell change={change} party={id} />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
      {most < changes.length && (
        <Button onClick={() => setMost(most + 5 * chunk)}>Show more of {countText(changes.length)}</Button>
      )}
    </section>
  )
}

const has = (all: readonly { readonly role: Role; readonly party: Id }[], role: Role, party: Id) =>
  all.some((each) => each.role === role && each.party === party)

/** The letters of one party in one activity. */
function Cell({ change, party }: { readonly change: ActivityChange; readonly party: Id }) {
  const after = heldBy(change.after.assignments)
  return roles.map((role) => {
    const [gained, lost] = [has(change.gained, role, party), has(change.lost, role, party)]
    if (!gained && !lost && !has(after, role, party)) return <Fragment key={role} />
    const word = gained ? ' gained' : lost ? ' lost' : ''
    return (
      <span key={role} className={cx(styles.letter, gained ? styles.gained : lost ? styles.lost : styles.kept)}>
        {gained && <i aria-hidden="true">+</i>}
        {lost && <i aria-hidden="true">−</i>}
        <RoleLetter letter={role} name={`${roleNames[role]}${word}`} />
      </span>
    )
  })
}
