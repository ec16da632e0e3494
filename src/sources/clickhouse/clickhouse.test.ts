import '../../../test/tools/temporal'
import { describe, expect, it } from 'vitest'
import type { Within } from '../../domain/dimension'
import { instant } from '../../domain/units'
import { daysOf } from './days'
import { encode } from './encode'
import { exceptionOf } from './faults'
import { parametersOfQuery, reckoning } from './parameters'
import { parametersOf, type QueryName, queries } from './queries'

const now = instant(Date.UTC(2026, 10, 20))
const question = { query: {}, by: [], zone: 'UTC', now } as const

describe('questions', () => {
  const told: Partial<Record<QueryName, object>> = {
    'incidents-summary': { ...parametersOfQuery.incidents({}, 's'), ...reckoning('of', question) },
    'incidents-days': daysOf(question) ?? {},
    'events-summary': parametersOfQuery.events({}, 's'),
    ...Object.fromEntries(
      (['newest', 'oldest', 'severity'] as const).map((order) => [
        `incidents-${order}`,
        parametersOfQuery.incidents({}, 's'),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(parametersOfQuery).flatMap(([facet, of]) => (facet in queries ? [[facet, of({}, 's')]] : [])),
    ),
  }

  it.each(Object.keys(queries) as QueryName[])('%s is told all that it asks for, and nothing else', (name) => {
    const page = ['paged', 'limit', 'after0', 'after1', 'after2', 'after3', 'bucket', 'moment', 'zone', 'by']
    const asked = [...parametersOf(name)].filter((each) => !page.includes(each))
    expect(
      Object.keys(told[name] ?? {})
        .filter((each) => !page.includes(each))
        .toSorted(),
    ).toEqual(asked.toSorted())
  })

  it('begin a page by the first column alone, so that what lies before is not read', () => {
    expect(queries['incidents-newest']).toContain("opened <= fromUnixTimestamp64Milli({after0:Int64}, 'UTC')")
  })

  it('take limits in the words of the backend', () => {
    const limit: Within = { by: 'state', values: ['unknown:parked', 'closed'], zone: 'UTC', now }
    expect(parametersOfQuery.incidents({ within: [limit] }, 's')).toMatchObject({ in_state: [['parked', 'closed']] })
  })

  it('refuse limits that are reckoned in two ways', () => {
    const at = (clock: 'resolve' | 'close'): Within => ({ by: 'reading', values: ['open'], zone: 'UTC', now, clock })
    expect(() => parametersOfQuery.incidents({ within: [at('resolve'), at('close')] }, 's')).toThrow(/in two ways/)
    expect(parametersOfQuery.incidents({ within: [at('close'), at('close')] }, 's')).toMatchObject({
      in_clock: 'close',
    })
  })
})

describe('the roll-up', () => {
  it('answers whole days of UTC by severity and team', () => {
    const asked = { ...question, query: { openedFrom: now, severities: [1 as const] }, by: ['team' as const] }
    expect(daysOf({ ...asked, bucket: 'week' })).toMatchObject({
      first_day: '2026-11-20',
      after_day: null,
      bucket: 'week',
    })
  })

  it.each([
    ['a part of a day', { query: { openedFrom: instant(now + 1) } }],
    ['other calendars', { bucket: 'day' as const, zone: 'Europe/Berlin' }],
    ['lengths', { clock: 'resolve' as const }],
    ['other dimensions', { by: ['label' as const] }],
    ['other limits', { query: { text: 'disk' } }],
  ])('does not answer for %s', (_, more) => {
    expect(daysOf({ ...question, ...more })).toBeUndefined()
  })
})

describe('parameters in an address', () => {
  it.each([
    [["it's", 'a\\b', 'c\td'], String.raw`['it\'s','a\\b','c\td']`],
    [[['a'], []], "[['a'],[]]"],
    [{ 'PRB-1': 5 }, "{'PRB-1':5}"],
    [{}, '{}'],
    [null, String.raw`\N`],
    [true, '1'],
    ["line\n'", String.raw`line\n\'`],
  ])('%j', (value, text) => {
    expect(encode(value)).toBe(text)
  })
})

describe('what ClickHouse refuses', () => {
  it.each([
    [201, 'rate-limited'],
    [497, 'forbidden'],
    [516, 'unauthenticated'],
    [396, 'unsupported'],
    [60, 'unsupported'],
    [159, 'timeout'],
    [279, 'unreachable'],
    [99_999, 'bad-response'],
  ])('code %i is %s', (code, fault) => {
    const error = exceptionOf('store', code, 'Code: DB::Exception', now)
    expect([error.fault, error.source]).toEqual([fault, 'store'])
    expect(error.message).toContain('DB::Exception')
  })

  it('waits until a quota begins anew', () => {
    const said =
      'Quota for user `w` for 60s has been exceeded: queries = 3/2. Interval will end at 2026-11-20 00:01:00.'
    expect(exceptionOf('store', 201, said, now).retryAfter).toBe(60_000)
    expect(exceptionOf('store', 201, said, now - 86_400_000).retryAfter).toBeUndefined()
  })
})
