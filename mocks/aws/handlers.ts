import { http, HttpResponse, type RequestHandler } from 'msw'
import { type Instant, parseInstant } from '../../src/domain/units'
import type { OpsItem } from '../../src/sources/aws/wire'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'
import type { AwsWorld } from './tell'

export interface AwsMock {
  readonly told: AwsWorld
  readonly now: () => Instant
  readonly chaos: Chaos
}

interface Input {
  readonly OpsItemId?: string
  readonly OpsItemFilters?: readonly { readonly Key: string; readonly Values: readonly string[] }[]
  readonly Filters?: readonly { readonly Values: readonly string[] }[]
  readonly MaxResults?: number
  readonly maxResults?: number
  readonly NextToken?: string
  readonly nextToken?: string
  readonly Status?: string
  readonly Severity?: string
  readonly Title?: string
}

/** The three doors that a proxy would keep: `/ssm/`, `/health/` and `/events.json`. `base` is what stands before. */
export function awsHandlers({ told, now, chaos }: AwsMock, base = '*'): readonly RequestHandler[] {
  const items = new Map(told.items.map((item) => [item.OpsItemId, item]))

  const page = <T>(all: readonly T[], from: string | undefined, size: number) => {
    const start = Number(from ?? 0)
    const next = start + size < all.length ? String(start + size) : undefined
    return { part: all.slice(start, start + size), next }
  }
  const matches = (item: OpsItem, { OpsItemFilters = [] }: Input) =>
    OpsItemFilters.every(({ Key, Values }) => {
      if (Key === 'OpsItemId') return Values.includes(item.OpsItemId)
      return Number(item.LastModifiedTime) * 1000 > (parseInstant(Values[0] ?? '') ?? 0)
    })

  const operations: Readonly<Record<string, (input: Input) => Response>> = {
    'AmazonSSM.DescribeOpsItems': (input) => {
      const found = [...items.values()].filter((item) => matches(item, input))
      const { part, next } = page(found, input.NextToken, input.MaxResults ?? 50)
      return HttpResponse.json({ OpsItemSummaries: part, ...(next !== undefined && { NextToken: next }) })
    },
    'AmazonSSM.GetOpsItem': ({ OpsItemId = '' }) => {
      const item = items.get(OpsItemId)
      return item
        ? HttpResponse.json({ OpsItem: item })
        : HttpResponse.json({ __type: 'OpsItemNotFoundException' }, { status: 400 })
    },
    'AmazonSSM.UpdateOpsItem': ({ OpsItemId = '', Status, Severity, Title }) => {
      const item = items.get(OpsItemId)
      if (!item) return HttpResponse.json({ __type: 'OpsItemNotFoundException' }, { status: 400 })
      const change = { ...(Status && { Status }), ...(Severity && { Severity }), ...(Title && { Title }) }
      items.set(OpsItemId, { ...item, ...change, LastModifiedTime: now() / 1000 })
      return HttpResponse.json({})
    },
    'AmazonSSM.ListOpsItemEvents': ({ Filters }) =>
      HttpResponse.json({
        Summaries: told.history
          .filter(({ incident }) => Filters?.[0]?.Values.includes(incident))
          .map(({ event }) => event),
      }),
    'AmazonSSM.ListOpsItemRelatedItems': ({ Filters }) =>
      HttpResponse.json({
        Summaries: told.related
          .filter(({ incident }) => Filters?.[0]?.Values.includes(incident))
          .map(({ item }) => item),
      }),
    'AWSHealth_20160804.DescribeEvents': (input) => {
      const { part, next } = page(told.health, input.nextToken, input.maxResults ?? 10)
      return HttpResponse.json({ events: part, ...(next !== undefined && { nextToken: next }) })
    },
  }

  const wired = (answer: (request: Request) => Response | Promise<Response>) => async (info: { request: Request }) => {
    const response = (await faultOf(info.request, chaos)) ?? (await answer(info.request))
    if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
    return response
  }
  const operated = wired(async (request) => {
    const operation = operations[request.headers.get('x-amz-target') ?? '']
    return operation
      ? operation((await request.json()) as Input)
      : HttpResponse.json({ __type: 'UnknownOperationException' }, { status: 400 })
  })
  return [
    http.post(`${base}/ssm/`, operated),
    http.post(`${base}/health/`, operated),
    http.get(
      `${base}/events.json`,
      wired(() => HttpResponse.json(told.log)),
    ),
  ]
}
