import type { Incident } from '../../../src/domain/incident'
import type { TimelineEntry } from '../../../src/domain/timeline'
import type { Id } from '../../../src/domain/units'
import { at, today } from '../time'
import { type Words, writer } from './writer'

type Story = readonly (readonly [clock: string, words: Words])[]

const cards: Story = [
  ['08:59', { kind: 'deploy', actor: 'pipeline', text: 'deploy ledger 4.81' }],
  ['09:04', { kind: 'event', actor: 'alarms', text: 'card_decline_ratio > 0.15 became an incident. Rule: customer impact above 15% for 5 min.' }],
  ['09:04', { kind: 'assignment', actor: 'alarms', to: 'team:payments', text: 'Owner found: Payments, from the ownership matrix.' }],
  ['09:04', { kind: 'escalation', actor: 'paging', to: 'person:lee', text: 'Paged T. Lee.' }],
  ['09:08', { kind: 'state', actor: 'T. Lee', from: 'triggered', to: 'acknowledged', text: '4 min after the page.' }],
  ['09:11', { kind: 'plan', actor: 'M. Okafor', to: 'step-1', text: 'Open the bridge, name a commander' }],
  ['09:14', { kind: 'severity', actor: 'M. Okafor', from: '2', to: '1', text: '41% of EU card attempts declined: over the 25% rule for SEV1.' }],
  ['09:17', { kind: 'plan', actor: 'L. Brandt', to: 'step-2', text: 'Post first status within 15 min' }],
  ['09:17', { kind: 'update', actor: 'L. Brandt', text: 'Card payments fail for many customers in the EU. Other ways to pay work. Next update at 09:32.' }],
  ['09:21', { kind: 'link', actor: 'S. Perez', to: 'PRB-118', text: 'Third incident for this problem in 60 days. The last fix (12 Oct) did not hold.' }],
  ['09:27', { kind: 'plan', actor: 'R. Silva', to: 'step-3', text: 'Freeze deploys' }],
  ['09:31', { kind: 'update', actor: 'L. Brandt', text: 'The cause is known; traffic moves to another region. Next update at 09:46.', corrected: 'The cause is known. Next update at 09:40.' }],
  ['09:39', { kind: 'state', actor: 'M. Okafor', from: 'acknowledged', to: 'mitigating', text: 'Failover to eu-west-2 started. 12% of traffic moved, decline rate falling.' }],
] // prettier-ignore

const confirmations: Story = [
  ['08:30', { kind: 'event', actor: 'alarms', text: 'checkout-latency-p95 > 4s became an incident' }],
  ['08:31', { kind: 'escalation', actor: 'paging', to: 'person:haddad', text: 'Paged A. Haddad.' }],
  ['08:36', { kind: 'state', actor: 'A. Haddad', from: 'triggered', to: 'acknowledged' }],
  ['08:44', { kind: 'assignment', actor: 'A. Haddad', from: 'team:checkout', to: 'team:sre', text: 'The database is slow, not the code.' }],
  ['08:58', { kind: 'update', actor: 'A. Haddad', text: 'Confirmations arrive up to a minute late. Orders are safe.' }],
  ['09:12', { kind: 'state', actor: 'A. Haddad', from: 'acknowledged', to: 'mitigating', text: 'Adding read replicas.' }],
  ['09:31', { kind: 'update', actor: 'A. Haddad', text: 'Read replicas added, p95 down to 2.9 s' }],
] // prettier-ignore

const cache: Story = [
  ['09:36', { kind: 'event', actor: 'alarms', text: 'Alert cache-hit < 80% for 5 min' }],
  ['09:36', { kind: 'escalation', actor: 'paging', to: 'person:nakamura', text: 'Paged T. Nakamura.' }],
]

const backlog: Story = [
  ['00:42', { kind: 'event', actor: 'alarms', text: 'index-backlog > 50k became an incident. No owner found in the ownership matrix.' }],
  ['00:57', { kind: 'escalation', actor: 'paging', to: 'team:sre', text: 'Nobody to page: told SRE.' }],
  ['01:20', { kind: 'state', actor: 'I. Karlsson', from: 'triggered', to: 'acknowledged', text: 'Watching; not ours.' }],
  ['06:30', { kind: 'link', actor: 'I. Karlsson', to: 'PRB-124', text: 'The same queue as in October.' }],
] // prettier-ignore

const stories: ReadonlyMap<Id, Story> = new Map([
  ['INC-2291', cards],
  ['INC-2293', confirmations],
  ['INC-2294', cache],
  ['INC-2288', backlog],
])

/** Writes the entries of a pictured incident; false when it is none. */
export function writePictured(incident: Incident, into: TimelineEntry[]): boolean {
  if (incident.id === 'INC-2287') {
    const write = writer(incident, into)
    write(at('2026-11-19T22:42:00Z'), { kind: 'event', actor: 'alarms', text: 'export-retries > 1 became an incident' })
    write(at('2026-11-19T23:05:00Z'), { kind: 'state', actor: 'R. Kaplan', from: 'triggered', to: 'acknowledged' })
    return true
  }
  const story = stories.get(incident.id)
  if (!story) return false
  const write = writer(incident, into)
  for (const [clock, words] of story) write(today(clock), words)
  return true
}
