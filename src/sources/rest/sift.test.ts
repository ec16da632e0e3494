import { expect, it } from 'vitest'
import { instant } from '../../domain/units'
import type { Page, PageRequest } from '../contract'
import { sifted } from './sift'

/** A backend of the numbers below 1,000 that gives ten at once and says how often it was asked. */
function numbers() {
  let asked = 0
  const list = ({ limit, cursor }: PageRequest): Promise<Page<number>> => {
    asked += 1
    const from = Number(cursor ?? 0)
    const to = Math.min(1_000, from + Math.min(limit, 10))
    return Promise.resolve({
      items: Array.from({ length: to - from }, (_, index) => from + index),
      asOf: instant(0),
      caveats: [],
      total: 1_000,
      ...(to < 1_000 && { cursor: String(to) }),
    })
  }
  return { list, asked: () => asked }
}

async function walk(passes: (value: number) => boolean, limit: number) {
  const { list } = numbers()
  const next = sifted(list, { source: 's', facet: 'incidents', query: { text: 'x' }, longest: 1_000, passes })
  const pages: (readonly number[])[] = []
  let cursor: string | undefined
  do {
    const page = await next({ limit, ...(cursor !== undefined && { cursor }) })
    expect(page.total).toBeUndefined()
    pages.push(page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return pages
}

it('gives every record that passes once, in order, and never an empty page that is not the last', async () => {
  for (const [passes, limit] of [
    [(value: number) => value % 3 === 0, 2],
    [(value: number) => value % 3 === 0, 500],
    [(value: number) => value === 995, 5],
    [() => true, 7],
    [() => false, 5],
  ] as const) {
    const pages = await walk(passes, limit)
    expect(pages.flat()).toEqual(Array.from({ length: 1_000 }, (_, index) => index).filter(passes))
    expect(pages.slice(0, -1).every(({ length }) => length > 0 && length <= limit)).toBe(true)
  }
})

it('refuses a cursor of another query, and does not ask the backend with it', async () => {
  const sifting = { source: 's', facet: 'incidents', longest: 1_000, passes: () => true } as const
  const one = numbers()
  const other = numbers()
  const { cursor = '' } = await sifted(one.list, { ...sifting, query: { text: 'x' } })({ limit: 5 })
  const asking = sifted(other.list, { ...sifting, query: { text: 'y' } })
  for (const wrong of [cursor, 'x', ''])
    await expect(asking({ limit: 5, cursor: wrong })).rejects.toMatchObject({ fault: 'bad-response' })
  expect(other.asked()).toBe(0)
})
