import { useState } from 'react'
import { useWhole } from '../../../data'
import { mostCompared, useAlike } from '../../../data/alike'
import type { IncidentQuery } from '../../../domain/query/incident'
import type { Group } from '../../../domain/recurrence/groups'
import { Button, EmptyState, FailedState, Skeleton } from '../../../ui'
import { count, counted, listed } from '../model/words'
import type { Scope } from '../scope'
import { type Dismissed, useDismissed } from './dismissed'
import { Proposal } from './Proposal'
import type { Frame } from './ProposalForm'
import styles from './recurrence.module.css'

const few = 5
const anyWorkload = {}

/** Reads, compares and proposes. It concludes nothing by itself. */
export function Search({ scope: { span }, query }: { readonly scope: Scope; readonly query: IncidentQuery }) {
  const { view, read, total, grouping, failed } = useAlike(query)
  const workloads = useWhole('workloads', anyWorkload)
  if (view.state === 'failed' || failed)
    return (
      <FailedState
        what="Incidents could not be compared"
        where={
          failed?.message ??
          view.parts.flatMap(({ source, error }) => (error ? [`${source}: ${error.message}`] : [])).join('; ')
        }
        onRetry={view.retry}
      />
    )
  const of = total === undefined ? '' : ` of ${count(total)}`
  if (!grouping)
    return (
      <>
        <p role="status">{read === 0 ? 'Reading incidents' : `${count(read)}${of} incidents read, comparing`}…</p>
        <Skeleton label="Looking for incidents that are alike" rows={4} />
      </>
    )
  const name = new Map(workloads.items.map(({ id, name: text }) => [id, text]))
  const missing = view.parts.flatMap(({ source, error }) => (error ? [`${source}: ${error.message}`] : []))
  const without = [
    grouping.placeless > 0 && `${count(grouping.placeless)} without a workload`,
    grouping.wordless > 0 && `${count(grouping.wordless)} whose title has no words`,
  ].filter((part) => part !== false)
  const notes = [
    `${count(grouping.compared)}${of} incidents without a problem were compared${read >= mostCompared ? ', the newest' : ''}.`,
    without.length > 0 && `Left out: ${listed(without)}.`,
    missing.length > 0 && `Missing: ${missing.join('; ')}.`,
  ]
  return (
    <>
      <p className="muted">{notes.filter((note) => note !== false).join(' ')}</p>
      <Proposals
        groups={grouping.groups}
        frame={{ zone: span.zone, now: span.now, nameOf: (id) => name.get(id) ?? id }}
      />
    </>
  )
}

function Proposals({ groups, frame }: { readonly groups: readonly Group[]; readonly frame: Frame }) {
  const [most, setMost] = useState(few)
  const [last, setLast] = useState<string>()
  const { all, dismiss, bringBack } = useDismissed()
  const shown = groups.filter(({ key }) => all.every((each) => each.key !== key))
  const undoable = all.find(({ key }) => key === last)
  return (
    <>
      {undoable && (
        <p role="status" className={styles.buttons}>
          “{undoable.title}” was dismissed in this browser.
          <Button onClick={() => bringBack(undoable.key)}>Undo</Button>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState title={groups.length === 0 ? 'No incidents that are alike' : 'All proposals were dismissed'}>
          {groups.length === 0
            ? 'Proposed is only what three incidents or more of one workload say in nearly the same words, on different days, in words that other workloads’ titles do not have.'
            : 'They stand in the list below.'}
        </EmptyState>
      ) : (
        <ol className={styles.proposals}>
          {shown.slice(0, most).map((group) => (
            <Proposal
              key={group.key}
              group={group}
              frame={frame}
              onDismiss={() => {
                dismiss(group)
                setLast(group.key)
              }}
            />
          ))}
        </ol>
      )}
      {shown.length > most && (
        <Button tone="quiet" onClick={() => setMost(most + 20)}>
          Show {count(Math.min(20, shown.length - most))} more of {count(shown.length)}
        </Button>
      )}
      {all.length > 0 && <DismissedList all={all} groups={groups} onBack={bringBack} />}
    </>
  )
}

interface DismissedListProps {
  readonly all: readonly Dismissed[]
  readonly groups: readonly Group[]
  readonly onBack: (key: string) => void
}

/** What is not proposed any more, and how much of it came since. */
function DismissedList({ all, groups, onBack }: DismissedListProps) {
  const now = new Map(groups.map(({ key, incidents }) => [key, incidents.length]))
  return (
    <details className={styles.dismissed}>
      <summary>{counted(all.length, 'dismissed proposal')}</summary>
      <ul>
        {all.map(({ key, title, count: then }) => (
          <li key={key}>
            {title}, {counted(then, 'incident')} then{now.has(key) ? `, ${count(now.get(key) ?? 0)} now` : ''}
            <Button tone="quiet" onClick={() => onBack(key)}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
