import { parseAsArrayOf, parseAsString } from 'nuqs'
import { describe, expect, it } from 'vitest'
import { pathTo } from './paths'

describe('pathTo', () => {
  const read = (path: string, key: string) => new URLSearchParams(path.split('?')[1]).get(key) ?? ''
  const list = parseAsArrayOf(parseAsString)

  it('leaves out what is empty', () => {
    expect(pathTo('reviews')).toBe('/reviews/')
    expect(pathTo('ownership', { q: '', role: [] })).toBe('/ownership/')
  })

  it('tells a comma within an id from one between two, as the filters read lists', () => {
    const path = pathTo('ownership', { team: 'team:Search, Ads', role: ['A', 'R'] })
    expect(list.parse(read(path, 'team'))).toEqual(['team:Search, Ads'])
    expect(list.parse(read(path, 'role'))).toEqual(['A', 'R'])
  })

  it('leaves a comma in a text and in a single id as it is', () => {
    const path = pathTo('ownership', { q: 'card, bank', activity: 'ledger/deploy, then test' })
    expect(read(path, 'q')).toBe('card, bank')
    expect(read(path, 'activity')).toBe('ledger/deploy, then test')
  })
})
