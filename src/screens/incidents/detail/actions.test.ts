import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../test/tools/records'
import { actionsOf } from './actions'

const takesAll = { whyNot: () => undefined }
const readOnly = { whyNot: () => 'Read-only.' }
const labels = (state: Parameters<typeof anIncident>[0]['state']) =>
  actionsOf(anIncident({ id: 'I', ...(state && { state }) }), takesAll).map(({ label }) => label)

describe('actionsOf', () => {
  it('offers the step that the state waits for first', () => {
    expect(labels('triggered')).toEqual(['Acknowledge', 'Post update', 'Severity', 'Assign', 'Resolve'])
    expect(labels('acknowledged')[0]).toBe('Mitigating')
    expect(labels('mitigating')[0]).toBe('Post update')
    expect(labels('resolved')).toEqual(['Close', 'Post update', 'Severity', 'Assign', 'Reopen'])
    expect(labels('closed')[0]).toBe('Post update')
  })
  it('says why, where nobody takes commands or the state forbids it', () => {
    expect(actionsOf(anIncident({ id: 'I' }), readOnly).every(({ reason }) => reason === 'Read-only.')).toBe(true)
    const closed = actionsOf(anIncident({ id: 'I', state: 'closed' }), takesAll)
    expect(closed.find(({ label }) => label === 'Assign')?.reason).toMatch(/reopen/)
    expect(closed.find(({ label }) => label === 'Reopen')?.reason).toBeUndefined()
  })
  it('gives every action a key of its own', () => {
    const keys = actionsOf(anIncident({ id: 'I' }), takesAll).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
