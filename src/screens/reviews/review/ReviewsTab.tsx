import { useDeferredValue, useMemo, useState } from 'react'
import type { Standing } from '../../../domain/coverage'
import { reviewGroups } from '../../../domain/reviews'
import { Button, EmptyState } from '../../../ui'
import type { TabProps } from '..'
import { isNarrowed, nothingChosen } from '../model/address'
import { countText, reviewNames, several } from '../model/words'
import { Filters } from '../parts/Filters'
import { Notes } from '../parts/Notes'
import styles from '../reviews.module.css'
import { Attest } from './Attest'
import { CalendarButton } from './CalendarButton'
import { GoodNews } from './GoodNews'
import { Groups } from './Groups'
import { reviewList } from './list'
import { Moved } from './Moved'

/** Which reviews are due, who owes them, and the way to confirm them: one by one or many at once. */
export function ReviewsTab({ book, raw, change }: TabProps) {
  const asked = useDeferredValue(raw)
  const list = useMemo(() => reviewList(asked, book), [asked, book])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [attested, setAttested] = useState<readonly Standing[]>()
  const { all, shown } = list
  const chosen = shown.filter(({ standing }) => ticked.has(standing.activity.id)).map(({ standing }) => standing)

  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(ticked)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    setTicked(next)
  }
  return (
    <>
      <Filters
        book={book}
        raw={raw}
        change={change}
        what="reviews"
        shown={shown.length}
        total={all.length}
        groups={{
          label: 'Standing',
          options: reviewGroups.map((value) => ({ value, label: reviewNames[value], count: list.count(value) })),
        }}
      >
        <CalendarButton duties={shown} book={book} />
      </Filters>
      <Notes ignored={list.ignored} />
      <Moved book={book} raw={raw} change={change} shown={shown} />
      <GoodNews list={list} whole={book.whole} />
      {shown.length === 0 ? (
        <EmptyState
          title={all.length === 0 ? 'There are no activities yet' : 'No review matches'}
          icon="filter"
          {...(all.length > 0 && {
            action: (
              <Button onClick={() => change({ ...nothingChosen, moved: null, since: null })}>
                Show all {countText(all.length)}
              </Button>
            ),
          })}
        >
          {all.length > 0 && <p>{several(all.length, 'review')} known; the filters leave none of them.</p>}
        </EmptyState>
      ) : (
        <Groups
          list={list}
          narrowed={isNarrowed(raw)}
          book={book}
          ticked={ticked}
          onTick={tick}
          onAttest={(one) => setAttested([one])}
        />
      )}
      {chosen.length > 0 && (
        <section className={styles.chosen} aria-label="Chosen reviews">
          <span role="status">
            <b>{countText(chosen.length)}</b> of {countText(shown.length)} shown are chosen
          </span>
          <Button tone="primary" onClick={() => setAttested(chosen)}>
            Confirm {several(chosen.length, 'review')}…
          </Button>
          <Button tone="quiet" onClick={() => setTicked(new Set())}>
            Choose none
          </Button>
        </section>
      )}
      {attested && (
        <Attest
          standings={attested}
          book={book}
          onClose={(confirmed) => {
            setAttested(undefined)
            tick(confirmed, false)
          }}
        />
      )}
    </>
  )
}
