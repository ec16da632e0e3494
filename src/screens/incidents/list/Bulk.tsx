import { useEffect, useRef, useState } from 'react'
import { useBatch, useCommand } from '../../../data'
import type { Command } from '../../../domain/command'
import { type Incident, severities, type Severity } from '../../../domain/incident'
import { Button, Menu, useKeys } from '../../../ui'
import styles from '../incidents.module.css'
import type { Names } from '../useNames'
import { counted } from '../words'
import { bulkOf, bulkText, bulkWhyNot, leftText } from './bulk'
import { BulkForm, type BulkAsk } from './BulkForm'
import { BulkProgress } from './BulkProgress'
import type { Marks } from './useMarks'

interface BulkProps {
  readonly marks: Marks
  /** What is listed: what is no longer among it is no longer marked. */
  readonly items: readonly Incident[]
  readonly names: Names
  /** Gives the focus back to the list. */
  readonly onLeave: () => void
}

const to = (state: 'acknowledged' | 'resolved') => (incident: Incident) =>
  ({ kind: 'set-state', incident: incident.id, to: state }) as const

/** What can be done to all marked incidents at once: each act names how many, and each failure is told by itself. */
export function Bulk({ marks, items, names, onLeave }: BulkProps) {
  const marked = marks.any ? items.filter(({ id }) => marks.isMarked(id)) : []
  const { whyNot } = useCommand()
  const batch = useBatch()
  const [ask, setAsk] = useState<BulkAsk>()
  const [level, setLevel] = useState<Severity>(3)
  const bar = useRef<HTMLElement>(null)
  useKeys('Incidents: marked', [{ keys: 'b', label: 'To what is marked', run: () => bar.current?.focus() }])
  const fold = () => {
    setAsk(undefined)
    bar.current?.focus()
  }
  // Escape folds the form, and then leads back to the list. It ends nothing that was sent.
  useEffect(() => {
    const element = bar.current
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      if (ask) fold()
      else onLeave()
    }
    element?.addEventListener('keydown', leave)
    return () => element?.removeEventListener('keydown', leave)
  })
  if (marked.length === 0 && !batch.progress) return null

  const act = (verb: string, make: (incident: Incident) => Command) => {
    const plan = bulkOf(marked, make)
    const { kind } = marked[0] ? make(marked[0]) : { kind: 'set-state' as const }
    return { verb, plan, why: bulkWhyNot(plan, kind, whyNot), run: () => batch.run(plan.intents) }
  }
  const steps = [act('Acknowledge', to('acknowledged')), act('Resolve', to('resolved'))]
  const forms = [
    { kind: 'assign', label: 'Assign …', why: whyNot('assign') },
    { kind: 'problem', label: 'Link a problem …', why: whyNot('link-problem') },
  ] as const
  return (
    <section ref={bar} tabIndex={-1} className={styles.bulk} aria-label="Marked incidents">
      {marked.length > 0 && (
        <div className={styles.bulkRow}>
          <b role="status">{counted(marked.length, 'incident')} marked</b>
          {steps.map(({ verb, plan, why, run }) => (
            <Button key={verb} disabledReason={why} onClick={run} title={why ?? leftText(plan)}>
              {bulkText(verb, plan)}
            </Button>
          ))}
          {forms.map(({ kind, label, why }) => (
            <Button key={kind} aria-expanded={ask === kind} disabledReason={why} onClick={() => setAsk(kind)}>
              {label}
            </Button>
          ))}
          <Menu
            label="Severity"
            items={severities.map((each) => ({
              key: String(each),
              label: `SEV${each} …`,
              disabledReason: whyNot('set-severity'),
              onSelect: () => {
                setLevel(each)
                setAsk('severity')
              },
            }))}
          />
          <Button tone="quiet" onClick={marks.clear}>
            Unmark
          </Button>
        </div>
      )}
      {ask && marked.length > 0 && (
        <BulkForm
          key={ask}
          ask={ask}
          level={level}
          names={names}
          act={act}
          onSend={(run) => {
            run()
            fold()
          }}
        />
      )}
      <BulkProgress batch={batch} />
    </section>
  )
}
