import { describe, expect, it } from 'vitest'
import type { Workload } from '../domain/ownership'
import { instant } from '../domain/units'
import type { Page, Reader } from './contract'
import { canonical, cursorAt, listAll, markOf, offsetOf, unlessAborted } from './paging'

const call = { signal: new AbortController().signal }

/** A reader that gives these pages, each by the cursor that leads to it; the first by none. */
const readerOf = (pages: Readonly<Record<string, Partial<Page<Workload>>>>): Reader<Workload, object> => ({
  list: async (_query, { cursor = '' }) => ({ items: [], asOf: instant(5), caveats: [], ...pages[cursor] }),
  get: async () => undefined,
})
const workload = (id: string): Workload => ({ id, name: id, tags: [] })
const options = { limit: 1, source: 'own' }

describe('listAll', () => {
  it('is as old as its oldest page and says each caveat once', async () => {
    const caveats = [{ kind: 'stale', text: 'from a mirror' }] as const
    const reader = readerOf({
      '': { items: [workload('a')], cursor: '2', asOf: instant(9), caveats },
      2: { items: [workload('b')], asOf: instant(7), caveats },
    })
    expect(await listAll(reader, {}, options, call)).toEqual({
      items: [workload('a'), workload('b')],
      asOf: 7,
      caveats,
    })
  })

  it('gives up on a backend whose pages lead back to one another', async () => {
    const reader = readerOf({ '': { cursor: '2' }, 2: { cursor: '3' }, 3: { cursor: '2' } })
    await expect(listAll(reader, {}, options, call)).rejects.toMatchObject({ fault: 'bad-response', source: 'own' })
  })
})

describe('cursors', () => {
  it('lead back to where they were made', () => {
    expect(offsetOf(cursorAt(markOf('q'), 1_234), markOf('q'), 2_000, 'own')).toBe(1_234)
    expect(offsetOf(undefined, markOf('q'), 0, 'own')).toBe(0)
  })

  it.each([
    ['another question', cursorAt(markOf('r'), 5)],
    ['the first page', cursorAt(markOf('q'), 0)],
    ['beyond the end', cursorAt(markOf('q'), 10)],
    ['nowhere', 'q'],
  ])('are refused when they lead to %s', (_where, cursor) => {
    expect(() => offsetOf(cursor, markOf('q'), 10, 'own')).toThrow(
      expect.objectContaining({ fault: 'bad-response', source: 'own' }),
    )
  })

  it('belong to what a query means, not to how it is written', () => {
    expect(canonical('parties', { text: 'a', types: ['team'] })).toBe(
      canonical('parties', { types: ['team'], ids: [], text: 'a' }),
    )
    expect(canonical('parties', { active: false })).not.toBe(canonical('parties', {}))
    expect(canonical('parties', {})).not.toBe(canonical('events', {}))
  })
})

describe('unlessAborted', () => {
  it('does not begin what is not wanted any more', async () => {
    let begun = false
    const work = unlessAborted({ signal: AbortSignal.abort() }, 'own', 'Listing', () => (begun = true))
    await expect(work).rejects.toMatchObject({ fault: 'aborted', source: 'own' })
    expect(begun).toBe(false)
  })

  it('lets an abort win over an answer of the same moment, and the answer over a later abort', async () => {
    const flying = new AbortController()
    const first = unlessAborted(flying, 'own', 'Listing', () => 1)
    flying.abort()
    await expect(first).rejects.toMatchObject({ fault: 'aborted' })
    const landed = new AbortController()
    expect(await unlessAborted(landed, 'own', 'Listing', () => 1)).toBe(1)
    landed.abort()
  })

  it('passes other errors on as they are', async () => {
    const error = new RangeError('no such zone')
    await expect(unlessAborted(call, 'own', 'Listing', () => Promise.reject(error))).rejects.toBe(error)
  })
})
