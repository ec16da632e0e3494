import type { Incident, IncidentState } from '../../domain/incident'
import { severity } from '../../domain/incident'
import type { TimelineEntry } from '../../domain/timeline'
import { formatInstant, type Id, type Open, openValue } from '../../domain/units'
import { moment } from './moments'
import type { OpsItem, OpsItemEvent, RelatedItem } from './wire'

/** The states of an OpsItem that have a word here. It has no mitigating and no closed. */
export const states: Readonly<Record<string, IncidentState>> = {
  Open: 'triggered',
  InProgress: 'acknowledged',
  Resolved: 'resolved',
}

const stateOf = (status: string): Open<IncidentState> =>
  (Object.hasOwn(states, status) ? states[status] : undefined) ?? openValue([], status)

/** The texts of a JSON list in an OperationalData value, such as `[{"arn":"…"}]`; none where it is something else. */
function listed(text: string | null | undefined, field: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(parsed)) return []
    return parsed.flatMap((each: unknown) => {
      const value =
        typeof each === 'object' && each !== null
          ? new Map<string, unknown>(Object.entries(each)).get(field)
          : undefined
      return typeof value === 'string' ? [value] : []
    })
  } catch {
    return []
  }
}

/**
 * An OpsItem as an incident. AWS keeps when it was created and last touched: when it was resolved is not recorded.
 * `teamKey` names the OperationalData that holds the team.
 */
export function incidentOf(item: OpsItem, teamKey: string): Incident {
  const opened = moment(item.CreatedTime, 'CreatedTime')
  const rank = severity(Number(item.Severity))
  const data = item.OperationalData ?? {}
  const team = data[teamKey]?.Value
  const touched = item.LastModifiedTime
  return {
    id: item.OpsItemId,
    title: item.Title,
    state: stateOf(item.Status),
    opened,
    clocks: { detected: opened },
    workloads: [...new Set(listed(data['/aws/resources']?.Value, 'arn'))],
    roles: [],
    factors: [],
    labels: [item.Category, item.Source].filter((each) => each != null),
    links: [],
    ...(rank !== undefined && { severity: rank }),
    ...(rank === undefined && item.Severity != null && { severityText: item.Severity }),
    ...(team != null && team !== '' && { team: `team:${team}` }),
    ...(item.Description != null && item.Description !== '' && { impact: item.Description }),
    ...(touched != null && { version: formatInstant(moment(touched, 'LastModifiedTime')) }),
  }
}

/** The last part of who did it: `…:assumed-role/OpsItem-CWE-Role/fbf7` is `fbf7`. */
const actorOf = (by: { readonly Arn?: string | null | undefined } | null | undefined) => {
  const name = by?.Arn?.split('/').at(-1)
  return name === undefined ? {} : { actor: name }
}

/** What happened to an OpsItem, in AWS's own words. */
export const eventEntry = (event: OpsItemEvent, incident: Id, sequence: number): TimelineEntry => ({
  id: `${incident}/${event.EventId}`,
  incident,
  at: moment(event.CreatedTime, 'CreatedTime'),
  sequence,
  kind: `unknown:${event.DetailType ?? 'event'}`,
  ...(event.Detail != null && { text: event.Detail }),
  ...actorOf(event.CreatedBy),
})

/** Something that was joined to it, such as an incident of Incident Manager. */
export const relatedEntry = (item: RelatedItem, incident: Id, sequence: number): TimelineEntry => ({
  id: `${incident}/${item.AssociationId}`,
  incident,
  at: moment(item.CreatedTime, 'CreatedTime'),
  sequence,
  kind: 'link',
  text: item.ResourceType,
  to: item.ResourceUri,
  ...actorOf(item.CreatedBy),
})
