import { describe, expect, it } from 'vitest'
import { builtIn, moved, readViews, viewOf, whyNotName, writeViews } from './views'

const own = [
  { name: 'A', search: 'status=open' },
  { name: 'B', search: 'q=x' },
]

describe('views', () => {
  it('are the filters of an address, in one order, without the incident and the zone', () => {
    expect(viewOf('?zone=UTC&severity=1,2&id=I-1&status=all&q=')).toBe(viewOf('status=all&severity=1%2C2'))
  })
  it('hold the lanes of a timeline, which mean nothing elsewhere', () => {
    expect(viewOf('by=team&view=timeline')).toBe('view=timeline&by=team')
    expect(viewOf('by=team&status=open')).toBe('status=open')
  })
  it('survive being kept, and what is no view is left out', () => {
    expect(readViews(writeViews(own))).toEqual(own)
    expect(readViews('[{"name":"A","search":"status=open&id=1"},{"name":1},null,3]')).toEqual([own[0]])
    expect([readViews(''), readViews('{'), readViews('{}'), writeViews([])]).toEqual([[], [], [], ''])
  })
  it('cannot be called alike, nor like the usual ones', () => {
    expect(whyNotName(' a ', own)).toBe('There is a view “a” already.')
    expect(whyNotName('a', own, 0)).toBeUndefined()
    expect(whyNotName('mine', own)).toBe('There is a view “mine” already.')
    expect(whyNotName(' ', own)).toBe('A view needs a name.')
  })
  it('change places', () => {
    expect(moved(own, 1, 0).map(({ name }) => name)).toEqual(['B', 'A'])
    expect([moved(own, 1, 2), moved(own, 5, 0)]).toEqual([own, own])
  })
  it('say why “Mine” cannot be shown', () => {
    expect(builtIn(undefined).find(({ name }) => name === 'Mine')?.why).toMatch(/knows you/)
    expect(builtIn('person:lee').find(({ name }) => name === 'Mine')?.search).toContain('person%3Alee')
  })
})
