import { useFormDraft } from '../../../data'
import type { Command, StepState } from '../../../domain/command'
import { stepStanding, type StepStanding, stepStateOf } from '../../../domain/duties'
import type { Incident, PlanStep } from '../../../domain/incident'
import { ageText, durationText } from '../../../domain/time/format'
import type { Instant } from '../../../domain/units'
import { Badge, Icon } from '../../../ui'
import { draftOf, isDecision, stepFields } from './forms'
import { useResponse } from './Response'
import styles from './side.module.css'

/** What is to be said of a step besides its text, and whether it needs eyes. */
function remark(standing: StepStanding, now: Instant): { readonly text: string; readonly bad?: boolean } | undefined {
  switch (standing.kind) {
    case 'done':
      return standing.late === undefined ? undefined : { text: `done ${durationText(standing.late)} late` }
    case 'skipped':
      return { text: `skipped: ${standing.because}` }
    case 'overdue':
      return { text: `overdue by ${durationText(standing.late)}`, bad: true }
    case 'due':
      return { text: `due ${ageText(standing.due, now)}` }
    case 'left':
      return { text: 'not done' }
    case 'open':
      return undefined
  }
}

const marks: Readonly<Record<StepStanding['kind'], string>> = {
  done: 'Done',
  skipped: 'Skipped',
  overdue: 'Overdue',
  due: 'To do',
  open: 'To do',
  left: 'Not done',
}

interface StepProps {
  readonly incident: Incident
  readonly step: PlanStep
  readonly now: Instant
  /** It is the one to do now. */
  readonly next: boolean
}

/** One step of the plan. Its box does it or takes that back; what must be said first is asked by the form. */
export function Step({ incident, step, now, next }: StepProps) {
  const response = useResponse()
  const { set } = useFormDraft(draftOf('step', incident.id), stepFields(incident))
  const standing = stepStanding(incident, step, now)
  const said = remark(standing, now)
  const state = stepStateOf(step)
  const to: StepState = state === 'open' ? 'done' : 'open'
  const command: Command = { kind: 'set-step', incident: incident.id, step: step.id, to }
  const reason = response ? response.why(command) : 'Nothing can be done here.'
  const decides = isDecision(step)

  const ask = (wanted: StepState, opener: HTMLElement) => {
    set({ step: step.id, to: wanted })
    response?.open('step', opener)
  }
  const verb = to === 'open' ? 'To do again' : 'Done'
  return (
    <li className={styles.step} data-kind={standing.kind} data-next={next || undefined}>
      <button
        type="button"
        className={styles.box}
        aria-label={`${verb}: ${step.text}`}
        title={reason ?? verb}
        {...(reason !== undefined && { 'aria-disabled': true })}
        onClick={({ currentTarget }) => {
          if (reason !== undefined) return
          if (decides && to === 'done') ask('done', currentTarget)
          else response?.send(command)
        }}
      >
        <span className={styles.check}>{standing.kind === 'done' && <Icon name="check" size={12} />}</span>
      </button>
      <span className={styles.stepText}>
        <span className="hidden">{marks[standing.kind]}: </span>
        {step.text} {decides && <Badge>decision</Badge>}
        {(step.owner !== undefined || said) && (
          <span className={said?.bad ? styles.overdue : styles.stepNote}>
            {[step.owner, said?.text].filter(Boolean).join(' · ')}
          </span>
        )}
      </span>
      {state === 'open' && reason === undefined && (
        <button
          type="button"
          className={styles.skip}
          aria-label={`Skip: ${step.text}`}
          onClick={({ currentTarget }) => ask('skipped', currentTarget)}
        >
          Skip
        </button>
      )}
    </li>
  )
}
