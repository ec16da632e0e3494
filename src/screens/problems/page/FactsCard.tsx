import { useState } from 'react'
import { useCommand } from '../../../data'
import type { Incident } from '../../../domain/incident'
import type { Problem } from '../../../domain/problem'
import { Button, Card, Definitions } from '../../../ui'
import { FactsForm } from '../forms/FactsForm'
import type { Book } from '../model/book'
import { Party } from '../model/Party'
import { countText } from '../words'

/** `expired certificate (4 of 12)`: factors of its incidents, counted. An incident may have several. */
function counts(incidents: readonly Incident[]): string {
  const found = Map.groupBy(
    incidents.flatMap(({ factors }) => factors),
    (factor) => factor,
  )
  return [...found]
    .toSorted((left, right) => right[1].length - left[1].length)
    .map(([factor, { length }]) => `${factor} (${countText(length)})`)
    .join(', ')
}

interface FactsCardProps {
  readonly problem: Problem
  readonly book: Book
  readonly incidents: readonly Incident[]
}

/** Who answers for it, why it happens, what helps meanwhile. */
export function FactsCard({ problem, book, incidents }: FactsCardProps) {
  const [open, setOpen] = useState(false)
  const whyNot = useCommand().whyNot('set-problem')
  const { owner, rootCause, workaround, factors, state } = problem
  return (
    <Card
      title="Cause and workaround"
      actions={
        <Button aria-expanded={open} disabledReason={whyNot} onClick={() => setOpen(!open)}>
          Change…
        </Button>
      }
    >
      <Definitions
        items={[
          { term: 'Owner', detail: <Party id={owner} book={book} /> },
          {
            term: 'Root cause',
            detail: rootCause ? (
              <>
                {rootCause.text}
                {rootCause.method !== undefined && <span className="muted"> Found by: {rootCause.method}.</span>}
              </>
            ) : (
              <span className="muted">not written down</span>
            ),
          },
          {
            term: 'Workaround',
            detail:
              workaround ??
              (state === 'known-error' ? (
                <b>A known error without a workaround</b>
              ) : (
                <span className="muted">none known</span>
              )),
          },
          { term: 'Its factors', detail: factors.join(', ') || <span className="muted">none recorded</span> },
          {
            term: 'Factors of its incidents',
            detail: counts(incidents) || (
              <span className="muted">none recorded in {countText(incidents.length)} incidents</span>
            ),
          },
        ]}
      />
      {open && <FactsForm problem={problem} book={book} onClose={() => setOpen(false)} />}
    </Card>
  )
}
