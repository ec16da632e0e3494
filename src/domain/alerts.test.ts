import { describe, expect, it } from 'vitest'
import { alertsOf, type Given } from './alerts'
import { ownershipOf } from './coverage'
import type { OpsEvent } from './event'
import type { Activity, Assignment } from './ownership'
import { instant } from './units'

const now = instant(Date.UTC(2026, 10, 20))
const book = { url: 'https://git.example/run.md' }
const activity = (id: string, events: readonly string[], more: Partial<Activity> = {}): Activity => ({
  id,
  name: id,
  workload: 'ledger',
  kind: 'response',
  runbook: book,
  tags: [],
  events,
  ...more,
})
let count = 0
const page = (rule: string | undefined, more: Partial<OpsEvent> = {}): OpsEvent => ({
  id: `E${(count += 1)}`,
  title: 'Something rings',
  kind: 'alarm',
  ...(rule !== undefined && { rule }),
  at: instant(1),
  planned: false,
  workloads: ['ledger'],
  pages: true,
  ...more,
})
const owns = (of: string): readonly Assignment[] =>
  (['A', 'R'] as const).map((role) => ({ id: `${of}/${role}`, activity: of, role, party: 'team:a', claim: 'declared' }))

function judged(
  events: readonly OpsEvent[],
  activities: readonly Activity[],
  owned: readonly string[] = activities.map(({ id }) => id),
  answeredBy: Given['answeredBy'] = () => undefined,
) {
  const known = activity('known', [], { workload: 'elsewhere', kind: 'process' })
  const all = [known, ...activities]
  const assignments = ['known', ...owned].flatMap(owns)
  const told = [{ source: 'one', activities: all, assignments }]
  const { standings } = ownershipOf({ activities: all, assignments, parties: [], workloads: [], told }, now)
  return alertsOf({ standings, events, answeredBy })
}
const findings = (...given: Parameters<typeof judged>) =>
  judged(...given).map(({ name, finding }) => `${name}: ${finding}`)

describe('what is wrong with an alert', () => {
  it('no activity names it', () => {
    expect(findings([page('lag')], [activity('a', ['other'])])).toEqual(['lag: no-activity'])
  })

  it('the activity has no owner, no process, or nothing is wrong', () => {
    expect(findings([page('lag')], [activity('a', ['lag'])], [])).toEqual(['lag: no-owner'])
    const { runbook: _none, ...bare } = activity('a', ['lag'])
    expect(findings([page('lag')], [bare])).toEqual(['lag: no-process'])
    const todo = activity('a', ['lag'], { runbook: { placeholder: 'TODO' } })
    expect(findings([page('lag')], [todo])).toEqual(['lag: no-process'])
    expect(findings([page('lag')], [activity('a', ['lag'])])).toEqual(['lag: covered'])
  })

  it('one activity that is owned and documented is enough', () => {
    expect(findings([page('lag')], [activity('a', ['lag']), activity('b', ['lag'])], ['b'])).toEqual(['lag: covered'])
  })

  it('by design without owner is not without owner', () => {
    const provider = activity('a', ['lag'], { noOwnerBecause: 'The provider does it.' })
    expect(findings([page('lag')], [provider], [])).toEqual(['lag: covered'])
  })

  it('is not judged by what no source records', () => {
    const alone = { ...activity('a', ['lag']) }
    const told = [{ source: 'one', activities: [alone], assignments: [] }]
    const records = { activities: [alone], assignments: [], parties: [], workloads: [], told }
    const { standings } = ownershipOf(records, now)
    const [alert] = alertsOf({ standings, events: [page('lag')], answeredBy: () => undefined })
    expect(alert?.finding).toBe('unjudged')
  })
})

