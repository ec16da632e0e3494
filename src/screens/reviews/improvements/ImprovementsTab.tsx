import { useMemo, useState } from 'react'
import { isWhole, useWhole } from '../../../data'
import { improvementGroups, improvementsInOrder } from '../../../domain/improvements'
import type { Improvement } from '../../../domain/problem'
import type { Instant } from '../../../domain/units'
import { Button, Icon } from '../../../ui'
import type { TabProps } from '..'
import { isNarrowed, type Raw } from '../model/address'
import { type Book, narrowing, ownersOf, understood } from '../model/book'
import { improvementNames } from '../model/words'
import { Filters } from '../parts/Filters'
import { Group } from '../parts/Group'
import { Nothing } from '../parts/Nothing'
import { Notes } from '../parts/Notes'
import { Told } from '../parts/Told'
import { ImprovementRow } from './ImprovementRow'
import { RecordForm } from './RecordForm'

const everything = {}
const kinds = [
  { value: 'feedback', label: 'from feedback' },
  { value: 'review', label: 'from a review' },
  { value: 'incident', label: 'from an incident' },
]

function improvementList(improvements: readonly Improvement[], raw: Raw, book: Book, now: Instant) {
  const { asked, ignored } = understood(
    raw,
    book,
    improvementGroups,
    kinds.map(({ value }) => value),
  )
  const fits = narrowing(asked, book)
  const base = improvementsInOrder(improvements, now).filter(
    ({ improvement: { id, title, from, owner, activity, incident } }) => {
      const standing = activity === undefined ? undefined : book.ownership.byId.get(activity)
      return (
        (asked.kind.length === 0 || asked.kind.includes(from)) &&
        fits({
          words: [id, title, activity, standing?.activity.name, incident],
          parties: [...(owner === undefined ? [] : [owner]), ...ownersOf(standing)],
          workloads: standing ? [standing.activity.workload] : [],
        })
      )
    },
  )
  const shown = base.filter(({ group }) => asked.show.length === 0 || asked.show.includes(group))
  return { base, shown, ignored }
}

/** What could be better, from being said to being done: feedback that waits for an owner first. */
export function ImprovementsTab({ book, raw, change }: TabProps) {
  const view = useWhole('improvements', everything)
  const [open, setOpen] = useState<string>()
  const [recording, setRecording] = useState(false)
  const { base, shown, ignored } = useMemo(
    () => improvementList(view.items, raw, book, book.now),
    [view.items, raw, book],
  )
  return (
    <Told
      view={view}
      what="Improvements"
      could="A backend that speaks the documented contract can bring them, and a table of improvements; files that are open here keep those that are made here."
    >
      <Filters
        book={book}
        raw={raw}
        change={change}
        what="improvements"
        shown={shown.length}
        total={view.items.length}
        groups={{
          label: 'Standing',
          options: improvementGroups.map((value) => ({
            value,
            label: improvementNames[value],
            count: base.filter(({ group }) => group === value).length,
          })),
        }}
        kinds={kinds}
      >
        <Button tone="primary" aria-expanded={recording} onClick={() => setRecording(!recording)}>
          <Icon name="plus" size={14} />
          Record an improvement
        </Button>
      </Filters>
      <Notes ignored={ignored} />
      {recording && <RecordForm book={book} onClose={() => setRecording(false)} />}
      {shown.length === 0 && (
        <Nothing total={view.items.length} what="improvements" whole={isWhole(view)} change={change} />
      )}
      {improvementGroups.map((group) => (
        <Group
          key={group}
          title={improvementNames[group]}
          alarm={group === 'feedback' || group === 'overdue'}
          folded={(group === 'done' || group === 'dropped') && !isNarrowed(raw)}
          items={shown.filter((each) => each.group === group).map(({ improvement }) => improvement)}
          itemKey={({ id }) => id}
          render={(improvement) => (
            <ImprovementRow
              improvement={improvement}
              late={group === 'overdue'}
              book={book}
              open={open === improvement.id}
              onOpen={(on) => setOpen(on ? improvement.id : undefined)}
            />
          )}
        />
      ))}
    </Told>
  )
}
