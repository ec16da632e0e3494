import type { Command } from '../../../domain/command'
import type { Incident, IncidentState } from '../../../domain/incident'
import { whyNot, whyNotState } from '../../../domain/transitions'
import type { Commanding } from '../../../data'

/** Forms that an action opens. The others are carried out at once. */
export type FormName = 'update' | 'severity' | 'assign' | 'resolve'

export interface Action {
  readonly key: string
  readonly label: string
  readonly form?: FormName
  readonly command?: Command
  /** Why it cannot be done now. */
  readonly reason?: string
}

const given = (reason: string | undefined) => (reason === undefined ? {} : { reason })

/** Why a command cannot be sent: no source takes it, or the state of the incident forbids it. */
export const refusal = (
  incident: Incident,
  command: Command,
  commanding: Pick<Commanding, 'whyNot'>,
): string | undefined => commanding.whyNot(command.kind) ?? whyNot(incident, command)

/** The next step of the response: the one thing that this state waits for. */
function advance(incident: Incident): readonly [key: string, label: string, to: IncidentState] | undefined {
  if (incident.state === 'triggered') return ['a', 'Acknowledge', 'acknowledged']
  if (incident.state === 'acknowledged') return ['m', 'Mitigating', 'mitigating']
  if (incident.state === 'resolved') return ['c', 'Close', 'closed']
  return undefined
}

/** What can be done with the incident, in the order of the buttons; what cannot be done says why. */
export function actionsOf(incident: Incident, commanding: Pick<Commanding, 'whyNot'>): readonly Action[] {
  const { id: incidentId } = incident
  const next = advance(incident)
  const setState = (to: IncidentState): Command => ({ kind: 'set-state', incident: incidentId, to })
  const ended = incident.state === 'resolved' || incident.state === 'closed'
  return [
    ...(next
      ? [
          {
            key: next[0],
            label: next[1],
            command: setState(next[2]),
            ...given(refusal(incident, setState(next[2]), commanding)),
          },
        ]
      : []),
    { key: 'p', label: 'Post update', form: 'update', ...given(commanding.whyNot('add-entry')) },
    { key: 's', label: 'Severity', form: 'severity', ...given(commanding.whyNot('set-severity')) },
    {
      key: 't',
      label: 'Assign',
      form: 'assign',
      ...given(
        commanding.whyNot('assign') ??
          (incident.state === 'closed' ? 'It is closed: reopen it to assign it.' : undefined),
      ),
    },
    ended
      ? {
          key: 'r',
          label: 'Reopen',
          command: setState('mitigating'),
          ...given(refusal(incident, setState('mitigating'), commanding)),
        }
      : {
          key: 'r',
          label: 'Resolve',
          form: 'resolve',
          ...given(commanding.whyNot('set-state') ?? whyNotState(incident, 'resolved')),
        },
  ]
}
