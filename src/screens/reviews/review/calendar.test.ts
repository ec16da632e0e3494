import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Standing } from '../../../domain/coverage'
import type { ReviewDuty } from '../../../domain/reviews'
import { instant } from '../../../domain/units'
import { calendarOf } from './calendar'

const now = instant(Date.UTC(2026, 10, 20, 9, 42, 17))
const told = {
  now,
  zone: 'UTC',
  name: (id: string) => ({ 'team:pay': 'Payments', 'person:lee': 'T. Lee' })[id] ?? id,
  workloadName: () => 'Payments; the ledger, old',
}
const none = { accountable: true, responsible: true, owners: true, observed: false, leavers: false, paging: false }
const standing = (id: string, name: string): Standing => ({
  activity: {
    id,
    name,
    workload: 'ledger',
    kind: 'procedure',
    events: [],
    tags: [],
    review: { last: instant(Date.UTC(2026, 6, 30)), reviewers: [], approvers: [] },
  },
  assignments: [{ id: '1', activity: id, role: 'A', party: 'team:pay', claim: 'declared' }],
  records: { ...none, reviews: true, runbooks: false, versions: false },
  gaps: [],
  excused: [],
})
const duty = (due: number | undefined, id = 'ledger/rotate', name = 'Rotate keys'): ReviewDuty => ({
  standing: standing(id, name),
  group: due === undefined ? 'never' : 'overdue',
  reviewers: ['person:lee'],
  approvers: [],
  instead: [],
  ...(due !== undefined && { due: instant(due) }),
})
const link = (id: string) => `https://ops.example/watchbill/ownership/?activity=${encodeURIComponent(id)}`
const due = Date.UTC(2026, 9, 29, 23, 30)

/** Reads a calendar back as RFC 5545 says: lines folded at 75 octets are joined, values are unescaped. */
function parsed(text: string): readonly Readonly<Record<string, string>>[] {
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR(\r\n)?$/)
  const folded = text.split('\r\n')
  for (const line of folded) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? []
    if (name === 'BEGIN' && value === 'VEVENT') events.push({})
    const plain = value.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
    const event = events.at(-1)
    if (event && name !== 'BEGIN' && name !== 'END') event[`${name}${parameters}`] = plain
  }
  return events
}

describe('the calendar of review dates', () => {
  it('tells of each review what a person must know who sees only the calendar', () => {
    const [event] = parsed(calendarOf([duty(due)], told, link))
    expect(event).toMatchObject({
      UID: 'review-ledger%2Frotate@watchbill',
      DTSTAMP: '20261120T094217Z',
      'DTSTART;VALUE=DATE': '20261029',
      SUMMARY: 'Review: Rotate keys (Payments; the ledger, old)',
      TRANSP: 'TRANSPARENT',
      'URL;VALUE=URI': 'https://ops.example/watchbill/ownership/?activity=ledger%2Frotate',
    })
    expect(event?.['DESCRIPTION']?.split('\n')).toEqual([
      'Workload: Payments; the ledger, old',
      'Accountable: Payments',
      'Responsible: nobody',
      'Reviewers: T. Lee',
      'Approvers: nobody is named',
      'Last reviewed: 30 Jul 2026',
      'Due: 29 Oct 2026 (overdue)',
      'Confirm it: https://ops.example/watchbill/ownership/?activity=ledger%2Frotate',
    ])
  })

  it('puts the day where the zone shown has it', () => {
    const day = (zone: string) => parsed(calendarOf([duty(due)], { ...told, zone }, link))[0]?.['DTSTART;VALUE=DATE']
    expect([day('UTC'), day('Asia/Kathmandu'), day('America/Havana')]).toEqual(['20261029', '20261030', '20261029'])
  })

  it('keeps the identity of a review, and counts up when it was reviewed again', () => {
    const again = { ...duty(due + 91 * 86_400_000) }
    const later: ReviewDuty = {
      ...again,
      standing: {
        ...again.standing,
        activity: { ...again.standing.activity, review: { last: now, reviewers: [], approvers: [] } },
      },
    }
    const [first] = parsed(calendarOf([duty(due)], told, link))
    const [second] = parsed(calendarOf([later], { ...told, now: instant(now + 1) }, link))
    expect(second?.['UID']).toBe(first?.['UID'])
    expect(Number(second?.['SEQUENCE'])).toBeGreaterThan(Number(first?.['SEQUENCE']))
  })

  it('has one event for each review with a date, and no other', () => {
    const events = parsed(calendarOf([duty(due), duty(undefined, 'b'), duty(due, 'c')], told, link))
    expect(events.map((event) => event['UID'])).toEqual(['review-ledger%2Frotate@watchbill', 'review-c@watchbill'])
  })

  it('lets no name break out of its line', () => {
    const name = 'Rotate\r\nEND:VEVENT\nATTACH:https://evil.example, a; b \\ c — Überprüfung für Straßenverkehrsämter'
    const events = parsed(calendarOf([duty(due, 'x', name)], told, link))
    expect(events).toHaveLength(1)
    expect(Object.keys(events[0] ?? {})).not.toContain('ATTACH')
    expect(events[0]?.['SUMMARY']).toContain('a; b \\ c — Überprüfung für Straßenverkehrsämter')
  })
})

describe('served over plain http', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('works all the same, though browsers lack the function that the library draws ids from', () => {
    const usual = calendarOf([duty(due)], told, link)
    const bare = { getRandomValues: () => undefined }
    vi.stubGlobal('crypto', bare)
    expect(calendarOf([duty(due)], told, link)).toBe(usual)
    expect(bare).not.toHaveProperty('randomUUID')
  })
})
