import { useState } from 'react'
import { useCommand } from '../../../data'
import type { Problem } from '../../../domain/problem'
import { dateText, dateTimeText } from '../../../domain/time/format'
import { formatInstant } from '../../../domain/units'
import { Badge, Button, Card, Time } from '../../../ui'
import { FixForm } from '../forms/FixForm'
import type { Book } from '../model/book'
import { type JudgedFix, rateText, verdictText } from '../model/fixes'
import { Party } from '../model/Party'
import styles from '../problems.module.css'
import { counted } from '../words'

interface FixesCardProps {
  readonly problem: Problem
  readonly book: Book
  readonly judged: readonly JudgedFix[]
  /** How many incidents it has; undefined while not all are known. */
  readonly count: number | undefined
}

/** What was done to end it, and whether that held. */
export function FixesCard({ problem, book, judged, count }: FixesCardProps) {
  const [open, setOpen] = useState(false)
  const whyNot = useCommand().whyNot('declare-fix')
  return (
    <Card
      title="Fixes"
      sub="held: quiet since, for at least the longest pause between its earlier incidents; rates with exact limits, as of incidents that come one by one"
      actions={
        <Button aria-expanded={open} disabledReason={whyNot} onClick={() => setOpen(!open)}>
          Declare a fix…
        </Button>
      }
    >
      {open && <FixForm problem={problem} book={book} onClose={() => setOpen(false)} />}
      {judged.length === 0 && (
        <p className={count !== undefined && count > 1 ? styles.loud : 'muted'}>
          {count !== undefined && count > 1
            ? `${counted(count, 'incident')} and no fix is declared.`
            : 'No fix is declared.'}
        </p>
      )}
      <ul className={styles.rows}>
        {judged.map((each) => (
          <FixRow key={`${each.fix.at} ${each.fix.what}`} judged={each} book={book} />
        ))}
      </ul>
    </Card>
  )
}

function FixRow({ judged: { fix, outcome, rate }, book }: { readonly judged: JudgedFix; readonly book: Book }) {
  const told = outcome && verdictText(outcome)
  return (
    <li>
      <div className={styles.line}>
        <Time iso={formatInstant(fix.at)} absolute={dateTimeText(fix.at, book.zone)}>
          {dateText(fix.at, book.zone)}
        </Time>
        <b>{fix.what}</b>
        {fix.by !== undefined && <Party id={fix.by} book={book} over />}
        {told ? <Badge tone={told.tone}>{told.text}</Badge> : <Badge>not judged</Badge>}
      </div>
      <p className={styles.why}>
        {told ? told.why : 'Not every incident of it could be read.'} {rate && rateText(rate)}
      </p>
    </li>
  )
}
