import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../test/tools/records'
import { actionsOf } from './actions'

const takesAll = { whyNot: () => undefined, problems: true }
const readOnly = { whyNot: () => 'Read-only.', problems: true }
type State = Parameters<typeof anIncident>[0]['state']
const of = (state: State) => actionsOf(anIncident({ id: 'I', ...(state && { state }) }), takesAll)
const labels = (state: State) => of(state).flatMap(({ label, aside }) => (aside ? [] : label))
const reasonOf = (state: State, key: string) => of(state).find((each) => each.key === key)?.reason

describe('actionsOf', () => {
  it('offers the step that the state waits for first', () => {
    const always = ['Post update', 'Severity', 'Assign', 'Take role', 'Plan step', 'Link problem']
    expect(labels('triggered')).toEqual(['Acknowledge', ...always, 'Resolve'])
    expect(labels('acknowledged')[0]).toBe('Mitigating')
    expect(labels('mitigating')).toEqual([...always, 'Resolve'])
    expect(labels('resolved')).toEqual(['Close', ...always, 'Reopen'])
    expect(labels('closed')[0]).toBe('Post update')
  })
  it('has the other states aside, with the reason where one cannot be', () => {
    expect(of('acknowledged').flatMap(({ label, aside }) => (aside ? label : []))).toEqual(['Acknowledge', 'Close'])
    expect(reasonOf('acknowledged', 'a')).toBe('It is acknowledged already.')
    expect(reasonOf('acknowledged', 'c')).toBeUndefined()
    expect(reasonOf('closed', 'i')).toBe('It has ended: reopen it.')
    expect(reasonOf('closed', 'r')).toBeUndefined()
  })
  it('says why, where nobody takes commands or the state forbids it', () => {
    expect(actionsOf(anIncident({ id: 'I' }), readOnly).every(({ reason }) => reason === 'Read-only.')).toBe(true)
    expect(reasonOf('closed', 'm')).toMatch(/reopen/)
    expect(reasonOf('closed', 't')).toMatch(/no role/)
  })
  it('needs a plan for its steps, and problems to link one', () => {
    expect(reasonOf('triggered', 'p')).toBe('It has no response plan.')
    const planned = anIncident({ id: 'I', plan: { id: 'P', title: 'P', steps: [{ id: 's', text: 'Call' }] } })
    const keyOf = (incident: typeof planned, key: string, problems: boolean) =>
      actionsOf(incident, { ...takesAll, problems }).find((each) => each.key === key)?.reason
    expect(keyOf(planned, 'p', true)).toBeUndefined()
    expect(keyOf({ ...planned, state: 'closed' }, 'p', true)).toMatch(/closed/)
    expect(keyOf(planned, 'l', false)).toBe('No connected source tells problems.')
    // One that is linked can always be unlinked.
    expect(keyOf({ ...planned, problem: 'P-1' }, 'l', false)).toBeUndefined()
  })
  it('gives every action a key of its own', () => {
    const keys = of('triggered').map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
