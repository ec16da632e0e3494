import { stepStanding, type StepStanding, updateDuty } from '../../../domain/duties'
import type { Incident, PlanStep, ResponsePlan } from '../../../domain/incident'
import { ageText, durationText } from '../../../domain/time/format'
import type { Instant } from '../../../domain/units'
import { Icon } from '../../../ui'
import { useTick } from '../anchor'
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

function Step({
  incident,
  step,
  now,
}: {
  readonly incident: Incident
  readonly step: PlanStep
  readonly now: Instant
}) {
  const standing = stepStanding(incident, step, now)
  const said = remark(standing, now)
  return (
    <li className={styles.step} data-kind={standing.kind}>
      <span className={styles.check}>
        {standing.kind === 'done' && <Icon name="check" size={12} />}
        <span className="hidden">{marks[standing.kind]}: </span>
      </span>
      <span>
        {step.text}
        {(step.owner !== undefined || said) && (
          <span className={said?.bad ? styles.overdue : styles.stepNote}>
            {[step.owner, said?.text].filter(Boolean).join(' · ')}
          </span>
        )}
      </span>
    </li>
  )
}

/** The response plan: what is done, what is late, what is due next. */
export function Plan({ incident, plan }: { readonly incident: Incident; readonly plan: ResponsePlan }) {
  const now = useTick(30)
  const done = plan.steps.filter((step) => step.doneAt !== undefined || step.skippedBecause !== undefined).length
  const duty = updateDuty(incident, now)
  return (
    <section>
      <h3>
        Plan · {plan.title} · {done} of {plan.steps.length}
      </h3>
      {duty && (
        <p className={duty.overdue ? styles.overdue : styles.stepNote}>
          {duty.overdue
            ? `Status update overdue since ${ageText(duty.due, now)}`
            : `Next status update due ${ageText(duty.due, now)}`}
        </p>
      )}
      <ol className={styles.plan}>
        {plan.steps.map((step) => (
          <Step key={step.id} incident={incident} step={step} now={now} />
        ))}
      </ol>
    </section>
  )
}
