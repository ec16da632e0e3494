import { describe, expect, it } from 'vitest'
import { applyCommand, heldIn, isRefusal } from './apply'
import type { Command } from './command'
import type { OpsEvent } from './event'
import type { Incident, PlanStep } from './incident'
import { stepMoment, type TimelineEntry } from './timeline'
import { whyNot } from './transitions'
import { instant } from './units'

const opened = instant(1_000_000)
const at = instant(1_600_000)

const step = (over: Partial<PlanStep> = {}): PlanStep => ({ id: 'freeze', text: 'Freeze deploys', ...over })
const incident = (over: Partial<Incident> = {}): Incident => ({
  id: 'INC-1',
  title: 'Card payments failing',
  state: 'mitigating',
  opened,
  clocks: { detected: opened },
  workloads: [],
  roles: [],
  plan: { id: 'p', title: 'SEV2', steps: [step(), step({ id: 'call', text: 'Call them' })] },
  factors: [],
  labels: [],
  links: [],
  version: '7',
  ...over,
})
const other = incident({ id: 'INC-2', state: 'resolved', version: '2' })
const alarm = (over: Partial<OpsEvent> = {}): OpsEvent => ({
  id: 'EV-1',
  title: 'errors > 5%',
  kind: 'alarm',
  at: opened,
  planned: false,
  workloads: [],
  ...over,
})
const note: TimelineEntry = { id: 'e1', incident: 'INC-1', at: opened, sequence: 3, kind: 'note', text: 'It is DNS.' }

interface World {
  readonly incidents?: readonly Incident[]
  readonly event?: OpsEvent
  readonly timeline?: readonly TimelineEntry[]
}

function carryOut(command: Command, world: World = {}, version?: string) {
  const { incidents = [incident(), other], event = alarm(), timeline = [note] } = world
  const all = { incidents, events: [event], timeline, workloads: [], activities: [], assignments: [], parties: [] }
  const facets: Readonly<Record<string, readonly { readonly id: string }[]>> = all
  const held = heldIn({
    // Only these facets hold anything, each its own records.
    get: (facet, id) => facets[facet]?.find((record) => record.id === id) as never,
    list: (facet, query) =>
      (facet === 'timeline' && 'incidents' in query
        ? timeline.filter((entry) => (query.incidents as readonly string[]).includes(entry.incident))
        : []) as never,
  })
  return applyCommand({ key: 'k', actor: 'Ada', at, command, ...(version !== undefined && { version }) }, held)
}

function changed(command: Command, world?: World) {
  const outcome = carryOut(command, world)
  if (isRefusal(outcome)) throw new Error(outcome.reason)
  return outcome
}
const refusal = (command: Command, world?: World, version?: string) => {
  const outcome = carryOut(command, world, version)
  return isRefusal(outcome) ? `${outcome.refused}: ${outcome.reason}` : 'carried out'
}

const stepTo = (to: 'done' | 'skipped' | 'open', because?: string): Command => ({
  kind: 'set-step',
  incident: 'INC-1',
  step: 'freeze',
  to,
  ...(because !== undefined && { because }),
})

describe('a step of the plan', () => {
  it('is done at the moment of the command, and told so', () => {
    const { incidents, timeline } = changed(stepTo('done'))
    expect(incidents[0]).toMatchObject({ version: '8' })
    expect(incidents[0]?.plan?.steps).toEqual([step({ doneAt: at }), step({ id: 'call', text: 'Call them' })])
    expect(timeline).toMatchObject([{ kind: 'plan', to: 'freeze', text: 'Freeze deploys', at, sequence: 4 }])
    expect(timeline.map(stepMoment)).toEqual([{ step: 'freeze', to: 'done' }])
  })

  it('is skipped for a reason, and taken up again', () => {
    const { incidents, timeline } = changed(stepTo('skipped', ' Nothing to freeze. '))
    expect(incidents[0]?.plan?.steps[0]).toEqual(step({ skippedBecause: 'Nothing to freeze.' }))
    expect(timeline).toMatchObject([{ from: 'freeze', to: 'skipped', text: 'Freeze deploys: Nothing to freeze.' }])
    const again = changed(stepTo('open'), { incidents })
    expect(again.incidents[0]?.plan?.steps[0]).toEqual(step())
    expect(again.timeline.map(stepMoment)).toEqual([{ step: 'freeze', to: 'open' }])
  })

  it('changes from skipped to done without keeping the reason', () => {
    const { incidents } = changed(stepTo('skipped', 'No.'))
    expect(changed(stepTo('done'), { incidents }).incidents[0]?.plan?.steps[0]).toEqual(step({ doneAt: at }))
  })

  it.each([
    [stepTo('skipped'), undefined, 'unlawful: Say why it is skipped.'],
    [stepTo('skipped', '  '), undefined, 'unlawful: Say why it is skipped.'],
    [stepTo('open'), undefined, 'unlawful: It is to do already.'],
    [stepTo('done'), [incident({ state: 'closed' })], 'unlawful: It is closed: reopen it to go on with the plan.'],
    [{ ...stepTo('done'), step: 'none' } as Command, undefined, 'unlawful: Its plan has no such step.'],
    [stepTo('done'), [other], 'unknown: There is no incident INC-1 here.'],
  ])('is refused: %j', (command, incidents, reason) => {
    expect(refusal(command, incidents && { incidents })).toBe(reason)
  })

  it('says nothing where an entry of the plan names no step', () => {
    expect(stepMoment({ ...note, kind: 'plan' })).toBeUndefined()
    expect(stepMoment({ ...note, kind: 'plan', from: 'a', to: 'b' })).toBeUndefined()
    expect(stepMoment({ ...note, to: 'freeze' })).toBeUndefined()
  })
})

