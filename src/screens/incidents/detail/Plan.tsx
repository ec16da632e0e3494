import { updateDuty } from '../../../domain/duties'
import { type Incident, isOpenAt } from '../../../domain/incident'
import { ageText, durationText } from '../../../domain/time/format'
import { useTick } from '../anchor'
import { nextStep } from './forms'
import { Step } from './Step'
import styles from './side.module.css'

/** The response plan: what is done, what is late, what is due next, and the way to go on with it. */
export function Plan({ incident }: { readonly incident: Incident }) {
  const now = useTick(15)
  const { plan } = incident
  if (!plan)
    return isOpenAt(incident, now) ? (
      <section>
        <h3>Plan</h3>
        <p className={styles.gap}>no response plan</p>
      </section>
    ) : null
  const done = plan.steps.filter((step) => step.doneAt !== undefined || step.skippedBecause !== undefined).length
  const duty = updateDuty(incident, now)
  const next = nextStep(incident)
  const every = plan.updateEvery === undefined ? '' : ` · one every ${durationText(plan.updateEvery)}`
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
          {every}
        </p>
      )}
      {plan.steps.length === 0 && <p className="muted">The plan has no steps.</p>}
      <ol className={styles.plan}>
        {plan.steps.map((step) => (
          <Step key={step.id} incident={incident} step={step} now={now} next={step === next} />
        ))}
      </ol>
    </section>
  )
}
