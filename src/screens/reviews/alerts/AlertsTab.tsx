import { useMemo } from 'react'
import { isWhole, useWhole } from '../../../data'
import { alertFindings } from '../../../domain/alerts'
import { after, day24, duration, type Instant } from '../../../domain/units'
import { Icon, PartialNote, Select, Skeleton } from '../../../ui'
import type { TabProps } from '..'
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
  const list = useMemo(
    () => alertList(events.items, incidents.items, raw, book),
    [events.items, incidents.items, raw, book],
  )
  if (events.state === 'loading') return <Skeleton label="Alerts" />
  const { all, shown, count, silent, ignored } = list
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
        total={all.length}
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
      {shown.length === 0 && <Nothing total={all.length} what="alerts that page" whole={whole} change={change} />}
      {alertFindings.map((finding) => (
        <Group
          key={finding}
          title={alertNames[finding]}
          alarm={finding === 'no-activity' || finding === 'no-owner'}
          folded={!broken.has(finding)}
          items={shown.filter((alert) => alert.finding === finding)}
          itemKey={({ name, workloads }) => `${name}\n${workloads.join()}`}
          render={(alert) => <AlertRow alert={alert} book={book} from={from} />}
        />
      ))}
    </>
  )
}
