import { useState } from 'react'
import { useCommand } from '../../../data'
import type { Action, Problem } from '../../../domain/problem'
import { dateText } from '../../../domain/time/format'
import { Badge, Button, Card } from '../../../ui'
import { ActionForm } from '../forms/ActionForm'
import { AddActionForm } from '../forms/AddActionForm'
import type { Book } from '../model/book'
import { Party } from '../model/Party'
import styles from '../problems.module.css'
import { counted, daysText, kindNames, openText, workNames } from '../words'

const isOver = ({ state }: Action): boolean => state === 'done' || state === 'dropped'

interface ActionsProps {
  readonly problem: Problem
  readonly book: Book
}

/** What is being done about it: who, until when, how far; what is late or with nobody first. */
export function ActionsCard({ problem, book }: ActionsProps) {
  const [open, setOpen] = useState<string>()
  const whyNot = useCommand().whyNot('add-action')
  const { now } = book
  const actions = problem.actions.toSorted(
    (left, right) =>
      Number(isOver(left)) - Number(isOver(right)) || (left.due ?? Infinity) - (right.due ?? Infinity) || 0,
  )
  const waiting = actions.filter((each) => !isOver(each))
  const late = waiting.filter(({ due }) => due !== undefined && due < now).length
  const adding = open === ''
  return (
    <Card
      title="Actions"
      sub={`${counted(waiting.length, 'action')} to do, ${late} overdue, ${actions.length - waiting.length} over`}
      actions={
        <Button aria-expanded={adding} disabledReason={whyNot} onClick={() => setOpen(adding ? undefined : '')}>
          Add an action…
        </Button>
      }
    >
      {adding && <AddActionForm problem={problem} book={book} onClose={() => setOpen(undefined)} />}
      {actions.length === 0 && <p className="muted">No action is recorded.</p>}
      <ul className={styles.rows}>
        {actions.map((action) => (
          <li key={action.id}>
            <ActionRow
              problem={problem}
              book={book}
              action={action}
              open={open === action.id}
              onOpen={(on) => setOpen(on ? action.id : undefined)}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface ActionRowProps extends ActionsProps {
  readonly action: Action
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

function ActionRow({ problem, book, action, open, onOpen }: ActionRowProps) {
  const whyNot = useCommand().whyNot('set-action')
  const { title, kind, state, owner, due, doneAt } = action
  const over = isOver(action)
  const late = !over && due !== undefined && due < book.now
  return (
    <article aria-label={title}>
      <div className={styles.line}>
        <Badge tone={state === 'done' ? 'ok' : state === 'in-progress' ? 'accent' : 'neutral'}>
          {openText(workNames, state)}
        </Badge>
        <b>{title}</b>
        <span className="muted">{openText(kindNames, kind)}</span>
        <span className={styles.push}>
          <Party id={owner} book={book} over={over} />
        </span>
        <span className={late ? styles.loud : 'muted'}>
          {doneAt !== undefined
            ? `done ${dateText(doneAt, book.zone)}`
            : due === undefined
              ? 'no date'
              : late
                ? `${daysText(book.now - due)} late`
                : `due ${dateText(due, book.zone)}`}
        </span>
        <Button
          aria-expanded={open}
          disabledReason={whyNot}
          aria-label={`Change ${title}`}
          onClick={() => onOpen(!open)}
        >
          Change…
        </Button>
      </div>
      {open && <ActionForm problem={problem} book={book} action={action} onClose={() => onOpen(false)} />}
    </article>
  )
}
