import { describe, expect, it } from 'vitest'
import { ownershipOf, type Standing } from '../../../domain/coverage'
import type { Activity, Assignment } from '../../../domain/ownership'
import { after, day24, duration, type Instant, instant } from '../../../domain/units'
import { bookOf, listingOf } from './listing'
import { isNarrowed, type RawQuery, understood } from './query'
import { automationText, countText, flagOf, lateText, reviewText, shortDate, valueText } from './words'

const now = instant(Date.UTC(2026, 10, 20, 9))
const days = (count: number) => duration(count * day24)
const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  name: id,
  workload: 'ledger',
  kind: 'process',
  events: [],
  tags: [],
  ...more,
})
const claim = (of: string, role: Assignment['role'], party: string): Assignment => ({
  id: `${of} ${role} ${party}`,
  activity: of,
  role,
  party,
  claim: 'declared',
})
const reviewed = (daysAgo: number): Partial<Activity> => ({
  review: { every: days(90), last: after(now, days(-daysAgo)), reviewers: [], approvers: [] },
})
const activities = [
  activity('sound', { risk: 'high', ...reviewed(10) }),
  activity('late', { risk: 'unknown:spicy', ...reviewed(112) }),
  activity('never', { review: { every: days(90), reviewers: [], approvers: [] } }),
  activity('two'),
  activity('nobody', { workload: 'elsewhere' }),
  activity('excused', { noOwnerBecause: 'The provider does it.' }),
]
const whole = (id: string) => [claim(id, 'A', 'team:a'), claim(id, 'R', 'team:b')]
const assignments = [...['sound', 'late', 'never', 'two'].flatMap(whole), claim('two', 'A', 'team:b')]
const ownership = ownershipOf(
  {
    activities,
    assignments,
    parties: [],
    workloads: [{ id: 'quiet', name: 'Quiet', tags: [] }],
    told: [{ source: 'one', activities, assignments }],
  },
  now,
)
const standing = (id: string): Standing => {
  const found = ownership.byId.get(id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}
const book = bookOf(ownership)
const raw = (more: Partial<RawQuery> = {}): RawQuery => ({
  q: '',
  workload: [],
  team: [],
  person: [],
  role: [],
  kind: [],
  risk: [],
  automation: [],
  tag: [],
  tier: [],
  gap: null,
  gaps: false,
  activity: null,
  view: null,
  sort: null,
  coverage: false,
  folded: [],
  ...more,
})

describe('words', () => {
  it('of a review: the day, how late, never, nothing', () => {
    expect(reviewText(standing('sound'), now, 'UTC')).toEqual({ text: '8 Feb', late: false })
    expect(reviewText(standing('late'), now, 'UTC')).toEqual({ text: '22 d late', late: true })
    expect(reviewText(standing('never'), now, 'UTC')).toEqual({ text: 'never', late: true })
    expect(reviewText(standing('two'), now, 'UTC')).toEqual({ text: '—', late: false })
  })
  it('of lateness within the first day, and of a day in another year', () => {
    expect(lateText(after(now, days(-0.5)), now)).toBe('<1 d late')
    expect(lateText(after(now, days(-1)), now)).toBe('1 d late')
    expect(shortDate(after(now, days(400)), now, 'UTC')).toBe('25 Dec 2027')
  })
  it('of the worst gap', () => {
    const about = { date: (at: Instant) => shortDate(at, now, 'UTC'), records: ownership.records }
    expect(flagOf(standing('two'), about)).toMatchObject({ text: '2 accountable', alarm: 'sev2' })
    expect(flagOf(standing('nobody'), about)).toEqual({
      text: 'no owner',
      title: 'Nobody answers for it.',
      alarm: 'sev1',
    })
    expect(flagOf(standing('excused'), about)).toEqual({
      text: 'by design no owner: The provider does it.',
      title: 'The provider does it.',
      alarm: 'muted',
    })
    expect(flagOf(standing('late'), about)).toBeUndefined()
  })
  it('of a gap that is excused, and of sources that cannot know', () => {
    const until = after(now, days(40))
    const borne: Standing = {
      ...standing('sound'),
      excused: [
        { activity: 'sound', kind: 'no-runbook', reason: 'It has no runbook.', until, because: 'Moved in May.' },
      ],
    }
    const about = { date: (at: Instant) => shortDate(at, now, 'UTC'), records: ownership.records }
    expect(flagOf(borne, about)).toEqual({
      text: 'excused until 30 Dec',
      title: 'It has no runbook. excused until 30 Dec: Moved in May.',
      alarm: 'muted',
    })
    const { owned: _owned, ...silent } = standing('sound')
    expect(flagOf(silent, about)?.text).toBe('owners not recorded')
    const half = { ...standing('sound'), records: { ...ownership.records, accountable: false } }
    expect(flagOf(half, about)?.text).toBe('accountable not recorded')
  })
  it('of values that are not known, not recorded, or large', () => {
    expect(valueText('unknown:spicy')).toBe('unknown (spicy)')
    expect(automationText(activity('x'))).toBe('—')
    expect(countText(10_000)).toBe('10,000')
  })
})

describe('the address', () => {
  it('is taken for what it means here; the rest is told', () => {
    const { query, ignored } = understood(
      raw({ q: 'a', team: ['team:a', 'team:x'], risk: ['unknown:spicy', 'low'], kind: ['dance'], gap: 'bad-mood' }),
      book.choices,
    )
    expect(query).toMatchObject({ text: 'a', teams: ['team:a'], risks: ['unknown:spicy', 'low'], kinds: [] })
    expect(query.finding).toBeUndefined()
    expect(ignored).toEqual([
      { filter: 'gap', value: 'bad-mood' },
      { filter: 'team', value: 'team:x' },
      { filter: 'kind', value: 'dance' },
    ])
  })
  it('may name a workload that has no activities: the list is then empty, not complete', () => {
    const { query, ignored } = understood(raw({ workload: ['quiet'] }), book.choices)
    expect(ignored).toEqual([])
    expect(listingOf(book, query).listed).toEqual([])
  })
  it('names a reading and its order; an order of another reading means nothing', () => {
    const asked = (more: Partial<RawQuery>) => {
      const { reading, order, loadOrder, ignored } = understood(raw(more), book.choices)
      return [reading, order, loadOrder, ignored.map(({ value }) => value)]
    }
    expect(asked({})).toEqual(['teams', 'tier', 'name', []])
    expect(asked({ view: 'workloads', sort: 'due' })).toEqual(['workloads', 'due', 'name', []])
    expect(asked({ view: 'load', sort: 'sole' })).toEqual(['load', 'tier', 'sole', []])
    expect(asked({ view: 'load', sort: 'due' })).toEqual(['load', 'tier', 'name', ['due']])
    expect(asked({ view: 'teams', sort: 'sole' })).toEqual(['teams', 'tier', 'name', ['sole']])
  })
  it('narrows or not', () => {
    expect(isNarrowed(raw({ activity: 'sound', q: ' ' }))).toBe(false)
    for (const more of [{ q: 'a' }, { gaps: true }, { gap: 'unowned' }, { risk: ['low'] }])
      expect(isNarrowed(raw(more))).toBe(true)
  })
})

describe('a listing', () => {
  it('counts by the function that lists', () => {
    const all = listingOf(book, {})
    for (const finding of [
      'unowned',
      'no-accountable',
      'many-accountable',
      'review-overdue',
      'no-responsible',
    ] as const)
      expect(all.count(finding)).toBe(listingOf(book, { finding }).listed.length)
    expect(all.count('review-overdue')).toBe(2)
    expect(all.countAny(['no-accountable', 'no-responsible'])).toBe(1)
  })
  it('has no count for what nobody records', () => {
    expect(listingOf(book, {}).count('no-runbook')).toBeUndefined()
  })
  it('offers what occurs, in the order of the field and unknown values last', () => {
    expect(book.options('risk').map(({ label }) => label)).toEqual(['high', 'unknown (spicy)'])
    expect(book.options('workload').map(({ value }) => value)).toEqual(['elsewhere', 'ledger'])
    expect(book.options('automation')).toEqual([])
  })
})
