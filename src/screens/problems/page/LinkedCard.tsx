import { useEffect, useRef, useState } from 'react'
import { pathTo } from '../../../app/paths'
import { useCommand } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { Button, Card, Link } from '../../../ui'
import type { Book } from '../model/book'
import styles from '../problems.module.css'
import { Rows } from '../Rows'
import { counted } from '../words'
import { IncidentLine } from './IncidentLine'
import { LinkMore } from './LinkMore'
import { NotLinked } from './NotLinked'

interface LinkedCardProps {
  readonly problem: string
  readonly book: Book
  /** The newest first. */
  readonly incidents: readonly Incident[]
  /** How many there are, where not all are here. */
  readonly total: number | undefined
  /** Whether these are known to be all, or why not. */
  readonly none: string
}

/** The incidents that point to the problem, with the ways to link more and to unlink. */
export function LinkedCard({ problem, book, incidents, total, none }: LinkedCardProps) {
  const [open, setOpen] = useState(false)
  const commanding = useCommand()
  const whyNot = commanding.whyNot('link-problem')
  const link = (incident: Incident, to: string | undefined) =>
    commanding.send({
      command: { kind: 'link-problem', incident: incident.id, ...(to !== undefined && { problem: to }) },
      ...(incident.version !== undefined && { version: incident.version }),
    })
  const list = useRef<HTMLDivElement>(null)
  const left = useRef<number>(undefined)
  // The row that was unlinked is gone: by the keyboard one goes on with the next.
  useEffect(() => {
    if (left.current === undefined || document.activeElement !== document.body) return
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-unlink]')
    const next = rows?.[Math.min(left.current, rows.length - 1)]
    left.current = undefined
    next?.focus()
  }, [incidents])
  const line = (incident: Incident) => (
    <IncidentLine incident={incident} book={book}>
      <Button
        tone="quiet"
        aria-label={`Unlink ${incident.id}`}
        disabledReason={whyNot}
        data-unlink
        onClick={() => {
          left.current = incidents.indexOf(incident)
          link(incident, undefined)
        }}
      >
        Unlink
      </Button>
    </IncidentLine>
  )
  return (
    <Card
      title="Linked incidents"
      sub={
        <>
          {counted(total ?? incidents.length, 'incident')} ·{' '}
          <Link to={pathTo('incidents', { status: 'all', view: 'table', problem })}>show them as a table</Link>
        </>
      }
      actions={
        <Button aria-expanded={open} disabledReason={whyNot} onClick={() => setOpen(!open)}>
          Link more…
        </Button>
      }
    >
      {open && (
        <LinkMore problem={problem} book={book} whyNot={whyNot} onLink={(incident) => link(incident, problem)} />
      )}
      <NotLinked commanding={commanding} />
      {incidents.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <div ref={list} className={styles.long}>
          <Rows
            label="Linked incidents"
            items={incidents}
            itemKey={({ id }) => id}
            estimate={40}
            total={total}
            render={line}
          />
        </div>
      )}
    </Card>
  )
}
