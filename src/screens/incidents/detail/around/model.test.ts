import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../../test/tools/records'
import type { OpsEvent } from '../../../../domain/event'
import { instant, minute } from '../../../../domain/units'
import {
  bandsOf,
  forAll,
  isPlannedStretch,
  lanesByKind,
  lanesByWorkload,
  markersOf,
  shapeOf,
  stretchOf,
  together,
} from './model'
import { drawnText, escalationText, incidentDetail, outcomeText } from './words'

const at = (minutes: number) => instant(minutes * minute)
const event = (more: Partial<OpsEvent> = {}): OpsEvent => ({
  id: 'E',
  title: 'Something',
  kind: 'health',
  at: at(100),
  planned: false,
  workloads: ['ledger'],
  ...more,
})
const incident = anIncident({
  id: 'I',
  severity: 1,
  opened: at(100),
  clocks: { started: at(95), detected: at(100), resolved: at(200) },
  workloads: ['ledger', 'edge'],
})
const freeze = event({ id: 'F', kind: 'freeze', planned: true, at: at(0), until: at(500), workloads: [] })

describe('the stretch around an incident', () => {
  it('runs from so long before it began to its end with a little air', () => {
    expect(stretchOf(incident, at(9_999), '30m')).toEqual({ from: at(65), to: at(200) + 0.08 * 105 * minute })
    expect(stretchOf(incident, at(9_999), '24h').from).toBe(at(95 - 1_440))
  })
  it('runs to the present while it burns, and is never turned round by wrong clocks', () => {
    const open = anIncident({ id: 'I', opened: at(100) })
    expect(stretchOf(open, at(110), '30m').to).toBe(at(115))
    const wrong = anIncident({ id: 'I', opened: at(100), clocks: { resolved: at(10) } })
    expect(stretchOf(wrong, at(110), '30m').to).toBe(at(105))
  })
})

describe('lanes', () => {
  it('are the workloads, and one for what is on none of them', () => {
    const elsewhere = event({ workloads: ['other'] })
    const lanes = lanesByWorkload(['ledger', 'edge'], [event(), elsewhere], (id) => id.toUpperCase())
    expect(lanes.labels).toEqual(['LEDGER', 'EDGE', 'Elsewhere'])
    expect(lanes.ofEvent(event({ workloads: ['edge', 'ledger'] }))).toEqual([1, 0])
    expect(lanes.ofEvent(elsewhere)).toEqual([2])
    expect(lanes.ofIncident(incident)).toEqual([0, 1])
    expect(lanesByWorkload(['ledger'], [event()], String).labels).toEqual(['ledger'])
    expect(lanesByWorkload([], [], String).labels).toEqual(['Elsewhere'])
  })
  it('are the kinds, every event in exactly one', () => {
    const lane = (more: Partial<OpsEvent>) => lanesByKind.labels[lanesByKind.ofEvent(event(more))[0] ?? -1]
    expect(lane({ kind: 'alarm' })).toBe('Alarms')
    expect(lane({ pages: true })).toBe('Alarms')
    expect(lane({ kind: 'deploy', planned: true })).toBe('Deploys, changes')
    expect(lane({ kind: 'test', planned: true })).toBe('Planned')
    expect(lane({ kind: 'unknown:odd' })).toBe('Other events')
  })
})

describe('what is drawn', () => {
  it('takes plans for stretches, deploys for moments', () => {
    expect(isPlannedStretch(freeze)).toBe(true)
    expect(isPlannedStretch(event({ kind: 'deploy', planned: true, until: at(120) }))).toBe(false)
    expect(isPlannedStretch(event({ until: at(120) }))).toBe(false)
    expect(shapeOf(freeze)).toBe('diamond')
    expect(shapeOf(event({ incident: 'I' }))).toBe('dot')
    expect(shapeOf(event())).toBe('tick')
  })
  it('lays a plan for all over all lanes, another over its own', () => {
    const lanes = lanesByWorkload(['ledger', 'edge'], [], String)
    const gameDay = { ...freeze, kind: 'test' as const, workloads: ['edge'] }
    const [all, own, burning] = bandsOf(incident, [freeze, gameDay], lanes, at(300))
    expect(all).toEqual({ from: at(0), to: at(500), label: 'Something', tone: 'planned' })
    expect(own?.lanes).toEqual([1])
    expect(burning).toMatchObject({ from: at(95), to: at(200), tone: 'burning', level: 1 })
  })
  it('marks deploys, the opening, and the present while it burns', () => {
    const deploy = event({ kind: 'deploy' })
    expect(markersOf(incident, [deploy, event()], at(1)).map(({ tone }) => tone)).toEqual(['mark', 'worst', 'now'])
    expect(markersOf(incident, [], undefined)).toHaveLength(1)
  })
  it('holds every event once, in the order they began', () => {
    const late = event({ id: 'L', at: at(300) })
    expect(together([late, event()], [event(), freeze]).map(({ id }) => id)).toEqual(['F', 'E', 'L'])
    expect(forAll([freeze, event()])).toEqual([freeze])
  })
})

describe('words', () => {
  const moment = () => '09:04'
  it('say which rule raised it, or that nobody recorded that', () => {
    expect(escalationText([], true, moment)).toBe('No event is linked to it: what raised it is not recorded.')
    expect(escalationText([], false, moment)).toBe('No linked event was told so far.')
    expect(escalationText([event()], true, moment)).toBe(
      '1 event linked; by which rule one of them became the incident is not recorded.',
    )
    expect(escalationText([event({ escalatedBy: 'users hit' })], true, moment)).toBe(
      'Something became the incident at 09:04, by the rule “users hit”.',
    )
  })
  it('say what became of an event, in the words of the source where they are its own', () => {
    expect(outcomeText(event())).toBeUndefined()
    expect(outcomeText(event({ outcome: 'ignored' }))).toBe('needed nobody')
    expect(outcomeText(event({ outcome: 'unknown:muted' }))).toBe('muted')
  })
  it('tell another incident in a line', () => {
    expect(incidentDetail(incident, moment, at(300))).toBe('I · SEV1 · unacknowledged · 09:04 · 1 h 40 m')
    expect(incidentDetail(anIncident({ id: 'O', opened: at(100) }), moment, at(130))).toMatch(/open for 30 min$/)
  })
  it('call it quiet only where all have told', () => {
    const drawn = {
      events: 0,
      incidents: 0,
      total: undefined,
      absent: false,
      loading: false,
      whole: true,
      cut: false,
      missing: '',
    }
    expect(drawnText(drawn)).toMatch(/^No event and no other incident/)
    expect(drawnText({ ...drawn, whole: false })).toBe('Nothing was told so far.')
    expect(drawnText({ ...drawn, whole: false, missing: 'Log: down' })).toBe(
      'At least 0 events, no other incident so far on the same workloads. Log: down',
    )
    expect(drawnText({ ...drawn, cut: true, events: 5, total: 9 })).toBe('The first 5 events of 9, no other incident')
  })
})
