import { useMemo, useState } from 'react'
import { isWhole, useWhole } from '../../../data'
import { type ChangeRequest, changeKinds, type ChangeState, changeStates } from '../../../domain/change'
import type { TabProps } from '..'
import { isNarrowed, type Raw } from '../model/address'
import { type Book, narrowing, ownersOf, understood } from '../model/book'
import { changeKindNames, changeStateNames } from '../model/words'
import { Filters } from '../parts/Filters'
import { Group } from '../parts/Group'
import { Nothing } from '../parts/Nothing'
import { Notes } from '../parts/Notes'
import { Told } from '../parts/Told'
import { RequestRow } from './RequestRow'

const everything = {}

/** Requests in a state that nobody here knows stand with the pending ones: they may need somebody. */
const stateOf = ({ state }: ChangeRequest): ChangeState => changeStates.find((each) => each === state) ?? 'proposed'

function requestList(requests: readonly ChangeRequest[], raw: Raw, book: Book) {
  const { asked, ignored } = understood(raw, book, changeStates, changeKinds)
  const fits = narrowing(asked, book)
  const base = requests.filter((request) => {
    const standing = book.ownership.byId.get(request.activity)
    return (
      (asked.kind.length === 0 || asked.kind.includes(request.kind)) &&
      fits({
        words: [request.id, request.activity, standing?.activity.name, request.reason, request.proposer, request.plan],
        parties: [...request.steps.map(({ party }) => party), ...request.approvers, ...ownersOf(standing)],
        workloads: standing ? [standing.activity.workload] : [],
      })
    )
  })
  const of = (state: ChangeState) => base.filter((request) => stateOf(request) === state)
  const wanted = changeStates.filter((state) => asked.show.length === 0 || asked.show.includes(state))
  return {
    ignored,
    count: (state: ChangeState) => of(state).length,
    groups: wanted.map((state) => [state, of(state)] as const),
  }
}

/** Every wish to change ownership: those that wait to be decided first, the oldest of them on top. */
export function RequestsTab({ book, raw, change }: TabProps) {
  const view = useWhole('requests', everything)
  const [open, setOpen] = useState<string>()
  const list = useMemo(() => requestList(view.items, raw, book), [view.items, raw, book])
  const shown = list.groups.reduce((sum, [, all]) => sum + all.length, 0)
  return (
    <Told
      view={view}
      what="Change requests"
      could="A backend that speaks the documented contract can bring them; files that are open here keep those that are made here."
    >
      <Filters
        book={book}
        raw={raw}
        change={change}
        what="change requests"
        shown={shown}
        total={view.items.length}
        groups={{
          label: 'State',
          options: changeStates.map((value) => ({ value, label: changeStateNames[value], count: list.count(value) })),
        }}
        kinds={changeKinds.map((value) => ({ value, label: changeKindNames[value] }))}
      />
      <Notes ignored={list.ignored} />
      {shown === 0 && (
        <Nothing total={view.items.length} what="change requests" whole={isWhole(view)} change={change} />
      )}
      {list.groups.map(([state, requests]) => (
        <Group
          key={state}
          title={changeStateNames[state]}
          alarm={state === 'proposed'}
          folded={state !== 'proposed' && !isNarrowed(raw)}
          items={state === 'proposed' ? requests.toReversed() : requests}
          itemKey={({ id }) => id}
          render={(request) => (
            <RequestRow
              request={request}
              book={book}
              open={open === request.id}
              onOpen={(on) => setOpen(on ? request.id : undefined)}
            />
          )}
        />
      ))}
    </Told>
  )
}
