import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../../../test/tools/records'
import type { TimelineEntry } from '../../../../domain/timeline'
import { instant } from '../../../../domain/units'
import { type Chat, chatText, lastUpdate } from './chatText'

const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const ago = (minutes: number) => instant(now - minutes * 60_000)
const said = (over: Partial<TimelineEntry> & { readonly id: string }): TimelineEntry => ({
  incident: 'I-1',
  at: ago(10),
  sequence: 1,
  kind: 'update',
  actor: 'person:lee',
  text: 'Half is back.',
  ...over,
})
const names = { party: (id: string) => id.replace(/^\w+:/, ''), workload: (id: string) => `The ${id}` }
const chat = (over: Partial<Chat> = {}): Chat => ({
  incident: anIncident({
    id: 'I-1',
    title: 'Cards fail',
    severity: 1,
    state: 'mitigating',
    opened: ago(38),
    workloads: ['ledger'],
    team: 'team:payments',
    assignee: 'person:lee',
    impact: '41 % of EU cards\nare declined',
    roles: [{ role: 'commander', person: 'person:okafor' }],
  }),
  entries: [said({ id: 'a' })],
  whole: true,
  names,
  now,
  zone: 'UTC',
  link: 'https://ops.example/incidents/?id=I-1',
  ...over,
})

describe('chatText', () => {
  it('says first that it tells the past', () => {
    expect(chatText(chat({ past: true })).split('\n')[0]).toBe('As it was on 20 Nov 2026 09:42 UTC')
  })
  it('tells how bad, what, how it stands, who has it, what was last said and where', () => {
    expect(chatText(chat())).toBe(
      [
        'SEV1 · mitigating · Cards fail',
        'I-1 · The ledger · since 20 Nov 2026 09:04 UTC, for 38 min',
        'Impact: 41 % of EU cards are declined',
        'Owner: payments, lee · Commander: okafor',
        'Last update 09:32, lee: Half is back.',
        'https://ops.example/incidents/?id=I-1',
      ].join('\n'),
    )
  })
  it('says what is not there, and does not call a silent source no update', () => {
    const bare = anIncident({ id: 'I-2', title: 'Odd', state: 'unknown:parked', opened: ago(5) })
    const { severity: _severity, ...unranked } = bare
    const told = chatText(chat({ incident: unranked, entries: [] })).split('\n')
    expect(told[0]).toBe('unknown severity · unknown (parked) · Odd')
    expect(told).toContain('Owner: nobody · Commander: nobody')
    expect(told).toContain('No update yet')
    expect(chatText(chat({ entries: [], whole: false }))).toContain('Last update: not every source has told')
  })
  it('tells how long an ended one took, and no length that cannot be', () => {
    const ended = anIncident({ id: 'I', state: 'resolved', opened: ago(60), clocks: { resolved: ago(15) } })
    expect(chatText(chat({ incident: ended }))).toContain('ended 20 Nov 2026 09:27 UTC, lasted 45 min')
    expect(chatText(chat({ incident: { ...ended, clocks: { resolved: ago(70) } } }))).not.toContain('lasted')
  })
  it('keeps a text on its line and cuts a long one visibly', () => {
    const long = chatText(chat({ entries: [said({ id: 'a', text: 'word\n'.repeat(300) })] }))
    expect(long.split('\n')).toHaveLength(6)
    expect(long).toContain('…')
  })
})

describe('lastUpdate', () => {
  it('is the last that stands, in time and then in the source’s own order', () => {
    const entries = [
      said({ id: 'late', at: ago(3), sequence: 4 }),
      said({ id: 'a', at: ago(3), sequence: 5 }),
      said({ id: 'note', at: ago(1), kind: 'note', sequence: 6 }),
      said({ id: 'b', at: ago(2), sequence: 7 }),
      said({ id: 'z', at: ago(1), kind: 'note', sequence: 8, undoes: 'b' }),
    ]
    expect(lastUpdate(entries)?.id).toBe('a')
    expect(lastUpdate([])).toBeUndefined()
  })
})
