import { useNow } from '../../../data'
import { targetOf } from '../../../domain/command'
import type { Incident } from '../../../domain/incident'
import { Button, Kbd, useKeys } from '../../../ui'
import { doneText } from './doneWords'
import { useResponse } from './Response'
import styles from './response.module.css'

/** Whole seconds that are left of the ten. */
const secondsLeft = (until: number, now: number): number => Math.min(Math.max(Math.ceil((until - now) / 1000), 0), 10)

/** What was last done, and for ten seconds the way to take it back; or why there is none. */
export function UndoBar({ incident }: { readonly incident: Incident }) {
  const response = useResponse()
  const now = useNow(1)
  useKeys('Incident: undo', [{ keys: 'z', label: 'Undo', run: () => response?.undo() }])
  if (!response) return null
  const { lastDone, undoable, whyNotUndo } = response.commanding
  if (!lastDone) return null
  const of = targetOf(lastDone)?.id
  const where = of === undefined || of === incident.id ? '' : ` ${of}`
  return (
    <div className={styles.done}>
      <span role="status">{`${doneText(lastDone)}${where}`}</span>
      {undoable ? (
        <>
          <Button onClick={response.undo} aria-keyshortcuts="z">
            Undo <Kbd>Z</Kbd>
          </Button>
          <span className="muted num" aria-hidden="true">
            {secondsLeft(undoable.until, now)} s
          </span>
        </>
      ) : (
        <span className="muted">Cannot be undone: {whyNotUndo}</span>
      )}
    </div>
  )
}
