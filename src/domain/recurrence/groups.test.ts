import { describe, expect, it } from 'vitest'
import { world } from '../../../mocks/world'
import { randomOf } from '../statistics/random'
import { day24, duration, instant } from '../units'
import { type Candidate, candidateOf } from './candidate'
import { findGroups } from './groups'

const candidate = (id: string, title: string, day: number, more: Partial<Candidate> = {}): Candidate => ({
  id,
  title,
  opened: instant(day * day24),
  workloads: ['ledger'],
  labels: [],
  ...more,
})
const rotation = [
  candidate('a', 'Card payments declined after certificate rotation', 1, {
    labels: ['card', 'eu'],
    length: duration(10),
  }),
  candidate('b', 'Card payments declined after a certificate rotation (2)', 11, {
    labels: ['card'],
    length: duration(30),
  }),
  candidate('c', 'Payments declined: certificate rotation', 31, { labels: ['card', 'us'] }),
]

function shuffled<T>(values: readonly T[], seed: number): readonly T[] {
  const random = randomOf(seed)
  return values
    .map((value) => ({ value, at: random() }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ value }) => value)
}

describe('findGroups', () => {
  it('proposes near titles of one workload, with the evidence', () => {
    expect(findGroups(rotation)).toEqual({
      groups: [
        {
          key: 'ledger: after card certificate declined payments rotation',
          title: 'Payments declined: certificate rotation',
          workload: 'ledger',
          incidents: rotation,
          words: ['certificate', 'declined', 'payments', 'rotation'],
          rare: ['certificate', 'declined', 'payments', 'rotation'],
          labels: ['card'],
          first: instant(day24),
          last: instant(31 * day24),
          medianGap: 15 * day24,
          medianLength: 20,
          measured: 2,
        },
      ],
      compared: 3,
      placeless: 0,
      wordless: 0,
    })
  })

  it.each([
    ['on several workloads', rotation.map((each, index) => ({ ...each, workloads: [`w${index}`] }))],
    ['without a workload', rotation.map((each) => ({ ...each, workloads: [] }))],
    ['only twice', rotation.slice(1)],
    ['within one day', rotation.map((each, index) => ({ ...each, opened: instant(index * 3_600_000) }))],
    [
      'with one word in common',
      ['Outage', 'Outage again', 'Outage'].map((title, day) => candidate(String(day), title, day * 3)),
    ],
    [
      'with ids for titles',
      ['INC0000045', 'INC0000047', 'INC0000057'].map((title, day) => candidate(title, title, day * 3)),
    ],
    [
      'that are a sort of alarm, which every workload has',
      Array.from({ length: 40 }, (_, index) =>
        candidate(String(index), 'Nightly task retried', index * 2, { workloads: [`w${index % 8}`] }),
      ),
    ],
  ])('proposes nothing %s', (_, candidates) => {
    expect(findGroups(candidates).groups).toEqual([])
  })

  it('leads from one wording to another only by the core, never by a chain', () => {
    const titles = [
      'alpha bravo charlie delta',
      'bravo charlie delta echo',
      'charlie delta echo foxtrot',
      'delta echo foxtrot golf',
    ]
    const chain = titles.flatMap((title, index) =>
      [0, 1, 2].map((time) => candidate(`${index}${time}`, title, index + time * 9)),
    )
    for (const group of findGroups(chain).groups) expect(group.words.length).toBeGreaterThanOrEqual(3)
    expect(findGroups(chain).groups.length).toBeGreaterThan(1)
  })

  it('lets the titles of one activity differ more', () => {
    const titles = [
      'queue consumer stuck after failover',
      'consumer stuck after failover',
      'queue consumer stuck overnight',
    ]
    const plain = titles.map((title, index) => candidate(String(index), title, index * 9))
    expect(findGroups(plain).groups).toEqual([])
    expect(findGroups(plain.map((each) => ({ ...each, activity: 'ledger/fail-over' }))).groups[0]?.activity).toBe(
      'ledger/fail-over',
    )
  })
})

describe('on the mock company, its problems hidden', () => {
  const { holdings, now } = world()
  const candidates = holdings.incidents.map((incident) => candidateOf(incident, now))
  const truth = new Map(holdings.incidents.map(({ id, problem }) => [id, problem]))
  const found = findGroups(candidates)

  it('puts no incident into two groups', () => {
    const all = found.groups.flatMap(({ incidents }) => incidents.map(({ id }) => id))
    expect(new Set(all).size).toBe(all.length)
  })

  it('says the same whatever the order', () => {
    for (const seed of [1, 2, 3]) expect(findGroups(shuffled(candidates, seed))).toEqual(found)
  })

  it('finds problems again, and hardly anything else', () => {
    const pure = found.groups.filter(({ incidents }) => {
      const [first, ...rest] = incidents.map(({ id }) => truth.get(id))
      return first !== undefined && rest.every((problem) => problem === first)
    })
    const recurring = [
      ...Map.groupBy(
        [...truth.values()].filter((each) => each !== undefined),
        (each) => each,
      ),
    ].filter(([, all]) => all.length > 2)
    const again = new Set(pure.map(({ incidents }) => truth.get(incidents[0]?.id ?? '')))
    const precision = pure.length / found.groups.length
    const recall = again.size / recurring.length
    // Measured: 25 groups, all of one problem (precision 1), for 25 of the 26 problems with three incidents (recall 0.96).
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })
})
