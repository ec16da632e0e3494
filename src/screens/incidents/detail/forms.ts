import type { Incident, IncidentRole, PlanStep, Severity } from '../../../domain/incident'
import { singleRoles, stepStateOf } from '../../../domain/duties'
import type { StepState } from '../../../domain/command'
import type { Id } from '../../../domain/units'

/** Forms that an action opens. The other actions are carried out at once. */
export type FormName = 'say' | 'severity' | 'assign' | 'role' | 'step' | 'problem' | 'resolve'

/** Under what the fields of a form are kept until they are sent. */
export const draftOf = (form: FormName, incident: Id): string => `incident ${form} ${incident}`

/** How each form begins. Whoever opens one with a choice made puts it into the draft. */
export interface SeverityFields {
  readonly to: Severity
  readonly reason: string
}
export const severityFields = ({ severity = 3 }: Incident): SeverityFields => ({ to: severity, reason: '' })

export interface RoleFields {
  readonly role: IncidentRole
  /** Empty: nobody is chosen. */
  readonly person: Id
}

/** The first role that nobody holds; once all are held, one more responder. */
export const roleFields = ({ roles }: Incident, me: Id | undefined): RoleFields => ({
  role: singleRoles.find((each) => !roles.some(({ role }) => role === each)) ?? 'responder',
  person: me ?? '',
})

export interface StepFields {
  readonly step: Id
  readonly to: StepState
  readonly because: string
}

/** The step that comes next: the first that was neither done nor skipped. */
export const nextStep = ({ plan }: Incident): PlanStep | undefined =>
  plan?.steps.find((step) => stepStateOf(step) === 'open')

export const stepFields = (incident: Incident): StepFields => ({
  step: (nextStep(incident) ?? incident.plan?.steps[0])?.id ?? '',
  to: nextStep(incident) ? 'done' : 'open',
  because: '',
})

const deciding = /^(decide|choose|judge)\b|\?\s*$/i

/** Whether a step asks for a decision, by its own words: then what was decided is asked, and goes into the timeline. */
export const isDecision = ({ text }: PlanStep): boolean => deciding.test(text.trim())
