import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpsEvent } from '../../../src/domain/event'
import type { Page, Source } from '../../../src/sources/contract'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { openPrometheus } from '../../../src/sources/prometheus/source'
import { type Proxy, startProxy } from '../proxy'
import { post, startAlertmanager, startPrometheus } from './serve'

const call = { signal: new AbortController().signal }
const patient = { timeout: 60_000, interval: 500 }
/** Seconds since 1970 until which one rule fires. */
const until = Math.floor(Date.now() / 1000) + 25
const rules = `
groups:
  - name: live
    rules:
      - { alert: Always, expr: up == 1, labels: { severity: critical, service: ledger }, annotations: { summary: It is on } }
      - { alert: Ended, expr: (vector(time()) < ${until}) and on () (vector(time()) > ${until - 15}), labels: { severity: warning } }
`
const options = {
  stepSeconds: 1,
  historyDays: 1,
  renewSeconds: 0.4,
  pagingReceivers: ['pager'],
  rules: [{ match: { job: 'payments' }, rule: 'ledger is on' }],
}

const opened = (more: object): Source =>
  openPrometheus(
    { ...options, ...more, alertmanagerUrl: 'alertmanager', prometheusUrl: 'prometheus' },
    { id: 'live', title: '', base: `${proxy.url}/`, now: () => Date.now() },
    remoteEngine(hosted(createEngine('live')), 'live'),
  )

let manager: Awaited<ReturnType<typeof startAlertmanager>>
let prometheus: Awaited<ReturnType<typeof startPrometheus>>
let proxy: Proxy
let source: Source
beforeAll(async () => {
  manager = await startAlertmanager()
  prometheus = await startPrometheus(manager.port, rules)
  proxy = await startProxy()
  proxy.route('/alertmanager', { to: manager.url })
  proxy.route('/prometheus', { to: prometheus.url })
  source = opened({ ignoredLabels: ['cluster'] })
})
afterAll(async () => {
  source.close()
  await proxy.stop()
  await prometheus.stop()
  await manager.stop()
})

const list = async (of = source): Promise<Page<OpsEvent>> => {
  const page = await of.readers.events?.list({}, { limit: 1000 }, call)
  return page ?? expect.unreachable('it has events')
}
const named = async (rule: string) => (await list()).items.filter((event) => event.rule === rule)
const json = async (path: string, body?: object): Promise<unknown> => {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(`${manager.url}/api/v2/${path}`, sent)).json()
}

describe('Prometheus 2.42 and Alertmanager 0.25 through a proxy', { concurrent: false }, () => {
  it('tell an alert that both know, in two groups and with an external label, as one event', async () => {
    await expect
      .poll(() => json('alerts/groups').then((all) => JSON.stringify(all).split('"Always"').length), patient)
      .toBeGreaterThan(3)
    await expect.poll(async () => (await named('ledger is on')).map(({ pages }) => pages), patient).toEqual([true])
    const [event] = await named('ledger is on')
    expect(event).toMatchObject({
      title: 'It is on',
      severity: 1,
      workloads: ['ledger'],
      kind: 'alarm',
      planned: false,
    })
    expect(event).not.toHaveProperty('until')
    const told = JSON.stringify(await json('alerts?filter=alertname%3DAlways'))
    expect(told).toContain(`"startsAt":"${new Date(event?.at ?? 0).toISOString()}"`)
    expect(told).toContain('"cluster":"prod"')
    // Also where nobody said that this label tells nothing.
    const plain = opened({})
    const { items } = await list(plain)
    expect(items.filter(({ rule }) => rule === 'ledger is on')).toHaveLength(1)
    plain.close()
  })

  it('keep an alert that has ended, under the id that it had while it fired', async () => {
    await expect.poll(async () => (await named('Ended')).length, patient).toBe(1)
    const [firing] = await named('Ended')
    expect(firing).toMatchObject({ severity: 3, pages: false })
    expect(firing).not.toHaveProperty('until')
    await expect.poll(async () => (await named('Ended'))[0]?.until, patient).toBeGreaterThan(0)
    const [ended, ...others] = await named('Ended')
    expect(others).toEqual([])
    expect(ended?.id).toBe(firing?.id)
    const length = ((ended?.until ?? 0) - (ended?.at ?? 0)) / 1000
    expect(length).toBeGreaterThan(11)
    expect(length).toBeLessThan(17)
  })

  it('tell what is silenced and what another alert stands for; and the silence, as planned', async () => {
    const endsAt = new Date(Date.now() + 3_600_000).toISOString()
    const matchers = [{ name: 'service', value: 'cards', isRegex: false, isEqual: true }]
    const silence = { matchers, startsAt: new Date().toISOString(), endsAt, createdBy: 'live', comment: 'Moving house' }
    await json('silences', silence)
    await post(manager.url, [
      { labels: { alertname: 'CardsSlow', service: 'cards' } },
      { labels: { alertname: 'HostDown', instance: 'db1', severity: 'critical' } },
      { labels: { alertname: 'DiskFull', instance: 'db1' } },
    ])
    await expect
      .poll(async () => (await named('CardsSlow')).map(({ outcome }) => outcome), patient)
      .toEqual(['ignored'])
    await expect.poll(async () => (await named('DiskFull')).map(({ outcome }) => outcome), patient).toEqual(['grouped'])
    expect((await named('HostDown')).map(({ outcome, title }) => [outcome, title])).toEqual([
      [undefined, 'HostDown on db1'],
    ])
    const planned = (await list()).items.filter((event) => event.planned)
    expect(planned).toMatchObject([
      { kind: 'unknown:silence', title: 'Moving house', workloads: ['cards'], until: Date.parse(endsAt) },
    ])
  })

  it('say how far back and how closely they tell', async () => {
    const [caveat, ...others] = (await list()).caveats
    expect(others).toEqual([])
    expect(caveat?.kind).toBe('truncated')
    expect(caveat?.text).toMatch(/last 1 days.*keeps 30d.*every 1 s/)
  })

  it('tell the one while the other is away, and say what is missing', async () => {
    const kinds = async () => (await list()).caveats.map(({ kind }) => kind)
    const before = (await list()).items.length
    proxy.fail('/prometheus', 503)
    await expect.poll(kinds, patient).toContain('partial')
    expect((await list()).items).toHaveLength(before)
    proxy.fail('/prometheus', undefined)
    await expect.poll(kinds, patient).toEqual(['truncated'])
    proxy.fail('/alertmanager', 'hang-up')
    await expect.poll(kinds, patient).toContain('partial')
    expect(await named('ledger is on')).toHaveLength(1)
    proxy.fail('/alertmanager', undefined)
    await expect.poll(kinds, patient).toEqual(['truncated'])
  })
})
