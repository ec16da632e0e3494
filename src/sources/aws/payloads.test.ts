import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { formatInstant } from '../../domain/units'
import { eventOfHealth, eventsFrom } from './events'
import { incidentOf } from './map'
import { moment } from './moments'
import { healthEvent, opsItem, opsItemPage, oneOpsItem, relatedItem, summaries } from './wire'

const folder = join(process.cwd(), '..', 'shared', 'data', 'payloads', 'aws')
const sample = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))

describe('moment', () => {
  it.each([
    [1_589_077_890.53, '2020-05-10T02:31:30.530Z'],
    ['2020-03-14T17:02:46.375000-07:00', '2020-03-15T00:02:46.375Z'],
    ['2015-06-03T17:43:27.123+0000', '2015-06-03T17:43:27.123Z'],
    ['2016-06-05T06:27:57Z', '2016-06-05T06:27:57Z'],
    ['Sun, 05 Jun 2016 05:01:10 GMT', '2016-06-05T05:01:10Z'],
  ])('reads %s', (value, expected) => expect(formatInstant(moment(value, 'it'))).toBe(expected))

  it.each(['2016-06-05 06:27:57', '2016-06-05T06:27:57', 'yesterday', ''])('refuses %s, and says where', (value) =>
    expect(() => moment(value, 'startTime')).toThrow(/startTime.*no moment with an offset/),
  )
})

describe.runIf(existsSync(folder))('the samples of the AWS CLI and of aws-lambda-go', () => {
  it('tell OpsItems', () => {
    const items = v.parse(opsItemPage, sample('ssm.describe-ops-items')).OpsItemSummaries
    const told = [...items, v.parse(oneOpsItem, sample('ssm.get-ops-item')).OpsItem].map((item) =>
      incidentOf(v.parse(opsItem, item), 'team'),
    )
    expect(told.map(({ id, state, severity }) => [id, state, severity])).toEqual([
      ['oi-7cfc5EXAMPLE', 'triggered', 3],
      ['oi-6f966EXAMPLE', 'triggered', 3],
      ['oi-0b725EXAMPLE', 'triggered', 4],
    ])
    expect(told[0]).toMatchObject({
      workloads: ['arn:aws:ssm:us-east-2:111222333444:maintenancewindow/mw-034093d322EXAMPLE'],
      labels: ['Availability', 'SSM'],
    })
  })

  it('tell what is joined to one', () => {
    const [item] = v.parse(summaries, sample('ssm.list-ops-item-related-items')).Summaries
    expect(v.parse(relatedItem, item)).toMatchObject({ ResourceType: 'AWS::SSMIncidents::IncidentRecord' })
  })

  it('tell events of Health, of which three go on', () => {
    const pages = ['health.describe-events', 'health.describe-events-2'].map((name) => sample(name))
    const all = pages.flatMap((page) => v.parse(v.object({ events: v.array(healthEvent) }), page).events)
    const told = all.map(eventOfHealth)
    expect(told).toHaveLength(13)
    expect(new Set(told.map(({ id }) => id)).size).toBe(11)
    expect(told.filter(({ until }) => until === undefined)).toHaveLength(3)
  })

  it('tell events in each of their shapes', () => {
    const read = (name: string) => [sample(name)].flat().flatMap(eventsFrom)
    expect(read('lambda-go.cloudwatch-alarm-sns-payload-single-metric')).toMatchObject([
      { kind: 'alarm', rule: 'EXAMPLE' },
    ])
    expect(read('lambda-go.codepipeline-execution-state-change-event')).toMatchObject([
      { kind: 'deploy', title: 'myPipeline: STARTED' },
    ])
    expect(read('lambda-go.config-event')).toMatchObject([{ kind: 'change', rule: 'periodic-config-rule' }])
    expect(read('health-tools.sms-notifier-testHeatlhEvent')).toMatchObject([
      { kind: 'health', rule: 'AWS_EC2_HEALTH_TEST_EVENT', origin: 'external' },
    ])
    expect(read('health-tools.automated-actions-AWS_EBS_VOLUME_LOST-mock_payload')).toMatchObject([
      { kind: 'health', workloads: ['vol-04e5b75b51ba5e835'] },
    ])
  })

  it.each(existsSync(folder) ? readdirSync(folder).filter((file) => /^(lambda-go|health-tools)\./.test(file)) : [])(
    'are read or refused with the reason: %s',
    (file) => {
      const outcome = [sample(file.replace(/\.json$/, ''))].flat().map((item) => {
        try {
          return `${eventsFrom(item).length} read`
        } catch (cause) {
          return String(cause)
        }
      })
      for (const each of outcome) expect(each).toMatch(/^[1-9]\d* read$|^Unreadable: \S/)
    },
  )
})
