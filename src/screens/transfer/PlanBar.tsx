import { useEffect, useRef, useState } from 'react'
import type { Plan } from '../../domain/plan/plan'
import { Button, ChipButton, Select, TextField, Toolbar } from '../../ui'
import { Exports } from './send/Exports'
import { Send } from './send/Send'
import type { Plans } from './model/usePlans'
import type { Rehearsed } from './model/useRehearsal'
import { newPlan } from './model/useAddress'
import styles from './transfer.module.css'

interface PlanBarProps {
  readonly plans: Plans
  readonly rehearsed: Rehearsed
  readonly edit: (change: (plan: Plan) => Plan, what: string) => void
  readonly zone: string
}

/** Which plan is open, what can be done with it, and the way out of the draft. */
export function PlanBar({ plans, rehearsed, edit, zone }: PlanBarProps) {
  const { current, isNew, undo } = plans
  const [naming, setNaming] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const named = useRef(false)
  const open = naming !== undefined
  useEffect(() => {
    if (open) field.current?.select()
    else if (named.current) button.current?.focus()
    named.current = open
  }, [open])
  const options = [
    ...plans.plans.map(({ id, name }) => ({ value: id, label: name })),
    ...(isNew ? [{ value: newPlan, label: 'New plan' }] : []),
  ]
  const rename = (name: string) => {
    setNaming(undefined)
    if (name.trim() !== '' && name.trim() !== current.name) edit((plan) => ({ ...plan, name: name.trim() }), 'Renamed')
  }
  return (
    <>
      <Toolbar
        label="Plan"
        end={
          <>
            <Exports plan={current} rehearsed={rehearsed} zone={zone} />
            <Send key={current.id} plans={plans} rehearsed={rehearsed} />
          </>
        }
      >
        {naming === undefined ? (
          <>
            <Select label="Plan" options={options} value={isNew ? newPlan : current.id} onChange={plans.open} />
            <Button
              ref={button}
              disabledReason={isNew ? 'It gets its name from its first step.' : undefined}
              onClick={() => setNaming(current.name)}
            >
              Rename
            </Button>
            <Button
              disabledReason={isNew ? 'This is a new plan already.' : undefined}
              onClick={() => plans.open(newPlan)}
            >
              New plan
            </Button>
            <Button disabledReason={isNew ? 'There is no plan to discard.' : undefined} onClick={plans.discard}>
              Discard
            </Button>
            {undo && (
              <ChipButton title={undo.what} onClick={undo.run}>
                Undo
              </ChipButton>
            )}
            {undo && <span className={styles.undone}>{undo.what}</span>}
          </>
        ) : (
          <form
            className={styles.naming}
            onSubmit={(event) => {
              event.preventDefault()
              rename(naming)
            }}
          >
            <TextField ref={field} label="Name of the plan" value={naming} onChange={setNaming} />
            <Button type="submit" tone="primary">
              Keep the name
            </Button>
            <Button onClick={() => setNaming(undefined)}>Cancel</Button>
          </form>
        )}
      </Toolbar>
    </>
  )
}
