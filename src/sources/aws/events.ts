import * as v from 'valibot'
import type { EventKind, OpsEvent } from '../../domain/event'
import type { Open } from '../../domain/units'
import { misfit } from '../listing/backend'
import { Unreadable } from '../listing/unreadable'
import { moment } from './moments'
import {
  type AlarmMessage,
  alarmMessage,
  configInvocation,
  type ConfigInvocation,
  type Envelope,
  envelope,
  type HealthEvent,
  healthEvent,
} from './wire'

/** An event of AWS Health. What AWS plans with the account is planned; one that goes on has no end. */
export const eventOfHealth = (event: HealthEvent): OpsEvent => {
  if (event.startTime == null) throw new Unreadable(`${event.arn} says no startTime`)
  return {
    id: event.arn,
    title: `${event.service}: ${event.eventTypeCode}`,
    kind: 'health',
    rule: event.eventTypeCode,
    at: moment(event.startTime, 'startTime'),
    planned: event.eventTypeCategory === 'scheduledChange',
    origin: 'external',
    workloads: [],
    ...(event.endTime != null && { until: moment(event.endTime, 'endTime') }),
  }
}

/** A change of state of a CloudWatch alarm, as SNS tells it. */
const eventOfAlarm = (alarm: AlarmMessage, workloads: readonly string[]): OpsEvent => ({
  id: `${alarm.AlarmArn ?? alarm.AlarmName}/${alarm.StateChangeTime}`,
  title: `${alarm.AlarmName}: ${alarm.NewStateValue}`,
  kind: 'alarm',
  rule: alarm.AlarmName,
  at: moment(alarm.StateChangeTime, 'StateChangeTime'),
  planned: false,
  origin: 'internal',
  workloads,
})

const text = (detail: Envelope['detail'], ...path: readonly string[]): string | undefined => {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? new Map<string, unknown>(Object.entries(value)).get(key)
        : undefined,
    detail,
  )
  return typeof found === 'string' ? found : undefined
}

interface Told {
  readonly kind: Open<EventKind>
  readonly rule?: string | undefined
  readonly title?: string | undefined
}

/** What the types of events that operations care about are here. */
function toldBy({ 'detail-type': type, source, detail }: Envelope): Told {
  if (type === 'CloudWatch Alarm State Change') {
    const name = text(detail, 'alarmName')
    return { kind: 'alarm', rule: name, title: `${name}: ${text(detail, 'state', 'value')}` }
  }
  if (source === 'aws.config') return { kind: 'change', rule: text(detail, 'configRuleName') }
  if (source === 'aws.codepipeline' || source === 'aws.codedeploy') {
    const name = text(detail, 'pipeline') ?? text(detail, 'deploymentGroup')
    return { kind: 'deploy', rule: name, title: `${name}: ${text(detail, 'state')}` }
  }
  return { kind: `unknown:${type}` }
}

/** An event that EventBridge delivered. One of Health is read as the Health event that it carries. */
export function eventOfBridge(told: Envelope): OpsEvent {
  const { id, 'detail-type': type, source, time, resources, detail } = told
  if (type === 'AWS Health Event')
    return {
      ...eventOfHealth({
        arn: text(detail, 'eventArn') ?? id ?? `${source} ${time}`,
        service: text(detail, 'service') ?? source,
        eventTypeCode: text(detail, 'eventTypeCode') ?? type,
        eventTypeCategory: text(detail, 'eventTypeCategory') ?? '',
        startTime: text(detail, 'startTime') ?? time,
        endTime: text(detail, 'endTime'),
      }),
      workloads: resources ?? [],
    }
  const { kind, rule, title } = toldBy(told)
  return {
    id: id ?? `${source} ${time}`,
    title: title ?? type,
    kind,
    at: moment(time, 'time'),
    planned: false,
    origin: 'internal',
    workloads: resources ?? [],
    ...(rule !== undefined && { rule }),
  }
}

/** An evaluation that AWS Config asked for. */
function eventOfRule({ configRuleName, invokingEvent }: ConfigInvocation): OpsEvent {
  const told = inner(invokingEvent, 'invokingEvent')
  const [at, type] = isRecord(told) ? [told['notificationCreationTime'], told['messageType']] : []
  if (typeof at !== 'string') throw new Unreadable('invokingEvent says no notificationCreationTime')
  return {
    id: `${configRuleName}/${at}`,
    title: `${configRuleName}: ${typeof type === 'string' ? type : 'evaluation'}`,
    kind: 'change',
    rule: configRuleName,
    at: moment(at, 'notificationCreationTime'),
    planned: false,
    origin: 'internal',
    workloads: [],
  }
}

/** A JSON text inside JSON, as SNS and events that are being put write it. */
function inner(value: unknown, field: string): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw new Unreadable(`${field} is no JSON text`)
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fit<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const verdict = v.safeParse(schema, value)
  if (verdict.success) return verdict.output
  throw new Unreadable(misfit(verdict.issues))
}

/** What one record of a log of AWS events tells, in whichever of their shapes it comes. Throws Unreadable for others. */
export function eventsFrom(item: unknown): readonly OpsEvent[] {
  if (!isRecord(item)) throw new Unreadable('it is no object')
  if (Array.isArray(item['Records']))
    return item['Records'].map((record: unknown) => {
      const message = isRecord(record) && isRecord(record['Sns']) ? record['Sns']['Message'] : undefined
      return eventOfAlarm(fit(alarmMessage, inner(message, 'Sns.Message')), [])
    })
  if ('configRuleName' in item) return [eventOfRule(fit(configInvocation, item))]
  if ('AlarmName' in item) return [eventOfAlarm(fit(alarmMessage, item), [])]
  if ('eventTypeCode' in item) return [eventOfHealth(fit(healthEvent, item))]
  if ('DetailType' in item)
    // The form in which events are put: other capitals, and the detail is a text.
    return [
      eventOfBridge(
        fit(envelope, {
          'detail-type': item['DetailType'],
          source: item['Source'],
          time: item['Time'],
          resources: item['Resources'],
          detail: inner(item['Detail'], 'Detail'),
        }),
      ),
    ]
  return [eventOfBridge(fit(envelope, item))]
}
