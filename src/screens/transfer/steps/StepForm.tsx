import { useEffect, useMemo, useRef, useState } from 'react'
import type { OwnershipView } from '../../../data'
import type { Deed, Plan } from '../../../domain/plan/plan'
import { roleNames, roles } from '../../../domain/ownership'
import { Button, FilterSelect, Segmented, Select } from '../../../ui'
import { emptyStep, fieldsOf, foundedIn, type StepFields, stepIn } from '../model/form'
import { holdingsOf, type PartyOptions } from '../model/options'
import { countText } from '../model/words'
import { PartyField } from './PartyField'
import { Successors } from './Successors'
import styles from './steps.module.css'

const kinds = [
  { value: 'merge', label: 'Merge' },
  { value: 'move', label: 'Move' },
  { value: 'split', label: 'Split' },
  { value: 'retire', label: 'Retire' },
] as const

const explained: Readonly<Record<StepFields['kind'], string>> = {
  merge: 'A team is absorbed: all its roles and its people go to another.',
  move: 'Some or all roles of a team or person go to another. Nothing chosen means all.',
  split: 'A team becomes two: what you name goes to the other one, the rest stays.',
  retire: 'A team or person leaves. Everything they hold needs a successor.',
}
const givers: Readonly<Record<StepFields['kind'], string>> = {
  merge: 'Team that is absorbed',
  move: 'Who hands over',
  split: 'Team that is split',
  retire: 'Who leaves',
}
const takers: Readonly<Record<StepFields['kind'], string>> = {
  merge: 'Team that takes all over',
  move: 'Who takes over',
  split: 'Other team',
  retire: 'Successor',
}
const roleOptions = roles.map((role) => ({ value: role, label: `${role} ${roleNames[role]}` }))

interface StepFormProps {
  readonly view: OwnershipView
  readonly options: PartyOptions
  /** The step that is changed; a new one where there is none. */
  readonly deed?: Deed
  /** The party that a new step begins with. */
  readonly from: string
  readonly onSave: (deed: Deed, teams: Plan['teams']) => void
  readonly onCancel?: () => void
}

/** One step: what is done, who hands over, who takes over, and which part. */
export function StepForm({ view, options, deed, from, onSave, onCancel }: StepFormProps) {
  const [fields, setFields] = useState<StepFields>(() => (deed ? fieldsOf(deed) : emptyStep(from)))
  const set = (patch: Partial<StepFields>) => setFields({ ...fields, ...patch })
  const { kind } = fields
  const held = useMemo(() => holdingsOf(fields.from, view), [fields.from, view])
  const step = stepIn(fields)
  const form = useRef<HTMLFormElement>(null)
  const changes = deed !== undefined
  useEffect(() => {
    if (changes) form.current?.querySelector<HTMLElement>('[role=radio][aria-checked=true]')?.focus()
  }, [changes])
  const onlyTeams = kind === 'merge' || kind === 'split'
  const parts = kind === 'move' || kind === 'split'
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={deed ? 'Change the step' : 'Add a step'}
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof step === 'string') return
        onSave(step, foundedIn(fields))
        if (!deed) setFields(emptyStep(''))
      }}
    >
      <Segmented label="What is done" value={kind} options={kinds} onChange={(next) => set({ kind: next })} />
      <p className={styles.explained}>{explained[kind]}</p>
      <PartyField
        label={givers[kind]}
        options={onlyTeams ? options.teams : options.all}
        value={{ id: fields.from }}
        onChange={({ id }) => set({ from: id, workloads: [], activities: [], people: [] })}
      />
      {fields.from !== '' && (
        <p className={styles.explained}>
          {held.roles === 0
            ? 'It holds no declared role now.'
            : `${countText(held.roles)} roles in ${countText(held.activities.length)} activities of ${countText(held.workloads.length)} workloads now.`}
        </p>
      )}
      {parts && (
        <div className={styles.parts}>
          {kind === 'move' && (
            <FilterSelect
              label="Roles"
              options={roleOptions}
              value={fields.roles}
              onChange={(next) => set({ roles: next })}
            />
          )}
          <FilterSelect
            label="Workloads"
            options={held.workloads}
            value={fields.workloads}
            onChange={(next) => set({ workloads: next })}
          />
          <FilterSelect
            label="Activities"
            options={held.activities}
            value={fields.activities}
            onChange={(next) => set({ activities: next })}
          />
          {kind === 'split' && (
            <FilterSelect
              label="People"
              options={held.people}
              value={fields.people}
              onChange={(next) => set({ people: next })}
            />
          )}
        </div>
      )}
      <PartyField
        label={takers[kind]}
        options={onlyTeams ? options.teams : options.all}
        value={fields.to}
        onChange={(to) => set({ to })}
        founding
        {...(kind === 'retire' && { placeholder: 'Nobody yet' })}
      />
      {kind === 'retire' && fields.from !== '' && (
        <Successors party={fields.from} view={view} onChoose={(id) => set({ to: { id } })} />
      )}
      {kind === 'split' && (
        <>
          <Select
            label="The rest"
            value={fields.goesOn ? 'goes' : 'stays'}
            options={[
              { value: 'stays', label: 'The rest stays with the team' },
              { value: 'goes', label: 'The rest goes on, and the team ends' },
            ]}
            onChange={(next) => set({ goesOn: next === 'goes' })}
          />
          {fields.goesOn && (
            <PartyField
              label="Team that takes the rest"
              options={options.teams}
              value={fields.rest}
              onChange={(rest) => set({ rest })}
              founding
            />
          )}
        </>
      )}
      <div className={styles.buttons}>
        <Button type="submit" tone="primary" disabledReason={typeof step === 'string' ? step : undefined}>
          {deed ? 'Change the step' : 'Add the step'}
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        {typeof step === 'string' && <span className={styles.explained}>{step}</span>}
      </div>
    </form>
  )
}
