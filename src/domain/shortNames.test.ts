import { describe, expect, it } from 'vitest'
import { shortNames } from './shortNames'

const of = (...names: string[]) => [...shortNames(names.map((name, index) => ({ id: String(index), name }))).values()]

describe('short names', () => {
  it('are initials, the name itself where it is short, or its beginning', () => {
    expect(of('Payments', 'SRE', 'Data Infra', 'Edge & CDN', 'o11y', 'SIG API Machinery on Arm')).toEqual([
      'Pay',
      'SRE',
      'DI',
      'EC',
      'o11y',
      'SAMO',
    ])
  })
  it('differ from all others, whatever the case', () => {
    const names = of('Platform', 'Plants', 'Plane', 'planks', 'Platform')
    expect(names.slice(0, 2)).toEqual(['Pla', 'Plan'])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5)
  })
  it('exist for names without letters, and for thousands', () => {
    expect(of('—', '—')).toHaveLength(2)
    const many = of(...Array.from({ length: 1_000 }, (_, index) => `Team ${index}`))
    expect(new Set(many).size).toBe(1_000)
  })
})
