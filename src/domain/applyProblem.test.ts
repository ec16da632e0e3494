import { describe, expect, it } from 'vitest'
import { applyCommand } from './apply'
import type { Command } from './command'
import type { Incident } from './incident'
import { heldIn, isRefusal } from './outcome'
import type { Problem, WorkState } from './problem'
import { facetRules, type Facet, type Records } from './query/facets'
import { after, day24, duration, instant } from './units'

const at = instant(1_800_000_000_000)
const problem: Problem = {
  id: 'P1',
  title: 'The pin',
  state: 'analysing',
  owner: 'team:pay',
  workloads: ['gw'],
  rootCause: { method: 'Five whys', text: 'A pin.' },
  factors: [],
  fixes: [],
  actions: [{ id: 'P1/A1', title: 'Alarm', kind: 'detect', state: 'open' }],
  history: [{ at: instant(1), what: 'Recorded' }],
  version: '3',
}
const incident = (id: string, of?: string): Incident => ({
  id,
  title: id,
  state: 'closed',
  opened: instant(1),
  clocks: {},
  workloads: ['gw'],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  version: '4',
  ...(of !== undefined && { problem: of }),
})

const records = (held: Problem): { readonly [F in Facet]?: readonly Records[F][] } => ({
  problems: [held],
  incidents: [incident('I1'), incident('I2'), incident('I3', 'P1')],
  parties: [{ type: 'person', id: 'person:ada', name: 'Ada', teams: [], contacts: [], tags: [] }],
})

function carryOut(command: Command, held = problem, version?: string) {
  const of = <F extends Facet>(facet: F): readonly Records[F][] => records(held)[facet] ?? []
  return applyCommand(
    { key: 'k1', actor: 'person:ada', at, command, ...(version !== undefined && { version }) },
    heldIn({
      get: (facet, id) => of(facet).find((record) => facetRules[facet].id(record) === id),
      list: (facet, query) => of(facet).filter(facetRules[facet].matcher(query)),
    }),
  )
}
function change(command: Command, held?: Problem) {
  const outcome = carryOut(command, held)
  if (isRefusal(outcome)) throw new Error(outcome.reason)
  return outcome
}
const next = (command: Command, held?: Problem) => change(command, held).problems[0]
const why = (command: Command, held?: Problem, version?: string) => {
  const outcome = carryOut(command, held, version)
  return isRefusal(outcome) ? outcome : undefined
}
const set = (over: object): Command => ({ kind: 'set-problem', problem: 'P1', ...over })

describe('record-problem', () => {
  const command = {
    kind: 'record-problem',
    title: ' Pins ',
    workloads: ['gw', 'gw'],
    incidents: ['I1', 'I2', 'I1'],
  } as const
  it('makes a problem, and all its incidents point to it', () => {
    const { problems, incidents, timeline } = change(command)
    expect(problems).toEqual([
      {
        id: 'PRB-k1',
        title: 'Pins',
        state: 'identified',
        opened: at,
        workloads: ['gw'],
        factors: [],
        fixes: [],
        actions: [],
        history: [{ at, what: 'Recorded with 2 incidents', by: 'person:ada' }],
        version: '1',
      },
    ])
    expect(incidents.map(({ id, problem: of, version }) => [id, of, version])).toEqual([
      ['I1', 'PRB-k1', '5'],
      ['I2', 'PRB-k1', '5'],
    ])
    expect(timeline.map(({ id, kind, from, to }) => [id, kind, from, to])).toEqual([
      ['I1/k1', 'link', '', 'PRB-k1'],
      ['I2/k1', 'link', '', 'PRB-k1'],
    ])
  })
  it('takes nothing out of another problem, and is whole or not at all', () => {
    expect(why({ ...command, incidents: ['I1', 'I3'] })).toEqual({
      refused: 'unlawful',
      reason: 'I3 belongs to P1 already.',
    })
    expect(why({ ...command, incidents: ['I1', 'I9'] })).toMatchObject({ refused: 'unknown' })
    expect(why({ ...command, title: ' ' })).toMatchObject({ refused: 'unlawful' })
    expect(why(command, problem, '3')).toMatchObject({ refused: 'stale' })
  })
})

