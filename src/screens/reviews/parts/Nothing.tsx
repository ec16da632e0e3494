import { Button, EmptyState } from '../../../ui'
import { type Change, nothingChosen } from '../model/address'
import { countText } from '../model/words'

interface NothingProps {
  readonly total: number
  /** "change requests" */
  readonly what: string
  /** Everything that could tell did: only then is there truly none. */
  readonly whole: boolean
  readonly change: (change: Change) => void
}

/** A list with nothing in it: because there is none, because it could not all be read, or because of the filters. */
export const Nothing = ({ total, what, whole, change }: NothingProps) =>
  total > 0 ? (
    <EmptyState
      title="Nothing matches"
      icon="filter"
      action={<Button onClick={() => change(nothingChosen)}>Show all {countText(total)}</Button>}
    >
      <p>
        {countText(total)} {what} are known; the filters leave none of them.
      </p>
    </EmptyState>
  ) : (
    <EmptyState title={whole ? `There are no ${what}` : `No ${what} could be read`} icon="list">
      {!whole && <p>Not everything could be read, so there may be some.</p>}
    </EmptyState>
  )
