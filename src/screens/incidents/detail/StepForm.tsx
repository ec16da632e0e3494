import { useRef } from 'react'
import { useFormDraft } from '../../../data'
import type { StepState } from '../../../domain/command'
import { stepStateOf } from '../../../domain/duties'
import type { PlanStep } from '../../../domain/incident'
import { Segmented, TextField } from '../../../ui'
import { Choice } from './Choice'
import { FormFrame, type FormProps } from './FormFrame'
import { draftOf, isDecision, stepFields } from './forms'

const outcomes: Readonly<Record<string, StepState>> = { d: 'done', s: 'skipped', o: 'open' }
const submits: Readonly<Record<StepState, string>> = { done: 'Step done', skipped: 'Skip step', open: 'To do again' }
const hints: Readonly<Record<StepState, string>> = { done: 'done', skipped: 'skipped', open: '' }

/** What is asked beside the outcome, where anything is. */
const asked = (step: PlanStep | undefined, to: StepState): string | undefined =>
  to === 'skipped' ? 'Why it is skipped' : to === 'done' && step && isDecision(step) ? 'What was decided' : undefined

/** One step of the plan: the next one unless another is chosen. D, S, O: done, skipped, to do again. */
export function StepForm(form: FormProps) {
  const { incident } = form
  const { values, set, sent, dirty } = useFormDraft(draftOf('step', incident.id), stepFields(incident))
  const words = useRef<HTMLInputElement>(null)
  const steps = incident.plan?.steps ?? []
  const { step: id, to, because } = values
  const step = steps.find((each) => each.id === id)
  const question = asked(step, to)
  const told = question === undefined ? '' : because.trim()
  const end = (next: StepState) => {
    set({ to: next })
    if (next === 'skipped') queueMicrotask(() => words.current?.focus())
  }
  return (
    <FormFrame
      {...form}
      label="Plan step"
      submit={submits[to]}
      command={{
        kind: 'set-step',
        incident: incident.id,
        step: id,
        to,
        ...(told !== '' && { because: told }),
      }}
      dirty={dirty}
      onKey={(key) => {
        const next = outcomes[key.toLowerCase()]
        if (next) end(next)
        return next !== undefined
      }}
      onSend={(wanted) => form.onSend(wanted, sent)}
    >
      <Choice
        label="Step"
        value={id}
        onChange={(chosen) => {
          const other = steps.find((each) => each.id === chosen)
          set({ step: chosen, to: other && stepStateOf(other) !== 'open' ? 'open' : 'done' })
        }}
        options={steps.map((each) => ({
          value: each.id,
          label: each.text,
          hint: [isDecision(each) ? 'decision' : '', hints[stepStateOf(each)], each.owner].filter(Boolean).join(' · '),
        }))}
      />
      <Segmented<StepState>
        label="What becomes of it"
        value={to}
        onChange={end}
        options={[
          { value: 'done', label: 'Done (D)' },
          { value: 'skipped', label: 'Skipped (S)' },
          { value: 'open', label: 'To do again (O)' },
        ]}
      />
      {question !== undefined && (
        <TextField ref={words} label={question} value={because} onChange={(text) => set({ because: text })} />
      )}
    </FormFrame>
  )
}
