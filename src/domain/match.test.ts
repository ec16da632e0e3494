import { describe, expect, it } from 'vitest'
import { ownershipOf } from './coverage'
import type { OpsEvent } from './event'
import type { Incident } from './incident'
import { matchIncident } from './match'
import type { Activity } from './ownership'
import { instant } from './units'

const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  name: id,
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  ...more,
})
const rings = (rule: string | undefined, more: Partial<OpsEvent> = {}): OpsEvent => ({
  id: `E ${rule}`,
  title: 'Something rings',
  kind: 'alarm',
  ...(rule !== undefined && { rule }),
  at: instant(1),
  planned: false,
  workloads: ['ledger'],
  incident: 'I',
  ...more,
})
const hit = (more: Partial<Incident> = {}): Incident => ({
  id: 'I',
  title: 'Cards fail',
  state: 'triggered',
  opened: instant(1),
  clocks: {},
  workloads: ['ledger'],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  ...more,
})
function matched(activities: readonly Activity[], events: readonly OpsEvent[], incident = hit()) {
  const told = [{ source: 'one', activities, assignments: [] }]
  const { standings } = ownershipOf({ activities, assignments: [], parties: [], workloads: [], told }, instant(2))
  return matchIncident({ incident, events, standings }).map(
    ({ standing, sure, reasons }) => `${standing.activity.id} ${sure}: ${reasons.map(({ kind }) => kind).join()}`,
  )
}

describe('the activity that answers an incident', () => {
  it('is sure where it names the event letter by letter, likely in another spelling', () => {
    expect(matched([activity('a', { events: ['lag > 5'] })], [rings('lag > 5')])).toEqual(['a sure: event'])
    expect(matched([activity('a', { events: ['Lag > 5'] })], [rings('lag > 5')])).toEqual(['a likely: event'])
  })
  it('follows the rule of alerts: exact names win, then those on the workload', () => {
    const all = [
      activity('spelt', { events: ['LAG'] }),
      activity('elsewhere', { events: ['lag'], workload: 'edge' }),
      activity('here', { events: ['lag'] }),
    ]
    expect(matched(all, [rings('lag')])).toEqual(['here sure: event'])
  })
  it('goes by the title where an event names no rule, and by no planned event', () => {
    const all = [activity('a', { events: ['Something rings'] })]
    expect(matched(all, [rings(undefined)])).toEqual(['a sure: event'])
    expect(matched(all, [rings(undefined, { planned: true })])).toEqual([])
  })
  it('is likely where it names the measure with another limit', () => {
    expect(matched([activity('a', { events: ['lag > 9'] })], [rings('lag > 5')])).toEqual(['a likely: threshold'])
  })
  it('is named by a label, or shares one on the same workload', () => {
    const all = [
      activity('rotate-keys'),
      activity('b', { tags: ['PCI'] }),
      activity('c', { tags: ['pci'], workload: 'x' }),
    ]
    const labelled = hit({ labels: ['activity:rotate-keys', 'pci'] })
    expect(matched(all, [], labelled)).toEqual(['rotate-keys sure: label', 'b likely: label'])
  })
  it('is no more than possible for a response on the workload, none for anything else there', () => {
    const all = [activity('a', { kind: 'response' }), activity('b'), activity('c', { kind: 'response', workload: 'x' })]
    expect(matched(all, [])).toEqual(['a possible: workload'])
  })
  it('puts the surest first, then most reasons, then the name', () => {
    const all = [
      activity('weak', { kind: 'response' }),
      activity('b sure', { events: ['lag'] }),
      activity('a sure', { events: ['lag'] }),
      activity('twice', { events: ['lag'], kind: 'response' }),
    ]
    expect(matched(all, [rings('lag')])).toEqual([
      'twice sure: event,workload',
      'a sure sure: event',
      'b sure sure: event',
      'weak possible: workload',
    ])
  })
  it('is nobody’s where nothing speaks for it', () => {
    expect(matched([], [rings('lag')])).toEqual([])
    expect(matched([activity('a', { kind: 'response' })], [], hit({ workloads: [] }))).toEqual([])
  })
})