describe('which events count', () => {
  it('only those that say they page', () => {
    const { pages: _unsaid, ...silent } = page('unsaid')
    expect(judged([page('quiet', { pages: false }), silent], [])).toEqual([])
  })

  it('by their rule, else by their title, with their incidents once and the last time seen', () => {
    const events = [
      page('lag', { at: instant(5), incident: 'INC-1' }),
      page('lag', { at: instant(9), incident: 'INC-1', workloads: ['search'] }),
      page('lag', { at: instant(7), incident: 'INC-2' }),
      page(undefined, { title: 'It hurts' }),
    ]
    expect(judged(events, [])).toMatchObject([
      { name: 'lag', ruled: true, events: 3, last: 9, incidents: ['INC-1', 'INC-2'], workloads: ['ledger', 'search'] },
      { name: 'It hurts', ruled: false, events: 1, incidents: [] },
    ])
  })

  it('and what activities say can page, once for each workload, unless it was seen', () => {
    const activities = [
      activity('a', ['lag', 'LAG'], { pages: true }),
      activity('b', ['lag'], { pages: true, workload: 'search' }),
      activity('c', ['disk full'], { pages: true }),
      activity('d', ['harmless'], { pages: false }),
      activity('e', ['unsaid']),
    ]
    const found = judged([page('Disk-Full')], activities, ['a', 'c']).map(({ name, events, finding }) => [
      name,
      events,
      finding,
    ])
    expect(found).toEqual([
      ['lag', 0, 'no-owner'],
      ['Disk-Full', 1, 'covered'],
      ['lag', 0, 'covered'],
    ])
  })
})

describe('what an alert is matched by', () => {
  const matched = (rule: string, ...names: readonly string[]) =>
    judged(
      [page(rule)],
      names.map((name, index) => activity(`a${index}`, [name])),
    )[0]?.matches.map(({ by, text }) => `${by} ${text}`)

  it('the exact name before another spelling', () => {
    expect(matched('disk_full', 'Disk full', 'disk_full')).toEqual(['name disk_full'])
    expect(matched('disk_full', 'Disk-Full', 'Disk.full')).toEqual(['spelling Disk-Full', 'spelling Disk.full'])
  })

  it.each([
    ['load > 1.5', 'load > 15'],
    ['temperature > -1', 'temperature > 1'],
    ['lag > 2', 'lag < 2'],
  ])('never %s by %s', (rule, name) => {
    expect(matched(rule, name)).toEqual([])
  })

  it('those on its own workload before others of the same name', () => {
    const activities = [activity('here', ['lag']), activity('there', ['lag'], { workload: 'search' })]
    const [alert] = judged([page('lag')], activities, ['here'])
    expect(alert?.matches.map(({ standing }) => standing.activity.id)).toEqual(['here'])
    const [abroad] = judged([page('lag', { workloads: ['edge'] })], activities)
    expect(abroad?.matches).toHaveLength(2)
  })
})

it('takes those that say they page before their namesakes that do not', () => {
  const activities = [activity('pages', ['lag'], { pages: true }), activity('warns', ['lag'], { pages: false })]
  expect(findings([], activities, ['warns'])).toEqual(['lag: no-owner'])
})

it('is without owner also while an exception bears with that', () => {
  const exceptions = [{ gap: 'no-accountable', until: instant(now + 1), reason: 'Moving.' }] as const
  expect(findings([page('lag')], [activity('a', ['lag'], { exceptions })], [])).toEqual(['lag: no-owner'])
})

it('proposes what might answer it: same measure, answered incidents, responses on the workload, each once', () => {
  const activities = [
    activity('response', []),
    activity('not a response', [], { kind: 'process' }),
    activity('answered', [], { workload: 'search' }),
    activity('limit', ['declines > 0.15'], { workload: 'cards' }),
  ]
  const events = [page('declines > 0.25', { incident: 'INC-1' })]
  const [alert] = judged(events, activities, [], (incident) => (incident === 'INC-1' ? 'answered' : undefined))
  expect(alert?.candidates.map(({ standing, because }) => `${standing.activity.id}: ${because}`)).toEqual([
    'limit: threshold',
    'answered: incident',
    'response: workload',
  ])
  expect(judged([page('no limit')], [activity('a', ['another'])])[0]?.candidates).toMatchObject([
    { because: 'workload' },
  ])
})

it('puts the worst finding first, then what led to most incidents, then to most events', () => {
  const events = [
    page('often'),
    page('often'),
    page('hurt', { incident: 'INC-1' }),
    page('fine'),
    page('owned'),
    page('owned'),
  ]
  const activities = [activity('a', ['fine'])]
  expect(findings(events, activities)).toEqual([
    'hurt: no-activity',
    'often: no-activity',
    'owned: no-activity',
    'fine: covered',
  ])
})
