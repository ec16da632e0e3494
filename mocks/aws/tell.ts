import type { OpsEvent } from '../../src/domain/event'
import type { Incident } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import type { TimelineEntry } from '../../src/domain/timeline'
import { formatInstant, type Instant, openValue, unknownText } from '../../src/domain/units'
import type { Envelope, HealthEvent, OpsItem, OpsItemEvent, RelatedItem } from '../../src/sources/aws/wire'

/** The world as OpsCenter, Health and a log of EventBridge hold it. */
export interface AwsWorld {
  readonly items: readonly OpsItem[]
  readonly history: readonly { readonly incident: string; readonly event: OpsItemEvent }[]
  readonly related: readonly { readonly incident: string; readonly item: RelatedItem }[]
  readonly health: readonly HealthEvent[]
  readonly log: readonly Envelope[]
}

const status: Readonly<Record<string, string>> = {
  triggered: 'Open',
  acknowledged: 'InProgress',
  mitigating: 'InProgress',
  resolved: 'Resolved',
  closed: 'Resolved',
}
const stateTold: Readonly<Record<string, Incident['state']>> = {
  Open: 'triggered',
  InProgress: 'acknowledged',
  Resolved: 'resolved',
}
const seconds = (at: Instant) => at / 1000
const statusOf = ({ state }: Incident) => status[state] ?? unknownText(state) ?? state
const arn = (id: string) => `arn:aws:resource:${id}`
const arns = (ids: readonly string[]) => JSON.stringify(ids.map((id) => ({ arn: arn(id) })))
const labelsOf = ({ labels }: Incident) => labels.slice(0, 2)

const itemOf = (incident: Incident): OpsItem => ({
  OpsItemId: incident.id,
  Title: incident.title,
  Status: statusOf(incident),
  CreatedTime: seconds(incident.opened),
  LastModifiedTime: seconds(incident.opened),
  OperationalData: {
    '/aws/resources': { Value: arns(incident.workloads), Type: 'SearchableString' },
    ...(incident.team !== undefined && { team: { Value: incident.team.replace(/^team:/, ''), Type: 'String' } }),
  },
  ...(incident.severity !== undefined && { Severity: String(incident.severity) }),
  ...(incident.impact !== undefined && { Description: incident.impact }),
  ...(labelsOf(incident)[0] !== undefined && { Category: labelsOf(incident)[0] }),
  ...(labelsOf(incident)[1] !== undefined && { Source: labelsOf(incident)[1] }),
})

const incidentTold = (incident: Incident): Incident => {
  const word = statusOf(incident)
  return {
    id: incident.id,
    title: incident.title,
    state: stateTold[word] ?? openValue([], word),
    opened: incident.opened,
    clocks: { detected: incident.opened },
    workloads: incident.workloads.map(arn),
    roles: [],
    factors: [],
    labels: labelsOf(incident),
    links: [],
    version: formatInstant(incident.opened),
    ...(incident.severity !== undefined && { severity: incident.severity }),
    ...(incident.team !== undefined && { team: incident.team }),
    ...(incident.impact !== undefined && incident.impact !== '' && { impact: incident.impact }),
  }
}

const isRelated = ({ kind }: TimelineEntry) => kind === 'link'
const sourceOf = (actor: string | undefined) =>
  actor === undefined
    ? {}
    : { CreatedBy: { Arn: `arn:aws:sts::111122223333:assumed-role/ops/${actor.replaceAll('/', '-')}` } }

const historyOf = (entry: TimelineEntry): OpsItemEvent => ({
  EventId: entry.id,
  DetailType: unknownText(entry.kind) ?? entry.kind,
  CreatedTime: seconds(entry.at),
  ...(entry.text !== undefined && { Detail: entry.text }),
  ...sourceOf(entry.actor),
})
const relatedOf = (entry: TimelineEntry): RelatedItem => ({
  AssociationId: entry.id,
  ResourceType: entry.text ?? '',
  ResourceUri: entry.to ?? '',
  CreatedTime: seconds(entry.at),
  ...sourceOf(entry.actor),
})

function entriesTold(incident: Incident, timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const own = timeline.filter((entry) => entry.incident === incident.id)
  const told = [...own.filter((entry) => !isRelated(entry)), ...own.filter(isRelated)]
  return told.map((entry, sequence) => ({
    id: `${incident.id}/${entry.id}`,
    incident: incident.id,
    at: entry.at,
    sequence,
    kind: isRelated(entry) ? 'link' : `unknown:${unknownText(entry.kind) ?? entry.kind}`,
    ...(isRelated(entry)
      ? { text: entry.text ?? '', to: entry.to ?? '' }
      : entry.text !== undefined && { text: entry.text }),
    ...(entry.actor !== undefined && { actor: entry.actor.replaceAll('/', '-') }),
  }))
}

const isHealth = ({ kind }: OpsEvent) => kind === 'health'
const isAlarm = ({ kind }: OpsEvent) => kind === 'alarm'

const healthOf = (event: OpsEvent): HealthEvent => ({
  arn: event.id,
  service: 'EC2',
  eventTypeCode: event.rule ?? 'AWS_EC2_OPERATIONAL_ISSUE',
  eventTypeCategory: event.planned ? 'scheduledChange' : 'issue',
  startTime: seconds(event.at),
  statusCode: event.until === undefined ? 'open' : 'closed',
  ...(event.until !== undefined && { endTime: seconds(event.until) }),
})
const healthTold = (event: OpsEvent): OpsEvent => {
  const rule = event.rule ?? 'AWS_EC2_OPERATIONAL_ISSUE'
  const told = {
    id: event.id,
    title: `EC2: ${rule}`,
    kind: 'health',
    rule,
    at: event.at,
    planned: event.planned,
  } as const
  return { ...told, origin: 'external', workloads: [], ...(event.until !== undefined && { until: event.until }) }
}

/** The name that an alarm's rule has, or its title where it has none. */
const alarmName = ({ rule, title }: OpsEvent) => rule ?? title

const bridgeOf = (event: OpsEvent): Envelope => ({
  id: event.id,
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  time: formatInstant(event.at),
  resources: event.workloads.map(arn),
  detail: { alarmName: alarmName(event), state: { value: 'ALARM' } },
})
const bridgeTold = (event: OpsEvent): OpsEvent => ({
  id: event.id,
  title: `${alarmName(event)}: ALARM`,
  kind: 'alarm',
  rule: alarmName(event),
  at: event.at,
  planned: false,
  origin: 'internal',
  workloads: event.workloads.map(arn),
})

export const awsWorld = ({ incidents, timeline, events }: Holdings): AwsWorld => ({
  items: incidents.map(itemOf),
  history: timeline
    .filter((entry) => !isRelated(entry))
    .map((entry) => ({ incident: entry.incident, event: historyOf(entry) })),
  related: timeline.filter(isRelated).map((entry) => ({ incident: entry.incident, item: relatedOf(entry) })),
  health: events.filter(isHealth).map(healthOf),
  log: events.filter(isAlarm).map(bridgeOf),
})

/** The world as far as AWS can tell it: incidents without an end, events without an outcome. */
export const tellable = ({ incidents, timeline, events }: Holdings): Holdings => ({
  workloads: [],
  activities: [],
  assignments: [],
  parties: [],
  problems: [],
  improvements: [],
  requests: [],
  incidents: incidents.map(incidentTold),
  timeline: incidents.flatMap((incident) => entriesTold(incident, timeline)),
  events: [...events.filter(isHealth).map(healthTold), ...events.filter(isAlarm).map(bridgeTold)],
})
