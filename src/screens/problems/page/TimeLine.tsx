import { ChartFrame, DotStrip } from '../../../charts'
import { pathTo } from '../../../app/paths'
import type { Incident } from '../../../domain/incident'
import type { Problem } from '../../../domain/problem'
import { dateText } from '../../../domain/time/format'
import { type Instant, instant } from '../../../domain/units'
import type { Book } from '../model/book'
import styles from '../problems.module.css'
import { counted, daysText } from '../words'

interface TimeLineProps {
  readonly problem: Problem
  readonly book: Book
  readonly incidents: readonly Incident[]
  /** What keeps them from being all, in a sentence. */
  readonly note: string | undefined
}

const severityOf = ({ severity }: Incident): string => (severity === undefined ? '' : String(severity))

/** `15 incidents from 13 Jan 2026 to 20 Nov 2026; the last 18 d ago; the longest pause 82 d.` */
function sentence(opened: readonly Instant[], { now, zone }: Book): string {
  const [first, last] = [opened[0], opened.at(-1)]
  if (first === undefined || last === undefined) return 'No incident points to it.'
  const pause = Math.max(0, ...opened.slice(1).map((at, index) => at - (opened[index] ?? at)))
  const longest = opened.length > 1 ? `; the longest pause between two was ${daysText(pause)}` : ''
  return `${counted(opened.length, 'incident')} since ${dateText(first, zone)}, the last ${daysText(now - last)} ago${longest}.`
}

/** The incidents of the problem and its fixes along time. */
export function TimeLine({ problem, book, incidents, note }: TimeLineProps) {
  const { now, zone } = book
  const inOrder = incidents.toSorted((left, right) => left.opened - right.opened)
  const from = Math.min(
    ...[problem.opened, inOrder[0]?.opened, ...problem.fixes.map(({ at }) => at)].flatMap((at) => at ?? []),
    now - 1,
  )
  const place = (at: Instant) => Math.min(1, Math.max(0, (at - from) / (now - from)))
  const rows = [
    ...inOrder.map((incident) => ({
      at: incident.opened,
      key: incident.id,
      cells: [
        dateText(incident.opened, zone),
        incident.id,
        incident.severity === undefined ? 'not known' : `SEV${incident.severity}`,
        incident.title,
      ],
      to: pathTo('incidents', { id: incident.id }),
    })),
    ...problem.fixes.map(({ at, what }) => ({
      at,
      key: `fix ${at} ${what}`,
      cells: [dateText(at, zone), 'Fix', '', what],
    })),
  ].toSorted((left, right) => left.at - right.at)
  const told = sentence(
    inOrder.map(({ opened }) => opened),
    book,
  )
  return (
    <ChartFrame
      title="Incidents along time"
      sub="each mark an incident in the shape and colour of its severity, each green line a fix"
      summary={told}
      note={note}
      table={{ caption: 'Incidents and fixes', columns: ['Day', 'What', 'Severity', 'Title'], rows }}
    >
      <div className={styles.strip}>
        <DotStrip
          label={`${told} ${counted(problem.fixes.length, 'fix', 'fixes')}.`}
          dots={inOrder.map((incident) => ({
            key: incident.id,
            at: place(incident.opened),
            severity: severityOf(incident),
          }))}
          fixes={problem.fixes.map(({ at }) => place(at))}
        />
        <div className={styles.ends} aria-hidden="true">
          <span>{dateText(instant(from), zone)}</span>
          <span>now</span>
        </div>
      </div>
    </ChartFrame>
  )
}
