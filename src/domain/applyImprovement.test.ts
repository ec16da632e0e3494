import { describe, expect, it } from 'vitest'
import { applyCommand, type Held, isRefusal } from './apply'
import { type Command, targetOf } from './command'
import { whyNotImprovement } from './improvementRules'
import type { Improvement, WorkState } from './problem'
import { after, day24, instant } from './units'

const at = instant(1_800_000_000_000)
const improvement: Improvement = {
  id: 'IMP-1',
  title: 'Name a deputy',
  from: 'feedback',
  state: 'open',
  activity: 'rotate',
  version: '3',
}

const holding = (record: Improvement): Held => ({
  incident: () => undefined,
  event: () => undefined,
  entry: () => undefined,
  carried: () => undefined,
  activity: (id) =>
    id === 'rotate'
      ? { id, name: 'Rotate', workload: 'w', kind: 'process', events: [], tags: [], version: '2' }
      : undefined,
  request: () => undefined,
  improvement: (id) => (id === record.id ? record : undefined),
  problem: () => undefined,
  party: () => undefined,
  assignments: () => [],
  openRequests: () => [],
  nextSequence: () => 1,
})

const carryOut = (command: Command, record = improvement, version?: string) =>
  applyCommand({ key: 'k1', actor: 'Ada', at, command, ...(version !== undefined && { version }) }, holding(record))
function made(command: Command, record?: Improvement): Improvement | undefined {
  const outcome = carryOut(command, record)
  if (isRefusal(outcome)) throw new Error(outcome.reason)
  return outcome.improvements[0]
}
const set = (over: object): Command => ({ kind: 'set-improvement', improvement: 'IMP-1', ...over })

describe('give-feedback', () => {
  it('is an improvement that nobody has taken on', () => {
    expect(made({ kind: 'give-feedback', activity: 'rotate', text: ' The portal moved. ' })).toEqual({
      id: 'IMP-k1',
      title: 'The portal moved.',
      from: 'feedback',
      state: 'open',
      created: at,
      activity: 'rotate',
      version: '1',
    })
  })
  it('says something, about something that is there', () => {
    expect(carryOut({ kind: 'give-feedback', activity: 'rotate', text: '\n' })).toMatchObject({ refused: 'unlawful' })
    expect(carryOut({ kind: 'give-feedback', activity: 'none', text: 'x' })).toMatchObject({ refused: 'unknown' })
  })
})

describe('record-improvement', () => {
  const command = { kind: 'record-improvement', title: ' Page less ', from: 'review' } as const
  it('keeps owner and due date, and need not belong to anything', () => {
    expect(made({ ...command, owner: 'team:a', due: at })).toMatchObject({
      title: 'Page less',
      owner: 'team:a',
      due: at,
    })
    expect(targetOf(command)).toBeUndefined()
  })
  it.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'unlawful'],
    ['a due date in the past', { due: instant(at - 1) }, 'unlawful'],
    ['an activity that is not there', { activity: 'none' }, 'unknown'],
    ['an incident that is not there', { incident: 'none' }, 'unknown'],
  ])('is refused with %s', (_what, over, refused) => {
    expect(carryOut({ ...command, ...over })).toMatchObject({ refused })
  })
  it('is refused when the activity moved on since it was seen', () => {
    expect(carryOut({ ...command, activity: 'rotate' }, improvement, '1')).toMatchObject({ refused: 'stale' })
    expect(carryOut({ ...command, activity: 'rotate' }, improvement, '2')).not.toHaveProperty('refused')
  })
})

describe('set-improvement', () => {
  it('takes it on: owner and due date change, the rest stays', () => {
    const due = after(at, day24)
    expect(made(set({ owner: 'person:ada', due }))).toEqual({ ...improvement, owner: 'person:ada', due, version: '4' })
  })
  it('stamps the moment it was done, and takes it back with the state', () => {
    const done = made(set({ state: 'done' }))
    expect(done).toMatchObject({ state: 'done', doneAt: at })
    expect(made(set({ state: 'open' }), done)).not.toHaveProperty('doneAt')
  })
  it.each<[WorkState, object, string | undefined]>([
    ['open', { state: 'in-progress' }, undefined],
    ['open', { state: 'dropped' }, undefined],
    ['in-progress', { state: 'open' }, undefined],
    ['done', { state: 'in-progress' }, undefined],
    ['dropped', { state: 'open', owner: 'team:a' }, undefined],
    ['open', {}, 'Nothing about it would change.'],
    ['open', { state: 'open' }, 'It is open already.'],
    ['open', { state: 'open', owner: 'team:a' }, undefined],
    ['in-progress', { state: 'in-progress' }, 'It is in progress already.'],
    ['done', { state: 'dropped' }, 'It is done: reopen it first.'],
    ['dropped', { state: 'done' }, 'It is dropped: reopen it first.'],
    ['done', { owner: 'team:a' }, 'It is done: reopen it to change it.'],
  ])('from %s to %o: %s', (state, wanted, reason) => {
    expect(whyNotImprovement({ ...improvement, state }, wanted)).toBe(reason)
  })
  it('lets a state that nobody knows be left', () => {
    expect(whyNotImprovement({ ...improvement, state: 'unknown:parked' }, { state: 'done' })).toBeUndefined()
  })
  it('is refused on what moved on or is not there', () => {
    expect(carryOut(set({ state: 'done' }), improvement, '2')).toMatchObject({ refused: 'stale' })
    expect(carryOut({ kind: 'set-improvement', improvement: 'IMP-9', state: 'done' })).toMatchObject({
      refused: 'unknown',
    })
  })
})
