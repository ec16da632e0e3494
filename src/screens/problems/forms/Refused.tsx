import type { Commanding } from '../../../data'
import { theirsText } from '../../../domain/clash'
import type { Problem } from '../../../domain/problem'
import { Button, Icon } from '../../../ui'
import { type Book, fieldsOf } from '../model/book'
import styles from '../problems.module.css'

interface RefusedProps {
  readonly commanding: Commanding
  /** As the person saw it, and as it is now. */
  readonly seen: Problem
  readonly problem: Problem
  readonly book: Book
  /** What the person wanted, in words. */
  readonly mine: string
  /** Why the command cannot be sent on the new version. */
  readonly whyNotAnew?: string | undefined
}

/** Why a command was not carried out, and the ways on. Where somebody was quicker, both versions. */
export function Refused({ commanding, seen, problem, book, mine, whyNotAnew }: RefusedProps) {
  const { error, again, anew, dismiss, pending } = commanding
  if (!error || pending) return null
  const clash = error.fault === 'conflict'
  return (
    <div role="alert" className={styles.refused}>
      <Icon name="warn" size={16} />
      <span>
        {clash ? 'Somebody changed it meanwhile: ' : 'Not carried out: '}
        {error.message}
        {clash && (
          <>
            <br />
            Theirs: {theirsText(fieldsOf(seen, book), fieldsOf(problem, book))}
            <br />
            Mine: {mine}
          </>
        )}
      </span>
      <Button disabledReason={clash ? whyNotAnew : undefined} onClick={clash ? () => anew(problem.version) : again}>
        {clash ? 'Send on the new version' : 'Try again'}
      </Button>
      <Button tone="quiet" onClick={dismiss}>
        {clash ? 'Keep theirs' : 'Dismiss'}
      </Button>
    </div>
  )
}