describe('set-problem', () => {
  it('sets what is named, keeps the rest, and tells it on top of the history', () => {
    const told = next(set({ state: 'known-error', owner: 'person:ada', workaround: ' Fail over. ' }))
    expect(told).toEqual({
      ...problem,
      state: 'known-error',
      owner: 'person:ada',
      workaround: 'Fail over.',
      history: [
        { at, what: 'State set to known error; Owner set to Ada; Workaround written down', by: 'person:ada' },
        { at: instant(1), what: 'Recorded' },
      ],
      version: '4',
    })
  })
  it('keeps the method of an analysis, and takes a text out that is emptied', () => {
    expect(next(set({ rootCause: 'Two pins.' }))?.rootCause).toEqual({ method: 'Five whys', text: 'Two pins.' })
    expect(next(set({ rootCause: ' ' }))).not.toHaveProperty('rootCause')
  })
  it('needs a workaround for a known error, and a fix or a reason to be over', () => {
    expect(why(set({ state: 'known-error' }))?.reason).toBe('A known error needs a workaround.')
    const knownError: Problem = { ...problem, state: 'known-error', workaround: 'Restart' }
    expect(why(set({ workaround: '' }), knownError)?.reason).toBe('A known error needs a workaround.')
    expect(why(set({ state: 'resolved' }))?.reason).toMatch('Declare the fix first')
    expect(next(set({ state: 'resolved', because: 'The gateway is gone.' }))?.history?.[0]?.what).toBe(
      'State set to resolved: The gateway is gone.',
    )
    expect(next(set({ state: 'resolved' }), { ...problem, fixes: [{ at, what: 'x' }] })?.state).toBe('resolved')
  })
  it('comes back from resolved, but never to identified', () => {
    const over: Problem = { ...problem, state: 'resolved' }
    expect(next(set({ state: 'fix-in-progress' }), over)?.state).toBe('fix-in-progress')
    expect(why(set({ state: 'identified' }), over)?.reason).toBe('It is resolved: that is not taken back.')
    expect(next(set({ state: 'analysing' }), { ...problem, state: 'unknown:parked' })?.state).toBe('analysing')
  })
  it('refuses what changes nothing, what moved on and what is not there', () => {
    expect(why(set({}))?.reason).toBe('Nothing about it would change.')
    expect(why(set({ state: 'analysing' }))?.reason).toBe('It is being analysed already.')
    expect(why(set({ owner: 'person:ada' }), problem, '2')).toMatchObject({ refused: 'stale' })
    expect(why({ kind: 'set-problem', problem: 'P9' })).toMatchObject({ refused: 'unknown' })
  })
})

describe('fixes and actions', () => {
  const early = after(at, duration(-1 * day24))
  it('keeps fixes in order, with who did it where that is somebody known', () => {
    const held: Problem = { ...problem, fixes: [{ at, what: 'Later' }] }
    const told = next({ kind: 'declare-fix', problem: 'P1', what: ' Trust both ', at: early }, held)
    expect(told?.fixes).toEqual([
      { at: early, what: 'Trust both', by: 'person:ada' },
      { at, what: 'Later' },
    ])
    expect(why({ kind: 'declare-fix', problem: 'P1', what: ' ' })?.reason).toBe('Say what was done.')
    expect(why({ kind: 'declare-fix', problem: 'P1', what: 'x', at: after(at, day24) })?.reason).toMatch('future')
  })
  it('adds an action that is open, and due in time to come', () => {
    const told = next({ kind: 'add-action', problem: 'P1', title: ' Limit ', action: 'prevent', due: at })
    expect(told?.actions[1]).toEqual({ id: 'P1/k1', title: 'Limit', kind: 'prevent', state: 'open', due: at })
    expect(why({ kind: 'add-action', problem: 'P1', title: 'x', action: 'learn', due: early })?.reason).toMatch('past')
    expect(why({ kind: 'add-action', problem: 'P1', title: '', action: 'learn' })?.reason).toMatch('Say what')
  })
  it('says when an action was done, and forgets it when it is taken up again', () => {
    const act = (state: WorkState): Command => ({ kind: 'set-action', problem: 'P1', action: 'P1/A1', state })
    const done = next(act('done'))
    expect(done?.actions[0]).toMatchObject({ state: 'done', doneAt: at })
    expect(done?.history?.[0]?.what).toBe('Action “Alarm”: done')
    expect(next(act('open'), done)?.actions[0]).not.toHaveProperty('doneAt')
    expect(why({ kind: 'set-action', problem: 'P1', action: 'P9', state: 'done' })?.reason).toBe(
      'It has no such action.',
    )
  })
})
