import { expect, test } from 'vitest'
import { instant } from '../../domain/units'
import { parametersOf, summaryParameters } from './question'

const text = (query: object) => decodeURIComponent(parametersOf(query).toString())

test('lists repeat their name, moments are written out, unknown words are the backend’s own', () => {
  expect(text({ ids: ['a', 'b'], openedFrom: instant(0), states: ['closed', 'unknown:On hold'] })).toBe(
    'ids=a&ids=b&openedFrom=1970-01-01T00:00:00Z&states=closed&states=On+hold',
  )
})

test('roles are spelled out, unknown severities are 0', () => {
  expect(text({ roles: ['A', 'I'] })).toBe('roles=accountable&roles=informed')
  expect(text({ severities: [0, 1] })).toBe('severities=0&severities=1')
})

test('what does not limit is left out, false is not', () => {
  expect(text({ text: '', ids: [], pages: false, kinds: undefined })).toBe('pages=false')
})

test('signs that mean something in an address are quoted', () => {
  const query = { text: 'a&b=c ü +1%' }
  expect(new URLSearchParams(parametersOf(query).toString()).get('text')).toBe(query.text)
})

test('a question asks with the parts of its query, but no order', () => {
  const asked = summaryParameters({
    query: { teams: ['team:sre'], order: 'oldest' },
    by: ['severity', 'team'],
    zone: 'Europe/Berlin',
    bucket: 'week',
    now: instant(0),
  })
  expect(Object.fromEntries(asked)).toEqual({
    teams: 'team:sre',
    by: 'team',
    zone: 'Europe/Berlin',
    bucket: 'week',
    now: '1970-01-01T00:00:00Z',
  })
  expect(asked.getAll('by')).toEqual(['severity', 'team'])
})
