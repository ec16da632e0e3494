import { type ReactNode, useState } from 'react'
import { type FormDraft, useCommand } from '../../../data'
import type { ProblemCommand } from '../../../domain/command'
import type { Problem } from '../../../domain/problem'
import { Button, useUnsaved } from '../../../ui'
import type { Book } from '../model/book'
import styles from '../problems.module.css'
import { Refused } from './Refused'
import { useFormFocus } from './useFormFocus'

/** What every form about a problem is given. */
export interface FormProps {
  readonly problem: Problem
  readonly book: Book
  readonly onClose: () => void
}

interface CommandFormProps extends FormProps {
  readonly label: string
  /** On the button. */
  readonly submit: string
  readonly command: ProblemCommand
  /** Why it cannot be sent as it is, or undefined. */
  readonly reason: string | undefined
  /** What is wanted, in words. */
  readonly mine: string
  readonly draft: Pick<FormDraft<object>, 'sent' | 'dirty'>
  readonly children: ReactNode
}

/** A form that sends one command about a problem, on the version that the person saw when it was opened. */
export function CommandForm(props: CommandFormProps) {
  const { problem, book, label, submit, command, reason, mine, draft, onClose, children } = props
  const commanding = useCommand()
  const [seen] = useState(problem)
  useUnsaved(draft.dirty)
  const barred = commanding.whyNot(command.kind) ?? reason
  const form = useFormFocus(onClose)
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        if (barred !== undefined || commanding.pending) return
        commanding.send({
          command,
          ...(seen.version !== undefined && { version: seen.version }),
          done: () => {
            draft.sent()
            onClose()
          },
        })
      }}
    >
      <div className={styles.fields}>{children}</div>
      <div className={styles.buttons}>
        <Button tone="primary" type="submit" disabledReason={commanding.pending ? 'It is being sent.' : barred}>
          {submit}
        </Button>
        <Button
          tone="quiet"
          onClick={() => {
            draft.sent()
            onClose()
          }}
        >
          Discard
        </Button>
        {barred !== undefined && <span className="muted">{barred}</span>}
      </div>
      <Refused commanding={commanding} seen={seen} problem={problem} book={book} mine={mine} whyNotAnew={reason} />
    </form>
  )
}
