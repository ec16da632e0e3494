import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OpsEvent } from '../../domain/event'
import type { Source } from '../contract'
import { createEngine } from '../engine/engine'
import { hosted } from '../engine/host'
import { remoteEngine } from '../engine/remote'
import { fingerprintOf } from './labels'
import { openPrometheus } from './source'
import { alert } from './wire'

const folder = join(process.cwd(), '..', 'shared', 'data', 'payloads')
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const groups = (version: string) =>
  v.parse(v.array(v.object({ alerts: v.array(alert) })), read(`alertmanager/v${version}-alerts-groups.json`))
const call = { signal: new AbortController().signal }
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** Alertmanager as it answered in that version, its groups taken apart: every alert as often as it stands there. */
function opened(version: string, options = {}): Source {
  server.use(
    http.get('http://am.example/api/v2/alerts', () =>
      HttpResponse.json(groups(version).flatMap(({ alerts }) => alerts)),
    ),
    http.get('http://am.example/api/v2/silences', () =>
      HttpResponse.json(v.parse(v.array(v.looseObject({})), read(`alertmanager/v${version}-silences.json`))),
    ),
  )
  const opening = { id: 'am', title: '', base: 'http://app.example/', now: () => Date.UTC(2026, 10, 20) }
  const engine = remoteEngine(hosted(createEngine('am')), 'am')
  return openPrometheus({ alertmanagerUrl: 'http://am.example', ...options }, opening, engine)
}

const eventsOf = async (source: Source, kind: OpsEvent['kind']): Promise<readonly OpsEvent[]> =>
  (await source.readers.events?.list({ kinds: [kind] }, { limit: 100 }, call))?.items ?? []

const tally = (words: readonly (string | undefined)[]) =>
  Object.fromEntries([...Map.groupBy(words, String)].map(([word, all]) => [word, all.length]))

const truth = v.object({
  groups: v.number(),
  alert_entries: v.number(),
  distinct_fingerprints: v.number(),
  distinct_by_state: v.object({ active: v.number(), suppressed: v.number() }),
  distinct_by_alertname: v.record(v.string(), v.number()),
  distinct_by_cluster: v.record(v.string(), v.number()),
  silences: v.number(),
})

describe.runIf(existsSync(folder)).each(['0.22.0', '0.27.0', '0.31.0'])('the samples of Alertmanager %s', (version) => {
  const known = () => v.parse(v.looseObject({ [`alertmanager_${version}`]: truth }), read('truths.json'))
  const expected = () => v.parse(truth, known()[`alertmanager_${version}`])

  it('count each alert once, in however many groups it stands', async () => {
    expect(groups(version)).toHaveLength(expected().groups)
    expect(groups(version).flatMap(({ alerts }) => alerts)).toHaveLength(expected().alert_entries)
    const events = await eventsOf(opened(version), 'alarm')
    expect(events).toHaveLength(expected().distinct_fingerprints)
    expect(tally(events.map(({ rule }) => rule))).toEqual(expected().distinct_by_alertname)
  })

  it('are silenced, yet neither over nor without a begin', async () => {
    const events = await eventsOf(opened(version), 'alarm')
    const { active, suppressed } = expected().distinct_by_state
    expect(tally(events.map(({ outcome }) => outcome))).toEqual({ undefined: active, ignored: suppressed })
    expect(events.flatMap(({ until }) => until ?? [])).toEqual([])
    expect(events.flatMap(({ severity }) => severity ?? [])).toEqual([])
  })

  it('tell workloads by label, silences as planned events', async () => {
    const source = opened(version, { workloadLabel: 'cluster', pagingReceivers: ['by-name'] })
    const events = await eventsOf(source, 'alarm')
    expect(tally(events.flatMap(({ workloads }) => workloads))).toEqual(expected().distinct_by_cluster)
    expect(new Set(events.map(({ pages }) => pages))).toEqual(new Set([true]))
    const silences = await eventsOf(source, 'unknown:silence')
    expect(silences).toHaveLength(expected().silences)
    expect(silences.map(({ title, planned, workloads }) => ({ title, planned, workloads }))).toContainEqual({
      title: 'Silenced Host_Down alerts in the dev cluster',
      planned: true,
      workloads: ['dev'],
    })
  })

  it('have the fingerprint that their labels make', () => {
    for (const { labels, fingerprint } of groups(version).flatMap(({ alerts }) => alerts))
      expect(fingerprintOf(labels)).toBe(fingerprint)
  })
})
