import { describe, expect, it } from 'vitest'
import { formatInstant, parseInstant } from '../../domain/units'
import { firingsOf, joined, upTo } from './firings'
import type { History } from './history'
import { saidBy } from './labels'
import { eventOfAlert, eventOfFiring } from './map'
import { readOptions } from './options'
import { together } from './together'
import type { Alert, Labels } from './wire'

const options = readOptions({ prometheusUrl: '/p', ignoredLabels: ['replica'], pagingSeverities: ['critical'] }, 'x')
const start = (parseInstant('2026-11-20T09:00:00Z') ?? 0) / 1000
const minutes = (...points: readonly number[]) => points.map((point): [number, string] => [start + 60 * point, '1'])
type Series = readonly [Labels, [number, string][]]
const answer = (...series: readonly Series[]) => ({
  status: 'success' as const,
  data: { resultType: 'matrix' as const, result: series.map(([metric, values]) => ({ metric, values })) },
})
const latency: Labels = { __name__: 'ALERTS', alertstate: 'firing', alertname: 'Latency', service: 'ledger' }
const read = (...told: readonly Series[]) => joined(firingsOf(answer(...told), 60, ['replica']), 60)
const spans = (firings: ReturnType<typeof read>) =>
  firings.map(({ first, last }) => [(first - start) / 60, (last - start) / 60])
const historyOf = (firings: ReturnType<typeof read>, end: number): History => ({
  firings,
  begin: start - 6000,
  end: start + end * 60,
  warnings: [],
  keeps: undefined,
})
const firing = (labels: Labels, at: string): Alert => ({
  fingerprint: JSON.stringify(labels),
  labels,
  startsAt: at,
  status: { state: 'active' },
})

describe('the series ALERTS', () => {
  it('tells a firing from the first to the last point without a gap', () => {
    expect(spans(read([latency, minutes(1, 2, 3, 7, 8)]))).toEqual([
      [1, 3],
      [7, 8],
    ])
  })

  it('tells what two Prometheus watch once, where their label is to be ignored', () => {
    const two = read([{ ...latency, replica: 'a' }, minutes(1, 2)], [{ ...latency, replica: 'b' }, minutes(2, 3, 4)])
    expect(spans(two)).toEqual([[1, 4]])
    expect(two[0]?.labels).toEqual({ alertname: 'Latency', service: 'ledger' })
  })

  it('goes on from what is known, and believes the newer reading where both look', () => {
    const known = read([latency, minutes(1, 2, 3, 4)])
    const again = firingsOf(answer([latency, minutes(3, 6, 7)]), 60, [])
    expect(spans(joined([...upTo(known, start + 180, 60), ...again], 60))).toEqual([
      [1, 3],
      [6, 7],
    ])
  })

  it('ends a step after the last point, and not while it goes on', () => {
    const [past, open] = read([latency, minutes(1, 2, 8)])
    if (!past || !open) throw new Error('There are two.')
    expect(eventOfFiring(past, false, options)).toMatchObject({
      title: 'Latency',
      rule: 'Latency',
      workloads: ['ledger'],
      at: start * 1000 + 60_000,
      until: start * 1000 + 180_000,
    })
    expect(eventOfFiring(open, true, options)).not.toHaveProperty('until')
  })
})

describe('an alert and its series', () => {
  const history = historyOf(read([latency, minutes(1, 2, 5, 6)]), 6)
  const external = { alertname: 'Latency', service: 'ledger', cluster: 'prod' }

  it('are one event, also where Prometheus added its external labels; the id stays when only the series is left', () => {
    const { current, past } = together([firing(external, '2026-11-20T09:04:12.345Z')], history, options)
    expect(spans(past)).toEqual([[1, 2]])
    expect(current).toHaveLength(1)
    const event = eventOfAlert(firing(external, '2026-11-20T09:04:12.345Z'), current[0]?.seen, options)
    expect(formatInstant(event.at)).toBe('2026-11-20T09:04:12.345Z')
    const [, last] = history.firings
    expect(event.id).toBe(last && eventOfFiring(last, false, options).id)
  })

  it('never ended where Alertmanager says so, though Prometheus was away', () => {
    const { current, past } = together([firing(external, '2026-11-20T09:00:30Z')], history, options)
    expect([current.length, past.length]).toEqual([1, 0])
  })

  it('are two where the labels differ', () => {
    const other = firing({ alertname: 'Latency', service: 'cards' }, '2026-11-20T09:04:12Z')
    const { current, past } = together([other, other], history, options)
    expect([current.length, past.length]).toEqual([1, 2])
  })
})

describe('labels', () => {
  const rules = [
    { match: { job: 'payments' }, workload: 'ledger', rule: 'ledger latency' },
    { matchRe: { job: 'pay.*' }, workload: 'cards', severity: 2, pages: true },
  ]
  const ruled = readOptions({ alertmanagerUrl: '/a', rules, pagingReceivers: ['pager'] }, 'x')

  it('are read by the first rule that says a thing', () => {
    expect(saidBy({ alertname: 'X', job: 'payments' }, ruled)).toEqual({
      rule: 'ledger latency',
      workloads: ['ledger'],
      severity: 2,
      pages: true,
    })
    expect(saidBy({ alertname: 'X', job: 'prepay' }, ruled, ['mail'])).toEqual({
      rule: 'X',
      workloads: [],
      pages: false,
    })
  })

  it.each([
    ['critical', 1],
    ['P2', 2],
    ['sev-3', 3],
    ['4', 4],
    ['6', undefined],
    ['toString', undefined],
  ])('say the severity %s as %s', (word, expected) =>
    expect(saidBy({ severity: word }, options).severity).toBe(expected),
  )

  it('page by severity, and nobody knows where nothing is said of paging', () => {
    expect(saidBy({ severity: 'critical' }, options).pages).toBe(true)
    expect(saidBy({ severity: 'info' }, options).pages).toBe(false)
    expect(saidBy({}, readOptions({ prometheusUrl: '/p' }, 'x'))).toEqual({ workloads: [] })
    expect(saidBy({}, ruled)).toEqual({ workloads: [] })
  })
})

describe('options', () => {
  it.each([
    [{}, /one of "alertmanagerUrl" and "prometheusUrl"/],
    [{ prometheusUrl: '/p', rules: [{ matchRe: { job: '(' } }] }, /rules\.0/],
    [{ prometheusUrl: '/p', severities: { high: 9 } }, /severities\.high/],
  ])('%o are refused, and where is said', (given, expected) =>
    expect(() => readOptions(given, 'alerts')).toThrow(expected),
  )
})
