import { useCommand, useNow } from '../../../data'
import { Button, Kbd, useKeys } from '../../../ui'
import styles from '../problems.module.css'

const done: Readonly<Record<string, string>> = {
  'record-problem': 'Problem recorded',
  'set-problem': 'Problem changed',
  'declare-fix': 'Fix declared',
  'add-action': 'Action added',
  'set-action': 'Action changed',
  'link-problem': 'Incident linked or unlinked',
  undo: 'Undone',
}

/** What was last done about a problem, and for ten seconds the way to take it back; or why there is none. */
export function Undo() {
  const { lastDone, undoable, whyNotUndo, undo, error, dismiss } = useCommand()
  const now = useNow(1)
  useKeys('Problems', [{ keys: 'z', label: 'Undo', run: undo }])
  const told = lastDone && done[lastDone.kind]
  if (told === undefined && !error) return null
  return (
    <div className={styles.undo}>
      {told !== undefined && <span role="status">{told}</span>}
      {told !== undefined &&
        (undoable ? (
          <>
            <Button onClick={undo} aria-keyshortcuts="z">
              Undo <Kbd>Z</Kbd>
            </Button>
            <span className="muted num" aria-hidden="true">
              {Math.min(10, Math.max(0, Math.ceil((undoable.until - now) / 1000)))} s
            </span>
          </>
        ) : (
          <span className="muted">Cannot be undone: {whyNotUndo}</span>
        ))}
      {error && (
        <span role="alert">
          Not undone: {error.message} <Button onClick={dismiss}>Dismiss</Button>
        </span>
      )}
    </div>
  )
}
