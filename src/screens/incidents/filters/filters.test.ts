import '../../../../test/tools/temporal'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../domain/units'
import type { Filters } from '../query'
import { parseText } from './parse'
import { suggest, withSuggestion } from './suggest'
import type { Vocabulary } from './vocabulary'
import { plainText, wordsIn } from './words'

const none: Filters = {
  text: '',
  status: 'all',
  severities: [],
  states: [],
  teams: [],
  people: [],
  workloads: [],
  problems: [],
  labels: [],
  lacks: [],
  limits: [],
  order: 'newest',
  range: 'all',
}
const known: Vocabulary = {
  teams: [
    { id: 'team:payments', name: 'Payments' },
    { id: 'team:paypal', name: 'PayPal desk' },
    { id: 'team:edge', name: 'Edge & CDN' },
  ],
  people: [{ id: 'person:lee', name: 'T. Lee' }],
  workloads: [{ id: 'ledger', name: 'Payments ledger' }],
  problems: [{ id: 'PRB-118', name: 'Bank certificates' }],
  labels: ['eu', 'pci'],
  states: ['triggered', 'unknown:paused'],
  me: 'person:haddad',
  zone: 'Europe/Berlin',
}
const parse = (text: string, filters: Partial<Filters> = {}) => parseText(text, { ...none, ...filters }, known)
const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const at = (text: string) => instant(Date.parse(text))

describe('the words of a text', () => {
  it('keeps what stands in quotes together', () => {
    expect(wordsIn('team:"Edge & CDN" slow "two words"').map(({ text }) => text)).toEqual([
      'team:"Edge & CDN"',
      'slow',
      '"two words"',
    ])
  })
  it('looks for all but tokens', () => {
    expect(plainText('sev:1 cards fail team:nowhere http://x error:5')).toBe('cards fail http://x error:5')
  })
})

describe('tokens', () => {
  it('become filters, and the text keeps the rest', () => {
    expect(parse('sev:1 team:payments label:EU is:unowned slow cards')).toEqual({
      change: { severities: [1], teams: ['team:payments'], labels: ['eu'], lacks: ['unowned'] },
      rest: 'slow cards',
      faults: [],
    })
  })
  it.each([
    ['sev:1,2', { severities: [1, 2] }],
    ['sev:sev2-4', { severities: [2, 3, 4] }],
    ['sev:unknown', { severities: [0] }],
    ['status:open', { status: 'open' }],
    ['is:open', { status: 'open' }],
    ['is:unacknowledged', { states: ['triggered'] }],
    ['state:unacknowledged,paused', { states: ['triggered', 'unknown:paused'] }],
    ['team:edge-cdn', { teams: ['team:edge'] }],
    ['team:"edge & cdn"', { teams: ['team:edge'] }],
    ['owner:Paym', { teams: ['team:payments'] }],
    ['person:me,lee', { people: ['person:haddad', 'person:lee'] }],
    ['service:ledger', { workloads: ['ledger'] }],
    ['problem:certificates', { problems: ['PRB-118'] }],
    ['no:owner,runbook', { lacks: ['unowned', 'no-runbook'] }],
    ['last:90d', { range: '90d' }],
    ['since:2026-11-20', { from: at('2026-11-19T23:00:00Z') }],
    ['until:2026-11-20T10:00', { to: at('2026-11-20T09:00:00Z') }],
    ['at:2026-11-20t10:00z', { openAt: at('2026-11-20T10:00:00Z') }],
  ])('understands %s', (text, change) => {
    expect(parse(text)).toEqual({ change, rest: '', faults: [] })
  })
  it('add to what was chosen before', () => {
    expect(parse('sev:2', { severities: [1] }).change).toEqual({ severities: [1, 2] })
  })
  it.each([
    ['team:nowhere', 'No team is called “nowhere”.'],
    ['team:pay', '“pay” fits 2 teams: Payments, PayPal desk.'],
    ['sev:9', 'No severity “9”: SEV1 to SEV5, or unknown.'],
    ['sev:', 'What sev means is missing.'],
    ['foo:bar', '“foo:” is no filter; it is looked for as text.'],
    ['last:3h', '“3h” is none of the ranges: 24h, 7d, 28d, 90d, 1y, all.'],
    ['since:yesterday', '“yesterday” is no day such as 2026-11-20, nor a moment such as 2026-11-20T09:04.'],
    ['no:idea', '“no:idea” is not known: no:owner, no:plan, no:activity, no:runbook.'],
  ])('that mean nothing stay in the text and are told: %s', (text, reason) => {
    expect(parse(`${text} slow`)).toEqual({
      change: undefined,
      rest: `${text} slow`,
      faults: [{ text, reason, last: false }],
    })
  })
  it('takes no address for a token', () => {
    expect(parse('10:04 C:x').faults).toEqual([])
  })
})

describe('suggestions', () => {
  const labels = (text: string) => suggest(text, known, now).map(({ label }) => label)
  it('are the kinds of filters first', () => {
    expect(labels('')).toContain('workload:')
    expect(labels('cards wo')).toContain('workload:')
  })
  it('are values once a kind is typed', () => {
    expect(labels('team:pay')).toEqual(['team: Payments', 'team: PayPal desk'])
    expect(labels('last:')).toEqual(['last: 24h', 'last: 7d', 'last: 28d', 'last: 90d', 'last: 1y'])
  })
  it('find values by a plain word too', () => {
    expect(labels('ledg')).toEqual(['workload: Payments ledger'])
  })
  it('take the place of the last word, in quotes where needed', () => {
    const [edge] = suggest('slow team:edge', known, now)
    expect(edge && withSuggestion('slow team:edge', edge)).toBe('slow team:"Edge & CDN"')
  })
  it('are understood, each of them', () => {
    for (const kind of ['status', 'state', 'sev', 'team', 'person', 'workload', 'label', 'problem', 'no', 'last', 'at'])
      for (const { insert } of suggest(`${kind}:`, known, now))
        expect([insert, parse(insert).faults, parse(insert).rest]).toEqual([insert, [], ''])
  })
})
