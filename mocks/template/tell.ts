import type { Incident } from '../../src/domain/incident'
import { isTeamId, type Party } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { formatInstant, type Instant, unknownText } from '../../src/domain/units'
import type { WireIncident, WireTeam } from '../../src/sources/template/wire'

const said = (at: Instant | undefined) => (at === undefined ? null : formatInstant(at))
const keyOf = (id: string) => id.slice('team:'.length)
const mailOf = ({ contacts }: Party) => contacts.find(({ kind }) => kind === 'mail')?.text

/** The teams of the world in the words of the backend. */
export const teamsOf = ({ parties }: Holdings): readonly WireTeam[] =>
  parties.flatMap((party) =>
    party.type === 'team' ? [{ key: keyOf(party.id), name: party.name, mail: mailOf(party) ?? null }] : [],
  )

const wireOf = ({ id, title, state, severity, opened, clocks, team, workloads }: Incident): WireIncident => ({
  key: id,
  title,
  status: unknownText(state) ?? state,
  priority: severity === undefined ? null : `P${severity}`,
  opened: formatInstant(opened),
  acknowledged: said(clocks.acknowledged),
  resolved: said(clocks.resolved),
  changed: formatInstant(clocks.resolved ?? opened),
  team: team !== undefined && isTeamId(team) ? keyOf(team) : null,
  services: [...workloads],
})

/** The same of incidents. */
export const incidentsOf = ({ incidents }: Holdings): readonly WireIncident[] => incidents.map(wireOf)

function told(incident: Incident): Incident {
  const { id, title, state, severity, opened, clocks, team, workloads } = incident
  const { acknowledged, resolved } = clocks
  return {
    id,
    title,
    state,
    opened,
    clocks: {
      detected: opened,
      ...(acknowledged !== undefined && { acknowledged }),
      ...(resolved !== undefined && { resolved }),
    },
    workloads,
    roles: [],
    factors: [],
    labels: [],
    links: [],
    version: wireOf(incident).changed,
    ...(severity !== undefined && { severity }),
    ...(team !== undefined && isTeamId(team) && { team }),
  }
}

/** The world as far as the backend can carry it, with the ids that the source makes: what the kit demands of it. */
export const tellable = ({ parties, incidents }: Holdings): Holdings => ({
  workloads: [],
  activities: [],
  assignments: [],
  events: [],
  timeline: [],
  problems: [],
  improvements: [],
  requests: [],
  parties: parties.flatMap((party) => {
    if (party.type !== 'team') return []
    const { type, id, name } = party
    const mail = mailOf(party)
    const contacts = mail === undefined ? [] : [{ kind: 'mail' as const, text: mail, url: `mailto:${mail}` }]
    return [{ type, id, name, contacts, tags: [] }]
  }),
  incidents: incidents.map(told),
})
