import { describe, expect, it } from 'vitest'
import type { ChangeRequest } from './change'
import { changedSentence, changedSentences } from './changeWords'
import { instant } from './units'

const names: Readonly<Record<string, string>> = { 'team:a': 'Platform', 'team:b': 'Security', 'person:c': 'C. Cee' }
const name = (id: string) => names[id] ?? id
const told = (steps: ChangeRequest['steps']) => changedSentences({ kind: 'change', steps }, name)

describe('changedSentences', () => {
  it('tells a move as one, and every role for itself, the weightiest first', () => {
    expect(
      told([
        { op: 'give', role: 'I', party: 'person:c' },
        { op: 'take', role: 'A', party: 'team:a' },
        { op: 'give', role: 'A', party: 'team:b' },
        { op: 'take', role: 'R', party: 'team:a' },
      ]),
    ).toEqual([
      'Accountable moved from Platform to Security',
      'Responsible taken from Platform',
      'Informed given to C. Cee',
    ])
  })
  it('names several parties of one role', () => {
    expect(
      told([
        { op: 'take', role: 'R', party: 'team:a' },
        { op: 'take', role: 'R', party: 'team:b' },
        { op: 'give', role: 'R', party: 'person:c' },
      ]),
    ).toEqual(['Responsible moved from Platform, Security to C. Cee'])
  })
  it('says of an exception until when, and of nothing nothing', () => {
    const expires = instant(Date.UTC(2026, 11, 31, 23))
    expect(changedSentence({ kind: 'exception', steps: [], gap: 'no-runbook', expires }, name)).toBe(
      'Exception until 2026-12-31: no runbook',
    )
    expect(told([])).toEqual([])
  })
})
