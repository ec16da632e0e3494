import { describe, expect, it } from 'vitest'
import { findIndex } from './findIndex'
import type { Findable } from './vocabulary'

const entry = (kind: string, name: string, ...also: readonly string[]): Findable => ({ kind, name, also })

const find = findIndex([
  entry('workload', 'Payments ledger', 'payments-ledger'),
  entry('workload', 'Card gateway', 'card-gateway'),
  entry('activity', 'Deploy', 'Payments ledger'),
  entry('activity', 'Fail over payments'),
  entry('activity', 'Rotate bank certificates', 'cert-expiry'),
  entry('activity', 'Repayments check'),
  entry('team', 'Payments'),
  entry('person', 'Søren Müller', '@sm'),
  entry('alert', 'KubePodNotReady'),
  entry('tag', 'payments'),
])
const names = (text: string, perKind = 8) =>
  find(text, perKind).flatMap(({ items }) => items.map(({ kind, name }) => `${kind} ${name}`))

describe('a find index', () => {
  it('puts names that begin so first, then words that do, then insides, and kinds in their order', () => {
    expect(names('paym')).toEqual([
      'workload Payments ledger',
      'team Payments',
      'tag payments',
      'activity Fail over payments',
      'activity Deploy',
      'activity Repayments check',
    ])
  })

  it('takes words in any order, from name and other texts together', () => {
    expect(names('ledger deploy')).toEqual(['activity Deploy'])
    expect(names('certificates rotate')).toEqual(['activity Rotate bank certificates'])
    expect(names('bank missing')).toEqual([])
  })

  it.each([
    ['certficates', 'activity Rotate bank certificates'],
    ['certifciates', 'activity Rotate bank certificates'],
    ['rotaet bnak', 'activity Rotate bank certificates'],
    ['certiifc', 'activity Rotate bank certificates'],
    ['gatway', 'workload Card gateway'],
    ['xotate', 'activity Rotate bank certificates'],
  ])('forgives the slips in “%s”', (typed, hit) => {
    expect(names(typed)[0]).toBe(hit)
  })

  it('puts a kind first whose name fits better than what others have besides their names', () => {
    const search = findIndex([
      entry('workload', 'kube-proxy', 'SIG Network'),
      entry('activity', 'sig-network-bugs'),
      entry('team', 'SIG Network'),
      entry('tag', 'network'),
    ])
    const kinds = (text: string) => search(text, 8).map(({ kind }) => kind)
    expect(kinds('network sig')).toEqual(['activity', 'team', 'workload'])
    expect(kinds('sig netwrk')).toEqual(['team', 'activity', 'workload'])
    expect(kinds('netwrk')).toEqual(['tag', 'activity', 'team', 'workload'])
    expect(kinds('network')).toEqual(['tag', 'activity', 'team', 'workload'])
  })

  it('forgives none in short words, where any slip makes another word', () => {
    expect(names('xay')).toEqual([])
  })

  it('does not care for capitals and marks', () => {
    expect(names('soren muller')).toEqual(['person Søren Müller'])
    expect(names('MÜLLER')).toEqual(['person Søren Müller'])
  })

  it('knows the words in a name written in humps', () => {
    expect(names('notready')).toEqual(['alert KubePodNotReady'])
    expect(names('pod ready')).toEqual(['alert KubePodNotReady'])
    expect(names('kubepod')).toEqual(['alert KubePodNotReady'])
  })

  it('counts all hits of a kind, and tells as many as wanted', () => {
    const [workloads, , , activities] = find('payments', 1)
    expect(workloads).toMatchObject({ kind: 'workload', total: 1 })
    expect(activities).toMatchObject({ kind: 'activity', total: 3 })
    expect(activities?.items).toHaveLength(1)
  })

  it('finds by one letter what begins with it', () => {
    expect(names('k')).toEqual(['alert KubePodNotReady'])
    expect(names('d')).toEqual(['activity Deploy'])
  })

  it.each(['', '  ', '…', '-'])('finds nothing for “%s”', (text) => {
    expect(find(text, 8)).toEqual([])
  })

  it('finds nothing in nothing', () => {
    expect(findIndex([])('a', 8)).toEqual([])
  })
})
