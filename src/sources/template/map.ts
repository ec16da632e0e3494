import { type Incident, incidentStates, severity } from '../../domain/incident'
import type { Team } from '../../domain/ownership'
import { type Instant, openValue, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'
import type { WireIncident, WireTeam } from './wire'

// 2. The same in the words of the domain, field by field. What the backend lacks is left out, never guessed; a word that is
// not known stays visible (`openValue`); nonsense is refused with what is wrong and how to mend it (`Unreadable`).

function moment(text: string, field: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Unreadable(`${field} says “${text}”: write it like 2026-11-20T09:00:00Z`)
  return at
}

/** Ids of teams begin with `team:`, those of people with `person:`. */
export const teamOf = ({ key, name, mail }: WireTeam): Team => ({
  type: 'team',
  id: `team:${key}`,
  name,
  contacts: mail == null ? [] : [{ kind: 'mail', text: mail, url: `mailto:${mail}` }],
  tags: [],
})

export function incidentOf(wire: WireIncident): Incident {
  const rank = severity(Number(/^P([1-5])$/.exec(wire.priority ?? '')?.[1]))
  const opened = moment(wire.opened, 'opened')
  return {
    id: wire.key,
    title: wire.title,
    state: openValue(incidentStates, wire.status),
    opened,
    clocks: {
      detected: opened,
      ...(wire.acknowledged != null && { acknowledged: moment(wire.acknowledged, 'acknowledged') }),
      ...(wire.resolved != null && { resolved: moment(wire.resolved, 'resolved') }),
    },
    workloads: wire.services,
    roles: [],
    factors: [],
    labels: [],
    links: [],
    version: wire.changed,
    ...(rank !== undefined && { severity: rank }),
    ...(rank === undefined && wire.priority != null && { severityText: wire.priority }),
    ...(wire.team != null && { team: `team:${wire.team}` }),
  }
}
