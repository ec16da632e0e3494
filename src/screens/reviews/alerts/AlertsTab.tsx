import { useDeferredValue, useMemo } from 'react'
import { isWhole, useWhole } from '../../../data'
import { alertFindings, alertsOf } from '../../../domain/alerts'
import { after, day24, duration, type Instant } from '../../../domain/units'
import { Icon, PartialNote, Select, Skeleton } from '../../../ui'
import type { TabProps } from '..'
import { isNarrowed } from '../model/address'
import { alertNames, several } from '../model/words'
import { Filters } from '../parts/Filters'
import { Group } from '../parts/Group'
import { Nothing } from '../parts/Nothing'
import { Notes } from '../parts/Notes'
import { useMissing } from '../parts/useMissing'
import styles from '../reviews.module.css'
import { AlertRow } from './AlertRow'
import { alertList, broken, ranges } from './list'

/** From the first moment of the UTC day on: the question stays the same all day, and its answer can be kept. */
const back = (now: Instant, days: number): Instant => after(now, duration(-(now % day24) - days * day24))

/** Alerts that page a person: which no activity answers, which nobody owns, which have no runbook. */
export function AlertsTab({ book, raw, change }: TabProps) {
  const days = ranges.find((each) => each === raw.days) ?? 90
  const from = back(book.now, days)
  const events = useWhole(
    'events',
    useMemo(() => ({ from }), [from]),
  )
  const incidents = useWhole(
    'incidents',
    useMemo(() => ({ openedFrom: from }), [from]),
  )
  const missing = useMissing(events)
  const { standings } = book.ownership
  // Judging all of them takes a while: it is not done anew with every letter of a filter.
  const alerts = useMemo(() => {
    const answered = new Map(incidents.items.map(({ id, activity }) => [id, activity]))
    return alertsOf({ standings, events: events.items, answeredBy: (id) => answered.get(id) })
  }, [standings, events.items, incidents.items])
  const asked = useDeferredValue(raw)
  const { shown, count, ignored } = useMemo(() => alertList(alerts, asked, book), [alerts, asked, book])
  // Alarms that do not say whether they page.
  const silent = useMemo(
    () => events.items.filter(({ kind, pages }) => kind === 'alarm' && pages === undefined).length,
    [events.items],
  )
  if (events.state === 'loading') return <Skeleton label="Alerts" />
  const whole = book.whole && isWhole(events)
  const bad = shown.filter(({ finding }) => broken.has(finding)).length
  return (
    <>
      <Filters
        book={book}
        raw={raw}
        change={change}
        what="alerts that page"
        shown={shown.length}
        total={alerts.length}
        groups={{
          label: 'Finding',
          options: alertFindings.map((value) => ({ value, label: alertNames[value], count: count(value) })),
        }}
      >
        <Select
          label="Events of the last"
          value={String(days)}
          options={ranges.map((each) => ({ value: String(each), label: `Events of the last ${each} days` }))}
          onChange={(value) => change({ days: Number(value) })}
        />
      </Filters>
      {events.state === 'absent' && (
        <PartialNote>
          No connected source tells of events. Listed are the alerts that activities themselves say can page; one that
          no activity names cannot be found.
        </PartialNote>
      )}
      {missing.map((text) => (
        <PartialNote key={text}>{text} Alerts may be missing here, and counts too low.</PartialNote>
      ))}
      {silent > 0 && (
        <PartialNote>
          {several(silent, 'alarm')} of that time {silent === 1 ? 'does' : 'do'} not say whether anybody is paged. Not
          counted here.
        </PartialNote>
      )}
      <Notes ignored={ignored} />
      {shown.length > 0 && bad === 0 && (
        <p className={styles.good} data-whole={whole}>
          <Icon name={whole ? 'check' : 'warn'} size={14} />
          {whole
            ? `Nothing is found wrong with ${several(shown.length, 'alert')} shown.`
            : `Nothing is found wrong with what could be read. Not everything could be read.`}
        </p>
      )}
      {shown.length === 0 && <Nothing total={alerts.length} what="alerts that page" whole={whole} change={change} />}
      {alertFindings.map((finding) => (
        <Group
          key={finding}
          title={alertNames[finding]}
          alarm={finding === 'no-activity' || finding === 'no-owner'}
          folded={!broken.has(finding) && !isNarrowed(raw)}
          items={shown.filter((alert) => alert.finding === finding)}
          itemKey={({ name, workloads }) => `${name}\n${workloads.join()}`}
          render={(alert) => <AlertRow alert={alert} book={book} from={from} />}
        />
      ))}
    </>
  )
}
