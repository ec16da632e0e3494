import type { Incident, ResponsePlan } from '../../../src/domain/incident'
import type { Instant } from '../../../src/domain/units'
import { at, today } from '../time'
import { planFor } from './plans'

const plan = (severity: 1 | 2 | 3, area: string, opened: Instant, done: readonly Instant[]): ResponsePlan =>
  planFor(severity, area, opened, (index) => done[index]) ?? { id: 'none', title: 'none', steps: [] }

const base = {
  roles: [],
  factors: [],
  labels: [],
  links: [],
  version: '1',
  reassignments: 0,
  returns: 0,
  reopened: 0,
} as const

const cards: Incident = {
  ...base,
  id: 'INC-2291',
  title: 'Card payments failing for EU customers',
  severity: 1,
  severityText: 'SEV1',
  state: 'mitigating',
  opened: today('09:04'),
  clocks: { started: today('08:59'), detected: today('09:04'), acknowledged: today('09:08') },
  workloads: ['payments-ledger', 'card-gateway', 'eu-west-region'],
  team: 'team:payments',
  assignee: 'person:silva',
  roles: [
    { role: 'commander', person: 'person:okafor' },
    { role: 'communications', person: 'person:brandt' },
    { role: 'responder', person: 'person:silva' },
  ],
  activity: 'payments-ledger/rotate-bank-certificates',
  plan: plan(1, 'payments', today('09:04'), [today('09:11'), today('09:17'), today('09:27')]),
  updateDue: at('2026-11-20T09:46:17Z'),
  impact: '41% of EU card attempts declined',
  problem: 'PRB-118',
  factors: ['certificate'],
  labels: ['eu', 'customer-facing', 'regulatory'],
  detection: 'alarm',
  links: [
    { title: 'Bridge', url: 'https://meet.larkmere.example/inc-2291' },
    { title: 'Decline ratio', url: 'https://graphs.larkmere.example/card-declines' },
  ],
}

const confirmations: Incident = {
  ...base,
  id: 'INC-2293',
  title: 'Order confirmation latency above 4 s',
  severity: 2,
  severityText: 'SEV2',
  state: 'mitigating',
  opened: today('08:30'),
  clocks: { started: today('08:21'), detected: today('08:30'), acknowledged: today('08:36') },
  workloads: ['checkout-api', 'order-confirmation'],
  team: 'team:sre',
  assignee: 'person:haddad',
  roles: [{ role: 'commander', person: 'person:haddad' }],
  activity: 'checkout-api/respond-to-latency-alert',
  plan: plan(2, 'general', today('08:30'), [today('08:38'), today('08:58'), today('09:12')]),
  updateDue: at('2026-11-20T10:00:17Z'),
  impact: 'Confirmations arrive up to a minute late',
  labels: ['customer-facing'],
  detection: 'alarm',
  reassignments: 1,
}

const cache: Incident = {
  ...base,
  id: 'INC-2294',
  title: 'Cache hit ratio dropped in ap-southeast-1',
  severity: 3,
  severityText: 'SEV3',
  state: 'triggered',
  opened: today('09:36'),
  clocks: { started: today('09:31'), detected: today('09:36') },
  workloads: ['edge', 'asset-cache'],
  team: 'team:edge-cdn',
  assignee: 'person:nakamura',
  activity: 'edge/respond-to-latency-alert',
  plan: plan(3, 'general', today('09:36'), []),
  labels: ['apac'],
  detection: 'alarm',
}

const backlog: Incident = {
  ...base,
  id: 'INC-2288',
  title: 'Backlog of search index updates',
  severity: 3,
  severityText: 'SEV3',
  state: 'acknowledged',
  opened: today('00:42'),
  clocks: { detected: today('00:42'), acknowledged: today('01:20') },
  workloads: ['search-index'],
  activity: 'search-index/respond-to-queue-backlog',
  problem: 'PRB-124',
  impact: 'New products appear in search an hour late',
  detection: 'alarm',
}

const nightly: Incident = {
  ...base,
  id: 'INC-2287',
  title: 'Nightly export retried twice',
  severity: 4,
  severityText: 'SEV4',
  state: 'acknowledged',
  opened: at('2026-11-19T22:42:00Z'),
  clocks: {
    started: at('2026-11-19T22:40:00Z'),
    detected: at('2026-11-19T22:42:00Z'),
    acknowledged: at('2026-11-19T23:05:00Z'),
  },
  workloads: ['export-jobs'],
  team: 'team:data-infra',
  assignee: 'person:kaplan',
  labels: ['internal'],
  detection: 'alarm',
}

/** The five incidents that burn at the frozen moment. */
export const openIncidents: readonly Incident[] = [cards, confirmations, cache, backlog, nightly]
