import { lazy, Suspense, useRef } from 'react'
import { useCommand, useDraft, useZone, type View } from '../../../data'
import { theirsText } from '../../../domain/clash'
import type { Command } from '../../../domain/command'
import { announce, Button, cx, PanelBoundary, useKeys } from '../../../ui'
import type { AboutProps } from './ActivityDrawer'
import { type Ask, asks, useAsk } from './ask'
import { activityFields, isOurs, mineText } from './fields'
import { draftOf } from './forms/begun'
import { Refused } from './Refused'
import { formKinds, useRefusal } from './useActions'
import { useSeen } from './useSeen'
import styles from './drawer.module.css'

const Forms = lazy(() => import('./forms/Forms'))

const names: Readonly<Record<Ask, string>> = {
  change: 'Request change',
  review: 'Mark reviewed',
  feedback: 'Feedback',
  improvement: 'Improvement',
}
const keys: Readonly<Record<Ask, string>> = { change: 'c', review: 'm', feedback: 'b', improvement: 'i' }
const said: Readonly<Record<Ask, string>> = {
  change: 'The request waits for a decision.',
  review: 'Marked as reviewed.',
  feedback: 'Thank you: the feedback waits for an owner.',
  improvement: 'The improvement is recorded.',
}

interface ActionsProps extends AboutProps {
  readonly requests: View<'requests'>
}

/** What can be done about the activity: four buttons, the form that stands open, and what went wrong. */
export function Actions({ standing, ownership, requests }: ActionsProps) {
  const commanding = useCommand()
  const { name: zone } = useZone()
  const { ask, party, open, fold } = useAsk()
  const buttons = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const seen = useSeen(standing, commanding)
  const why = useRefusal({ standing, ownership, requests, whyNot: commanding.whyNot })
  const { command, error, pending } = commanding
  const { version } = standing.activity
  const sending = command && asks.find((each) => formKinds[each] === command.kind)
  const draft = useDraft(draftOf(sending ?? 'change', standing.activity.id))

  // The key of the first is the matrix's own: it knows the cell that the request is for.
  useKeys(
    'The open activity',
    asks.slice(1).map((form) => ({
      keys: keys[form],
      label: names[form],
      run: () => {
        const reason = commanding.whyNot(formKinds[form])
        if (reason === undefined) open(form)
        else announce(reason)
      },
    })),
  )

  const focusOpener = (form: Ask) => buttons.current?.querySelector<HTMLElement>(`[data-ask="${form}"]`)?.focus()
  const leave = (form: Ask) => {
    focusOpener(form)
    fold()
  }
  const send = (form: Ask, next: Command, done: () => void) => {
    focusOpener(form)
    // What rests on the ownership as it was seen is refused when that moved on; a remark about it is not.
    const rests = form === 'change' || form === 'review'
    commanding.send({
      command: next,
      ...(rests && version !== undefined && { version }),
      done: () => {
        done()
        announce(said[form])
        fold(form)
      },
    })
  }
  return (
    <div className={styles.actions}>
      {error && command && isOurs(command) && (
        <Refused
          commanding={commanding}
          theirs={theirsText(activityFields(seen, ownership, zone), activityFields(standing, ownership, zone))}
          mine={mineText(command, ownership, zone)}
          version={version}
          why={why(command)}
          onKeep={() => panel.current?.querySelector<HTMLElement>('textarea, input')?.focus()}
          onDiscard={() => {
            draft.write('')
            if (sending) leave(sending)
          }}
        />
      )}
      {ask && (
        <div ref={panel} hidden={pending && sending === ask}>
          <PanelBoundary name="The form" of={ask}>
            <Suspense>
              <Forms
                key={ask}
                ask={ask}
                party={party ?? undefined}
                standing={standing}
                ownership={ownership}
                why={why}
                onSend={(next, done) => send(ask, next, done)}
                onCancel={() => leave(ask)}
              />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
      <div ref={buttons} role="group" aria-label="Actions" className={cx(styles.buttons, ask !== null && styles.strip)}>
        {asks.map((form) => (
          <Opener
            key={form}
            form={form}
            activity={standing.activity.id}
            expanded={ask === form}
            first={form === asks[0] && !ask}
            reason={pending && sending === form ? 'It is being sent.' : commanding.whyNot(formKinds[form])}
            onClick={() => (ask === form ? leave(form) : open(form))}
          />
        ))}
      </div>
    </div>
  )
}

interface OpenerProps {
  readonly form: Ask
  readonly activity: string
  readonly expanded: boolean
  /** The one to be seen first. */
  readonly first: boolean
  readonly reason: string | undefined
  readonly onClick: () => void
}

/** The button of a form. It shows when something was begun there and not sent. */
function Opener({ form, activity, expanded, first, reason, onClick }: OpenerProps) {
  const kept = useDraft(draftOf(form, activity)).text !== ''
  return (
    <Button
      data-ask={form}
      aria-keyshortcuts={keys[form]}
      tone={first ? 'primary' : 'default'}
      aria-expanded={expanded}
      disabledReason={reason}
      onClick={onClick}
    >
      {names[form]}
      {kept && !expanded && <span className={styles.dot} title="A draft is kept" />}
    </Button>
  )
}
