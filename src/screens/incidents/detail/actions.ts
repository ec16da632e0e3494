import type { Commanding } from '../../../data'
import type { Command } from '../../../domain/command'
import type { Incident, IncidentState } from '../../../domain/incident'
import { whyNot, whyNotState } from '../../../domain/transitions'
import type { FormName } from './forms'

export interface Action {
  readonly key: string
  readonly label: string
  /** On the button, where the label is long. */
  readonly short?: string
  readonly form?: FormName
  readonly command?: Command
  /** Why it cannot be done now. */
  readonly reason?: string
  /** It waits in the menu: this state is not for it. */
  readonly aside?: true
}

/** What is judged beside the state: who takes commands, and whether there are problems to link. */
export interface Means {
  readonly whyNot: Commanding['whyNot']
  readonly problems: boolean
}

const given = (reason: string | undefined) => (reason === undefined ? {} : { reason })

/** Why a command cannot be sent: no source takes it, or the state of the incident forbids it. */
export const refusal = (
  incident: Incident,
  command: Command,
  commanding: Pick<Commanding, 'whyNot'>,
): string | undefined => commanding.whyNot(command.kind) ?? whyNot(incident, command)

const closed = (incident: Incident, why: string): string | undefined =>
  incident.state === 'closed' ? `It is closed: ${why}` : undefined

/** The states that can be gone to by one key, in the order of a response. */
const steps = [
  ['a', 'Acknowledge', 'acknowledged'],
  ['i', 'Mitigating', 'mitigating'],
  ['c', 'Close', 'closed'],
] as const satisfies readonly (readonly [key: string, label: string, to: IncidentState])[]

/** The next step of the response: the one thing that each state waits for. */
const next: Readonly<Record<string, IncidentState>> = {
  triggered: 'acknowledged',
  acknowledged: 'mitigating',
  resolved: 'closed',
}

function stateActions(incident: Incident, means: Means): readonly Action[] {
  const ended = incident.state === 'resolved' || incident.state === 'closed'
  return steps.map(([key, label, to]) => {
    const command: Command = { kind: 'set-state', incident: incident.id, to }
    // To take up an ended incident again is said by its own name.
    const reason = to === 'mitigating' && ended ? 'It has ended: reopen it.' : refusal(incident, command, means)
    return {
      key,
      label,
      command,
      ...given(means.whyNot('set-state') ?? reason),
      ...(next[incident.state] !== to && { aside: true as const }),
    }
  })
}

function whyNotProblem(incident: Incident, means: Means): string | undefined {
  if (!means.problems && incident.problem === undefined) return 'No connected source tells problems.'
  return means.whyNot('link-problem')
}

/** What can be done with the incident, in the order of the buttons; what cannot be done says why. */
export function actionsOf(incident: Incident, means: Means): readonly Action[] {
  const states = stateActions(incident, means)
  const ended = incident.state === 'resolved' || incident.state === 'closed'
  const reopen: Command = { kind: 'set-state', incident: incident.id, to: 'mitigating' }
  return [
    ...states.filter(({ aside }) => !aside),
    { key: 'n', label: 'Post update', form: 'say', ...given(means.whyNot('add-entry')) },
    { key: 's', label: 'Severity', form: 'severity', ...given(means.whyNot('set-severity')) },
    {
      key: 'm',
      label: 'Assign',
      form: 'assign',
      ...given(means.whyNot('assign') ?? closed(incident, 'reopen it to assign it.')),
    },
    {
      key: 't',
      label: 'Take role',
      short: 'Role',
      form: 'role',
      ...given(means.whyNot('take-role') ?? closed(incident, 'there is no role to take.')),
    },
    {
      key: 'p',
      label: 'Plan step',
      short: 'Step',
      form: 'step',
      ...given(
        means.whyNot('set-step') ??
          (incident.plan?.steps.length ? undefined : 'It has no response plan.') ??
          closed(incident, 'reopen it to go on with the plan.'),
      ),
    },
    { key: 'l', label: 'Link problem', short: 'Problem', form: 'problem', ...given(whyNotProblem(incident, means)) },
    ended
      ? { key: 'r', label: 'Reopen', command: reopen, ...given(refusal(incident, reopen, means)) }
      : {
          key: 'r',
          label: 'Resolve',
          form: 'resolve',
          ...given(means.whyNot('set-state') ?? whyNotState(incident, 'resolved')),
        },
    ...states.filter(({ aside }) => aside),
  ]
}
