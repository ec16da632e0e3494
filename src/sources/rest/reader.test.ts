import { expect, test } from 'vitest'
import { instant } from '../../domain/units'
import type { SetAside } from '../contract'
import type { Client } from './client'
import { createReader } from './reader'

const call = { signal: new AbortController().signal }
const good = (key: string) => ({ id: `team:${key}`, name: key, type: 'team', contacts: [], tags: [] })
const bad = (key: string) => ({ ...good(key), name: 7 })

/** A reader of parties over pages that are given one after the other, and what it has set aside. */
function readerOf(...pages: readonly (readonly unknown[])[]) {
  let next = 0
  let aside: SetAside[] = []
  const client = {
    address: { source: 's', url: 'http://mock.example', patience: 1, now: () => 0 },
    read: () => Promise.resolve({ items: pages[next++] ?? [], asOf: '2026-11-20T09:42:17Z' }),
    moment: () => instant(0),
    clockOffset: () => undefined,
    request: () => Promise.reject(new Error('not part of listing')),
  } as unknown as Client
  const keeper = { begin: () => void (aside = []), add: (record: SetAside) => void aside.push(record) }
  const reader = createReader('parties', client, keeper, { by: new Set(), limits: new Set(), locked: true })
  return {
    list: (limit: number, text = '') => reader.list({ text }, { limit }, call),
    aside: () => aside.map(({ record }) => record),
  }
}

test('keeps what could not be read while other pages are read, until it can be', async () => {
  const { list, aside } = readerOf([good('a'), bad('b'), bad('c')], [good('a')], [good('b')])
  await list(100)
  expect(aside()).toEqual(['team:b', 'team:c'])
  await list(1)
  expect(aside()).toEqual(['team:b', 'team:c'])
  await list(100, 'b')
  expect(aside()).toEqual(['team:c'])
})

test('forgets what is no longer where it stood, and counts no record twice', async () => {
  const { list, aside } = readerOf([bad('b'), 'nonsense'], [bad('b'), 'nonsense'], [good('a')])
  await list(100)
  await list(100)
  expect(aside()).toEqual(['team:b', 'number 2 of the page'])
  await list(100)
  expect(aside()).toEqual([])
})
