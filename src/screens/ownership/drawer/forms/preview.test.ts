import { describe, expect, it } from 'vitest'
import { ownershipOf } from '../../../../domain/coverage'
import type { Activity, Assignment, Party, Role } from '../../../../domain/ownership'
import { instant } from '../../../../domain/units'
import { previewOf } from './preview'

const now = instant(Date.UTC(2026, 10, 20, 9))
const activity: Activity = { id: 'x', name: 'X', workload: 'w', kind: 'procedure', events: [], tags: [] }
const teams: readonly Party[] = ['sec', 'pay', 'sre'].map((key) => ({
  type: 'team',
  id: `team:${key}`,
  name: key,
  contacts: [],
  tags: [],
}))
const declared = (role: Role, party: string): Assignment => ({
  id: `${role} ${party}`,
  activity: 'x',
  role,
  party,
  claim: 'declared',
})

function preview(assignments: readonly Assignment[], ...steps: (readonly ['give' | 'take', Role, string])[]) {
  const elsewhere = { ...activity, id: 'y' }
  const all = [
    ...assignments,
    ...(['A', 'R'] as const).map((role) => ({ ...declared(role, 'team:sec'), activity: 'y' })),
  ]
  const ownership = ownershipOf(
    {
      activities: [activity, elsewhere],
      assignments: all,
      parties: teams,
      workloads: [],
      told: [{ source: 'rest', activities: [activity, elsewhere], assignments: all }],
    },
    now,
  )
  const standing = ownership.byId.get('x')
  if (!standing) throw new Error('It is there.')
  const { mended, broken, remarks } = previewOf(
    steps.map(([op, role, party]) => ({ op, role, party })),
    standing,
    ownership,
    now,
  )
  return { mended: mended.map(({ kind }) => kind), broken: broken.map(({ reason }) => reason), remarks }
}

const sound = [declared('A', 'team:sec'), declared('R', 'team:pay')]

describe('what a request would change', () => {
  it('is nothing to speak of when a role moves', () => {
    expect(preview(sound, ['take', 'A', 'team:sec'], ['give', 'A', 'team:sre'])).toEqual({
      mended: [],
      broken: [],
      remarks: [],
    })
  })
  it('breaks what it doubles or empties', () => {
    expect(preview(sound, ['give', 'A', 'team:sre']).broken).toEqual([
      '2 parties are accountable (sec, sre); exactly one must be.',
    ])
    expect(preview(sound, ['take', 'A', 'team:sec']).broken).toEqual(['Nobody answers for it.'])
    expect(preview(sound, ['take', 'R', 'team:pay']).broken).toEqual(['Nobody performs it.'])
  })
  it('tells three accountable from two', () => {
    const two = [...sound, declared('A', 'team:pay')]
    expect(preview(two, ['give', 'A', 'team:sre']).broken).toEqual([
      '3 parties are accountable (sec, pay, sre); exactly one must be.',
    ])
    expect(preview(two, ['take', 'A', 'team:pay']).mended).toEqual(['many-accountable'])
  })
  it('mends what it fills, a placeholder among it', () => {
    const { party: _nobody, ...todo } = declared('A', '')
    const vacant = [{ ...todo, placeholder: 'TODO' }, declared('R', 'team:pay')]
    expect(preview(vacant, ['give', 'A', 'team:sec'])).toEqual({ mended: ['no-accountable'], broken: [], remarks: [] })
  })
  it('remarks on who would check their own work', () => {
    expect(preview(sound, ['give', 'V', 'team:pay']).remarks).toEqual(['pay then performs it and checks the result.'])
    expect(preview([...sound, declared('V', 'team:pay')], ['give', 'I', 'team:sre']).remarks).toEqual([])
  })
})
