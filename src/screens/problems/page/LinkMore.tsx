import { useDeferredValue } from 'react'
import { useDraft, useWindow } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { Button, SearchBox } from '../../../ui'
import styles from '../problems.module.css'
import { IncidentLine } from './IncidentLine'
import type { Book } from '../model/book'

const shown = 12

interface LinkMoreProps {
  readonly problem: string
  readonly book: Book
  readonly whyNot: string | undefined
  readonly onLink: (incident: Incident) => void
}

/** Finds incidents by id or words, to link them to the problem. */
export function LinkMore({ problem, book, whyNot, onLink }: LinkMoreProps) {
  const { text, write } = useDraft(`problem link ${problem}`)
  const wanted = useDeferredValue(text.trim())
  const view = useWindow('incidents', { text: wanted, order: 'newest' }, shown, wanted !== '')
  const found = wanted === '' ? [] : view.items
  const told =
    wanted === ''
      ? 'Type an id or words of a title.'
      : view.state === 'failed'
        ? 'Incidents could not be read.'
        : view.state === 'loading' || view.outdated
          ? 'Looking…'
          : found.length === 0
            ? `No incident has all the words of “${wanted}”.`
            : view.complete
              ? ''
              : `The newest ${found.length}: type on to find others.`
  return (
    <div className={styles.form} role="group" aria-label="Link incidents">
      <SearchBox label="Find incidents to link" placeholder="INC-2291, certificate…" value={text} onChange={write} />
      {told !== '' && <p className="muted">{told}</p>}
      <ul className={styles.rows}>
        {found.map((incident) => (
          <li key={incident.id}>
            <IncidentLine incident={incident} book={book}>
              {incident.problem !== undefined && incident.problem !== problem && (
                <span className={styles.loud}>belongs to {incident.problem}</span>
              )}
              <Button
                aria-label={`Link ${incident.id}`}
                disabledReason={
                  whyNot ?? (incident.problem === problem ? 'It is linked like that already.' : undefined)
                }
                onClick={() => onLink(incident)}
              >
                Link
              </Button>
            </IncidentLine>
          </li>
        ))}
      </ul>
    </div>
  )
}