describe('an event', () => {
  const link = (to?: string): Command => ({
    kind: 'link-event',
    event: 'EV-1',
    ...(to !== undefined && { incident: to }),
  })

  it('is counted in at the moment it happened, written down now', () => {
    const { events, timeline, incidents } = changed(link('INC-1'))
    expect(events).toEqual([alarm({ incident: 'INC-1', outcome: 'grouped', version: '1' })])
    expect(incidents).toEqual([])
    expect(timeline).toMatchObject([
      { incident: 'INC-1', kind: 'event', to: 'EV-1', text: 'errors > 5%', at: opened, recordedAt: at, sequence: 4 },
    ])
  })

  it('stays escalated where a rule escalated it, and is told in both timelines when it moves', () => {
    const event = alarm({ incident: 'INC-1', escalatedBy: '5 min', outcome: 'escalated', version: '4' })
    const { events, timeline } = changed(link('INC-2'), { event })
    expect(events).toEqual([{ ...event, incident: 'INC-2', version: '5' }])
    expect(timeline.map(({ incident, from, to }) => [incident, from, to])).toEqual([
      ['INC-1', 'EV-1', undefined],
      ['INC-2', undefined, 'EV-1'],
    ])
  })

  it('is taken out: nothing is known to have become of it', () => {
    const event = alarm({ incident: 'INC-1', escalatedBy: '5 min', outcome: 'escalated' })
    const { events, timeline } = changed(link(), { event })
    expect(events).toEqual([alarm({ version: '1' })])
    expect(timeline).toMatchObject([{ from: 'EV-1', text: 'No longer counted in: errors > 5%', at }])
  })

  it.each([
    [link(), alarm(), undefined, 'unlawful: It belongs to no incident.'],
    [link('INC-1'), alarm({ incident: 'INC-1' }), undefined, 'unlawful: It belongs to INC-1 already.'],
    [link('INC-9'), alarm(), undefined, 'unknown: There is no incident INC-9 here.'],
    [link('INC-1'), alarm({ version: '4' }), '3', 'stale: EV-1 was changed meanwhile.'],
  ])('is refused: %j', (command, event, version, reason) => {
    expect(refusal(command, { event }, version)).toBe(reason)
  })

  it('is judged by the same table for the screen, as far as it is known there', () => {
    expect(whyNot(incident(), link('INC-1'))).toBeUndefined()
    expect(whyNot(incident(), link('INC-1'), { event: alarm({ incident: 'INC-1' }) })).toMatch(/already/)
  })
})

describe('a correction', () => {
  const correct = (text: string, entry = 'e1', of = 'INC-1'): Command => ({
    kind: 'correct-entry',
    incident: of,
    entry,
    text,
  })

  it('keeps what was first written, however often it is corrected', () => {
    const once = changed(correct(' It is BGP. '))
    expect(once.timeline).toEqual([{ ...note, text: 'It is BGP.', corrected: 'It is DNS.' }])
    expect(once.incidents[0]?.version).toBe('8')
    const twice = changed(correct('It is a cable.'), { timeline: once.timeline })
    expect(twice.timeline[0]).toMatchObject({ text: 'It is a cable.', corrected: 'It is DNS.' })
  })

  it.each([
    [correct('  '), note, 'unlawful: There is no text.'],
    [correct('It is DNS.'), note, 'unlawful: It says that already.'],
    [correct('x', 'e1', 'INC-2'), note, 'unlawful: It stands in the timeline of INC-1.'],
    [correct('x', 'e9'), note, 'unknown: There is no entry e9 here.'],
    [correct('x'), { ...note, kind: 'plan' as const }, 'unlawful: It is a fact, not a text.'],
    [correct('x'), { ...note, text: '' }, 'unlawful: It has no text to correct.'],
  ])('is refused: %j', (command, entry, reason) => {
    expect(refusal(command, { timeline: [entry] })).toBe(reason)
  })
})

describe('a post-incident review', () => {
  const review = { summary: ' DNS. ', factors: ['One zone', ' '], wentWell: [], lessons: [], sharedWith: ['team:sre '] }
  const write = (of: string, summary = review.summary): Command => ({
    kind: 'write-review',
    incident: of,
    review: { ...review, summary },
  })

  it('is written once it is over, without blanks, and told', () => {
    const { incidents, timeline } = changed(write('INC-2'))
    expect(incidents[0]?.review).toEqual({
      ...review,
      summary: 'DNS.',
      factors: ['One zone'],
      sharedWith: ['team:sre'],
    })
    expect(timeline).toMatchObject([{ incident: 'INC-2', kind: 'note', text: 'Post-incident review written' }])
    expect(changed(write('INC-2'), { incidents }).timeline[0]?.text).toBe('Post-incident review changed')
  })

  it.each([
    [write('INC-1'), 'unlawful: It is not over yet: resolve it, then review it.'],
    [write('INC-2', '  '), 'unlawful: There is no summary.'],
  ])('is refused: %j', (command, reason) => {
    expect(refusal(command)).toBe(reason)
  })

  it('is written where only the clock says that it is over', () => {
    const unknown = incident({ state: 'unknown:parked', clocks: { detected: opened, resolved: at } })
    expect(whyNot(unknown, write('INC-1'))).toBeUndefined()
  })
})
