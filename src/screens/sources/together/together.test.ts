import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../../test/tools/memorySource'
import { capabilities } from './capabilities'
import { contradictions, disagreementTable, recordsOf, whyBelieved } from './disagreements'
import { type Named, suggestions } from './suggest'

const named = (id: string, name: string, ...aliases: string[]): Named => ({ id, name, aliases })
const propose = (believed: readonly Named[], later: readonly Named[]) =>
  suggestions('teams', [
    { source: 'a', records: believed },
    { source: 'b', records: later },
  ]).map(({ source, theirs, ours }) => `${source}: ${theirs.id} = ${ours.id}`)

describe('suggestions', () => {
  it('propose one name under two ids, whatever its case and punctuation', () => {
    expect(propose([named('team:payments', 'Payments')], [named('team:PAY-1', 'PAY ments')])).toEqual([
      'b: team:PAY-1 = team:payments',
    ])
  })
  it('take aliases and keys for names too', () => {
    expect(propose([named('team:payments', 'Money', 'Pay squad')], [named('team:x', 'pay-squad')])).toHaveLength(1)
    expect(propose([named('team:pay_ments', 'Money')], [named('team:pay-ments', 'Other')])).toHaveLength(1)
  })
  it('guess nothing: similar is not the same', () => {
    expect(propose([named('team:a', 'Payments')], [named('team:b', 'Payment')])).toEqual([])
    expect(propose([named('team:a', '12')], [named('team:b', '12')])).toEqual([])
  })
  it('leave alone what is joined already, and what could be two', () => {
    expect(propose([named('team:a', 'Pay')], [named('team:a', 'Pay')])).toEqual([])
    expect(propose([named('team:a', 'Pay'), named('team:c', 'pay')], [named('team:b', 'Pay')])).toEqual([])
    expect(propose([named('team:a', 'Pay')], [named('team:b', 'Pay'), named('team:c', 'pay!')])).toEqual([])
    expect(propose([named('team:a', 'Pay')], [named('team:b', 'Pay'), named('team:a', 'Pay all')])).toEqual([])
  })
  it('never make a person of a team', () => {
    expect(propose([named('person:sam', 'Sam')], [named('team:s', 'Sam')])).toEqual([])
  })
})

describe('disagreements', () => {
  const title = (id: string) => id.toUpperCase()
  const claims = [
    { source: 'b', value: 'x' },
    { source: 'c', value: 'y' },
  ]
  it('say why the first is believed, and who would be but is silent', () => {
    expect(whyBelieved(claims, ['b', 'c'], title)).toBe('B stands before C in the order of belief.')
    expect(whyBelieved(claims, ['a', 'b', 'c'], title)).toBe(
      'A would be, but says nothing of it; B stands before C in the order of belief.',
    )
  })
  it('are exported whole, with what every source says', () => {
    const view = {
      disagreements: [{ facet: 'assignments' as const, id: '1', field: 'role', claims }],
      claims: new Map([['1', ['b', 'c']]]),
    }
    const held = { id: '1', activity: 'deploy' }
    const [one] = contradictions(view, recordsOf([held]), title)
    expect(one?.to).toBe('/ownership/?activity=deploy')
    const table = disagreementTable(one ? [one] : [], 4, title)
    expect(table.scope).toEqual(['1 of 4 disagreements'])
    expect(table.rows[0]).toEqual(['owners', '1', '1', 'role', 'B', 'x', 'C', 'y', expect.stringMatching(/^B stands/)])
    expect(table.rows[0]).toHaveLength(table.columns.length)
  })
})

describe('capabilities', () => {
  it('are said in words, with what could bring a facet that nobody tells', () => {
    const source = memorySource({}, { readOnly: true, without: ['incidents'] })
    const kinds = [
      { type: 'x', title: 'Tickets', summary: '', options: {}, tells: ['incidents' as const] },
      { type: 'y', title: 'Catalogue', summary: '', options: {}, tells: ['workloads' as const] },
    ]
    const rows = capabilities(
      [
        { id: 'm', title: 'M', type: 'memory', source },
        { id: 'o', title: 'O', type: 'x' },
      ],
      kinds,
    )
    const row = (key: string) => rows.find((each) => each.key === key)
    expect(row('incidents')).toMatchObject({
      from: 'Tickets',
      abilities: [{ words: 'does not tell' }, { words: 'is still opening' }],
    })
    expect(row('workloads')).toMatchObject({
      from: undefined,
      abilities: [{ can: true, words: 'tells' }, { can: false }],
    })
    expect(row('set-state')?.abilities[0]?.words).toBe('cannot: this source is read-only')
  })
})
