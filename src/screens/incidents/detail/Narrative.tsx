import { lazy, Suspense, useRef, useState } from 'react'
import { isWhole, useCommand, useOutbox, useWhole, useZone } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { outOfOrder, takenBack } from '../../../domain/narrative'
import { dateText } from '../../../domain/time/format'
import { Button, FailedState, PartialNote, Skeleton } from '../../../ui'
import { useKnown } from '../asOf/context'
import type { Names } from '../useNames'
import { useMissing } from '../useMissing'
import { kindsWord } from './entryWords'
import { Entries } from './narrative/Entries'
import { Head } from './narrative/Head'
import { useLog } from './narrative/useLog'
import styles from './narrative.module.css'

const Export = lazy(() => import('./narrative/Export'))
const AddForm = lazy(() => import('./narrative/AddForm'))

interface NarrativeProps {
  readonly incident: Incident
  readonly names: Names
}

/** What happened, entry by entry. */
export function Narrative({ incident, names }: NarrativeProps) {
  const zone = useZone()
  const view = useWhole('timeline', { incidents: [incident.id] })
  const { state, retry } = view
  const items = useKnown(view.items)
  const missing = useMissing(view)
  const whole = isWhole(view)
  const { whyNot } = useCommand()
  const { unsent } = useOutbox()
  const whyNotAdd = whyNot('add-entry')
  const log = useLog(items, names)
  const [adding, setAdding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)

  if (state === 'loading') return <Skeleton label="The timeline is loading" rows={6} />
  if (state === 'failed') return <FailedState what="The timeline could not be read" where={missing} onRetry={retry} />
  const { told } = log
  const marked = { outOfOrder: outOfOrder(items), takenBack: takenBack(items) }
  // They come in the order they happened.
  const dates = [items[0], items.at(-1)].map((entry) => entry && dateText(entry.at, zone.name))
  const close = () => {
    setAdding(false)
    opener.current?.focus()
  }
  return (
    <section aria-label="Timeline">
      <Head
        items={items}
        log={log}
        whole={whole || state === 'absent'}
        whyNotAdd={whyNotAdd}
        adding={adding}
        onAdd={() => (adding ? close() : setAdding(true))}
        opener={opener}
      >
        <Suspense fallback={<span className={styles.exportRoom} />}>
          <Export
            {...marked}
            incident={incident}
            names={names}
            told={told}
            total={items.length}
            hidden={log.hidden}
            newestFirst={log.newestFirst}
            missing={missing}
          />
        </Suspense>
      </Head>
      <Suspense fallback={<Skeleton label="The form is loading" rows={3} />}>
        {adding && <AddForm incident={incident} names={names} onClose={close} />}
      </Suspense>
      {missing !== '' && (
        <PartialNote action={<Button onClick={retry}>Try again</Button>}>Not the whole timeline. {missing}</PartialNote>
      )}
      {items.length === 0 ? (
        <p className="muted">
          {state === 'absent'
            ? 'No source tells timelines.'
            : whole
              ? 'Nothing was written down about this incident.'
              : 'Nothing was heard of this incident so far. There may be more.'}
        </p>
      ) : told.length === 0 ? (
        <p className="muted">
          There are no {log.kinds.map(kindsWord).join(', ')} among them.{' '}
          <Button onClick={() => log.setKinds([])}>Show every kind</Button>
        </p>
      ) : (
        <Entries
          {...marked}
          incident={incident}
          names={names}
          told={told}
          days={dates[0] !== dates[1]}
          unsent={unsent}
          readOnly={whyNot('correct-entry')}
        />
      )}
    </section>
  )
}
