import type { Holdings } from '../../src/domain/query/facets'
import type { Activity, Assignment, Party } from '../../src/domain/ownership'
import { duration, instant } from '../../src/domain/units'
import { anActivity, aWorkload } from '../tools/records'

const day = (text: string) => instant(Date.parse(`${text}T09:00:00Z`))

const team = (key: string, name: string, contact?: string): Party => ({
  type: 'team',
  id: `team:${key}`,
  name,
  contacts: contact === undefined ? [] : [{ kind: 'chat', text: contact, url: `https://chat.example/${key}` }],
  tags: [],
})

const claim = (role: Assignment['role'], party: string, more: Partial<Assignment> = {}): Assignment => ({
  id: `rotate#${role}/${party}`,
  activity: 'rotate',
  role,
  party,
  claim: 'declared',
  ...more,
})

/** One activity of which everything is known. */
export const rotate: Activity = anActivity({
  id: 'rotate',
  name: 'Rotate certificates',
  description: 'New certificates at the bank, old ones withdrawn.',
  why: 'Scheme rules put key custody with Security.',
  value: 'Payments stop without it.',
  events: ['cert-expiry < 30d'],
  pages: true,
  runbook: { title: 'rotate.md', url: 'https://git.example/rotate.md', versioned: true, reachable: false },
  playbook: { title: 'Playbook', url: 'https://wiki.example/rotate' },
  automation: { level: 'scripted', started: 12, worked: 11, reachedOutcome: 9 },
  risk: 'high',
  preApproved: false,
  review: {
    every: duration(91 * 86_400_000),
    last: day('2026-11-01'),
    reviewers: ['team:security'],
    approvers: ['person:okafor'],
  },
  exceptions: [
    { gap: 'runbook-unversioned', until: day('2027-01-31'), reason: 'Moves with the wiki', by: 'person:okafor' },
    { gap: 'no-runbook', until: day('2026-01-31'), reason: 'Was being written' },
  ],
  history: [
    { at: day('2026-07-30'), what: 'Accountable moved from Platform to Security', by: 'J. Lindqvist' },
    { at: day('2026-03-14'), what: 'Runbook put under version control', evidence: 'https://git.example/pull/7' },
  ],
  version: '3',
})

/** One of which next to nothing is. */
export const bare: Activity = anActivity({ id: 'bare', name: 'Tune relevance' })

export const records: Holdings = {
  events: [],
  incidents: [],
  timeline: [],
  problems: [],
  workloads: [aWorkload('ledger', { name: 'Payments ledger', team: 'team:payments' })],
  activities: [rotate, bare],
  assignments: [
    claim('A', 'team:security', { at: day('2026-07-30') }),
    claim('R', 'team:payments'),
    claim('V', 'team:payments'),
    claim('I', 'team:support'),
    claim('A', 'team:payments', { id: 'seen', claim: 'observed', evidence: 'resource tags', at: day('2026-11-10') }),
  ],
  parties: [
    team('security', 'Security', '#security'),
    team('payments', 'Payments'),
    team('support', 'Support', '#support'),
    team('sre', 'SRE'),
    { type: 'person', id: 'person:okafor', name: 'M. Okafor', teams: ['team:security'], contacts: [], tags: [] },
    {
      type: 'person',
      id: 'person:gone',
      name: 'B. Farrow',
      teams: ['team:sre'],
      active: false,
      contacts: [],
      tags: [],
    },
  ],
  requests: [
    {
      id: 'CHG-1',
      activity: 'rotate',
      kind: 'add',
      steps: [{ op: 'give', role: 'C', party: 'team:sre' }],
      reason: 'SRE is called in anyway',
      proposer: 'person:okafor',
      proposedAt: day('2026-11-18'),
      approvers: ['person:okafor'],
      state: 'proposed',
      version: '1',
    },
    {
      id: 'CHG-0',
      activity: 'rotate',
      kind: 'transfer',
      steps: [
        { op: 'take', role: 'R', party: 'team:payments' },
        { op: 'give', role: 'R', party: 'team:sre' },
      ],
      reason: 'Fewer hands',
      proposer: 'J. Lindqvist',
      proposedAt: day('2026-09-01'),
      approvers: [],
      state: 'rejected',
      decidedBy: 'person:okafor',
      decidedAt: day('2026-09-03'),
      note: 'Payments keeps it',
      version: '2',
    },
  ],
  improvements: [
    {
      id: 'IMP-1',
      title: 'Say who is told before the change',
      from: 'feedback',
      state: 'open',
      created: day('2026-11-12'),
      activity: 'rotate',
      version: '1',
    },
    {
      id: 'IMP-2',
      title: 'Rehearse it once a quarter',
      from: 'review',
      state: 'open',
      owner: 'team:security',
      due: day('2026-10-01'),
      activity: 'rotate',
      version: '1',
    },
    {
      id: 'IMP-3',
      title: 'Script the upload',
      from: 'incident',
      state: 'done',
      owner: 'team:payments',
      doneAt: day('2026-06-01'),
      activity: 'rotate',
      version: '1',
    },
  ],
}
