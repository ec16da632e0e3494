import * as v from 'valibot'

/** Seconds since 1970 in the APIs' own JSON, a text in what the CLI prints. */
const time = v.union([v.string(), v.number()])

const operational = v.record(v.string(), v.object({ Value: v.nullish(v.string()), Type: v.nullish(v.string()) }))

/** An OpsItem: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_OpsItem.html */
export const opsItem = v.object({
  OpsItemId: v.string(),
  Title: v.string(),
  Status: v.string(),
  Severity: v.nullish(v.string()),
  Category: v.nullish(v.string()),
  Source: v.nullish(v.string()),
  Description: v.nullish(v.string()),
  CreatedTime: time,
  LastModifiedTime: v.nullish(time),
  Version: v.nullish(v.string()),
  OperationalData: v.nullish(operational),
})
export type OpsItem = v.InferOutput<typeof opsItem>

export const opsItemPage = v.object({ OpsItemSummaries: v.array(v.unknown()), NextToken: v.nullish(v.string()) })
export const oneOpsItem = v.object({ OpsItem: v.unknown() })

/** What happened to an OpsItem: API_OpsItemEventSummary. */
export const opsItemEvent = v.object({
  EventId: v.string(),
  DetailType: v.nullish(v.string()),
  Detail: v.nullish(v.string()),
  Source: v.nullish(v.string()),
  CreatedTime: time,
  CreatedBy: v.nullish(v.object({ Arn: v.nullish(v.string()) })),
})
export type OpsItemEvent = v.InferOutput<typeof opsItemEvent>

/** What is joined to an OpsItem: API_OpsItemRelatedItemSummary. */
export const relatedItem = v.object({
  AssociationId: v.string(),
  ResourceType: v.string(),
  ResourceUri: v.string(),
  CreatedTime: time,
  CreatedBy: v.nullish(v.object({ Arn: v.nullish(v.string()) })),
})
export type RelatedItem = v.InferOutput<typeof relatedItem>

export const summaries = v.object({ Summaries: v.array(v.unknown()), NextToken: v.nullish(v.string()) })

/** An event of AWS Health: https://docs.aws.amazon.com/health/latest/APIReference/API_Event.html */
export const healthEvent = v.object({
  arn: v.string(),
  service: v.string(),
  eventTypeCode: v.string(),
  eventTypeCategory: v.string(),
  region: v.nullish(v.string()),
  startTime: v.nullish(time),
  endTime: v.nullish(time),
  statusCode: v.nullish(v.string()),
})
export type HealthEvent = v.InferOutput<typeof healthEvent>

export const healthPage = v.object({ events: v.array(v.unknown()), nextToken: v.nullish(v.string()) })

/** What EventBridge delivers: https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export const envelope = v.object({
  id: v.nullish(v.string()),
  'detail-type': v.string(),
  source: v.string(),
  time: v.string(),
  resources: v.nullish(v.array(v.string())),
  detail: v.record(v.string(), v.unknown()),
})
export type Envelope = v.InferOutput<typeof envelope>

/** What a CloudWatch alarm says over SNS, in the JSON text of `Records[].Sns.Message`. */
export const alarmMessage = v.object({
  AlarmName: v.string(),
  NewStateValue: v.string(),
  NewStateReason: v.nullish(v.string()),
  StateChangeTime: v.string(),
  AlarmArn: v.nullish(v.string()),
})
export type AlarmMessage = v.InferOutput<typeof alarmMessage>

/** What AWS Config gives to a rule of one's own; `invokingEvent` is a JSON text. */
export const configInvocation = v.object({ configRuleName: v.string(), invokingEvent: v.string() })
export type ConfigInvocation = v.InferOutput<typeof configInvocation>
