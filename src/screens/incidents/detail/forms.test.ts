import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../test/tools/records'
import type { Party } from '../../../domain/ownership'
import type { Problem } from '../../../domain/problem'
import { instant } from '../../../domain/units'
import { optionFor } from './Choice'
import { doneText } from './doneWords'
import { isDecision, nextStep, roleFields, stepFields } from './forms'
import { meIn, peopleFor } from './people'
import { likeliest } from './ProblemForm'

const person = (id: string, name: string, over: object = {}): Party => ({
  type: 'person',
  id,
  name,
  teams: [],
  contacts: [],
  tags: [],
  ...over,
})

describe('how the forms begin', () => {
  it('takes the first role that nobody holds, and then one more responder', () => {
    const held = [{ role: 'commander', person: 'person:a' }] as const
    expect(roleFields(anIncident({ id: 'I', roles: held }), 'person:me')).toEqual({
      role: 'communications',
      person: 'person:me',
    })
    const roles = (['commander', 'communications', 'scribe'] as const).map((role) => ({ role, person: 'person:a' }))
    expect(roleFields(anIncident({ id: 'I', roles }), undefined)).toEqual({ role: 'responder', person: '' })
  })
  it('takes the next step that is open; with none left the first, to do it again', () => {
    const steps = [
      { id: 'a', text: 'A', doneAt: instant(1) },
      { id: 'b', text: 'B', skippedBecause: 'no need' },
      { id: 'c', text: 'C' },
    ]
    const planned = anIncident({ id: 'I', plan: { id: 'P', title: 'P', steps } })
    expect(nextStep(planned)?.id).toBe('c')
    expect(stepFields(planned)).toEqual({ step: 'c', to: 'done', because: '' })
    const over = anIncident({ id: 'I', plan: { id: 'P', title: 'P', steps: steps.slice(0, 2) } })
    expect(stepFields(over)).toEqual({ step: 'a', to: 'open', because: '' })
    expect(stepFields(anIncident({ id: 'I' }))).toEqual({ step: '', to: 'open', because: '' })
  })
  it('knows a decision by its words', () => {
    const asks = (text: string) => isDecision({ id: 's', text })
    expect(['Decide: fail over or wait', 'Choose a region', 'Is the data safe? '].map(asks)).toEqual([true, true, true])
    expect(['Freeze deploys', 'Tell who decides'].map(asks)).toEqual([false, false])
  })
})

describe('who', () => {
  const parties = [
    person('person:mo', 'M. Okafor', { teams: ['team:sre'] }),
    person('person:a', 'A. Lee'),
    person('person:b', 'A. Lee'),
    person('person:gone', 'G. One', { active: false }),
  ]
  it('I am is told by id or by a name that only one bears', () => {
    expect(meIn(parties, 'M. Okafor')).toBe('person:mo')
    expect(meIn(parties, 'person:a')).toBe('person:a')
    expect(meIn(parties, 'b')).toBe('person:b')
    expect(meIn(parties, 'A. Lee')).toBeUndefined()
    expect(meIn(parties, 'G. One')).toBeUndefined()
  })
  it('can be chosen: the team first, nobody who has left', () => {
    const names = { parties: parties.toReversed(), teamOf: () => undefined }
    expect(peopleFor(names, 'team:sre').map(({ value }) => value)).toEqual(['person:mo', 'person:b', 'person:a'])
  })
})

describe('what is offered', () => {
  const options = ['Commander', 'Comms', 'Scribe'].map((label) => ({ value: label, label }))
  it('is chosen by its place, or goes round by its first letter', () => {
    const chosen = (value: string, key: string, letters = true) => optionFor(options, value, key, letters)?.value
    expect(chosen('Commander', '3')).toBe('Scribe')
    expect(chosen('Commander', '9')).toBeUndefined()
    expect(chosen('Commander', 'c')).toBe('Comms')
    expect(chosen('Comms', 'C')).toBe('Commander')
    expect(chosen('Comms', 's', false)).toBeUndefined()
    expect(chosen('Comms', 'Tab')).toBeUndefined()
  })
  it('begins with problems of the same workloads that are not resolved', () => {
    const problem = (id: string, state: Problem['state'], workloads: readonly string[]): Problem => ({
      id,
      title: id,
      state,
      workloads,
      factors: [],
      fixes: [],
      actions: [],
    })
    const all = [
      problem('far', 'analysing', ['mail']),
      problem('fixed', 'resolved', ['ledger']),
      problem('near', 'identified', ['ledger']),
    ]
    const ids = likeliest(all, anIncident({ id: 'I', workloads: ['ledger'] })).map(({ id }) => id)
    expect(ids).toEqual(['near', 'fixed', 'far'])
  })
})

describe('doneText', () => {
  it('says what was done', () => {
    const on = { incident: 'I' } as const
    expect(doneText({ kind: 'set-state', ...on, to: 'acknowledged' })).toBe('Acknowledged')
    expect(doneText({ kind: 'set-severity', ...on, to: 2, reason: '' })).toBe('SEV2 set')
    expect(doneText({ kind: 'set-step', ...on, step: 's', to: 'skipped' })).toBe('Step skipped')
    expect(doneText({ kind: 'link-problem', ...on })).toBe('Problem unlinked')
    expect(doneText({ kind: 'link-problem', ...on, problem: 'PRB-1' })).toBe('PRB-1 linked')
    expect(doneText({ kind: 'take-role', ...on, role: 'communications', person: 'p' })).toBe('Comms named')
    expect(doneText({ kind: 'add-entry', ...on, entry: 'note', text: '' })).toBe('Note added')
  })
})
