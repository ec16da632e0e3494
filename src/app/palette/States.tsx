import type { OwnershipView } from '../../data'
import { Button, PartialNote } from '../../ui'
import styles from './Palette.module.css'

interface StatesProps {
  readonly text: string
  /** There is no line to show. */
  readonly none: boolean
  readonly pending: boolean
  readonly ownership: OwnershipView
  readonly faults: readonly string[]
}

/** What is missing from the hits, what is still on its way, and that there are none. */
export function States({ text, none, pending, ownership, faults }: StatesProps) {
  const { state, missing, retry } = ownership
  const loading = state === 'loading'
  // What is absent everywhere is no news on every look-up, unless all of it is.
  const notes =
    state === 'absent'
      ? ['No connected source tells who owns what: owners cannot be found.']
      : loading
        ? []
        : [...new Set([...missing.map((each) => each.text), ...faults])]
  return (
    <>
      {notes.map((note, index) => (
        <PartialNote
          key={note}
          action={state === 'failed' && index === 0 && <Button onClick={retry}>Try again</Button>}
        >
          {note}
        </PartialNote>
      ))}
      <div role="status" className={loading || none ? styles.none : 'hidden'}>
        {loading && 'Owners are loading… '}
        {none && !loading && (pending ? 'Searching…' : nothing(text, notes.length > 0))}
      </div>
    </>
  )
}

const nothing = (text: string, partial: boolean): string =>
  `Nothing has all the words of “${text}”, nor words like them${partial ? ', in what could be read' : ''}.`
