import { ownershipOf } from '../../../src/domain/coverage'
import { type Finder, finderOf } from '../../../src/domain/find/finder'
import type { Activity, Assignment, Party, Workload } from '../../../src/domain/ownership'
import { instant } from '../../../src/domain/units'
import { offer, seeded, type Steps, type Told } from './kit'

interface FindParams {
  readonly entries: number
}

const verbs = ['Deploy', 'Restore', 'Rotate', 'Patch', 'Scale', 'Drain', 'Approve', 'Archive', 'Renew', 'Fail over']
const things = ['certificates', 'payments', 'ledger', 'gateway', 'backups', 'consumers', 'replicas', 'firewall']
const places = ['Oslo', 'Lagos', 'Kyoto', 'Lima', 'Quebec', 'Tromsø', 'Nairobi', 'Zürich']
const first = ['Ada', 'Bo', 'Chidi', 'Dunja', 'Emre', 'Fatima', 'Goran', 'Hana', 'Ines', 'Jomo']

/** Seven in ten entries are activities, the rest workloads, teams, people and the alerts that activities answer. */
function records({ entries }: FindParams) {
  const random = seeded(11)
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)]!
  const some = <T>(share: number, make: (index: number) => T) =>
    Array.from({ length: Math.round(entries * share) }, (_, index) => make(index))
  const workloads = some(0.1, (index): Workload => ({
    id: `w${index}`,
    name: `${one(places)} ${one(things)} ${index}`,
    tags: [],
  }))
  const teams = some(0.02, (index): Party => ({
    type: 'team',
    id: `team:t${index}`,
    name: `${one(things)} ${one(places)} ${index}`,
    contacts: [{ kind: 'chat', text: `#t${index}` }],
    tags: [],
  }))
  const people = some(0.08, (index): Party => ({
    type: 'person',
    id: `person:p${index}`,
    name: `${one(first)} ${one(places)}sen ${index}`,
    teams: [`team:t${index % teams.length}`],
    contacts: [],
    tags: [],
    active: true,
  }))
  const alerts = some(0.1, (index) => `Kube${one(verbs).replace(' ', '')}Failing${index}`)
  const activities = some(0.7, (index): Activity => ({
    id: `a${index}`,
    name: `${one(verbs)} ${one(places)} ${one(things)} ${index}`,
    workload: `w${index % workloads.length}`,
    kind: 'procedure',
    events: alerts.slice(index, index + 1),
    tags: [],
  }))
  const assignments = activities.flatMap(({ id }, index): Assignment[] => [
    { id: `${id}A`, activity: id, role: 'A', party: `team:t${index % teams.length}`, claim: 'declared' },
    { id: `${id}R`, activity: id, role: 'R', party: `person:p${index % people.length}`, claim: 'declared' },
  ])
  const parties = [...teams, ...people]
  const told = [{ source: 'one', activities, assignments }]
  return {
    parties,
    workloads,
    ownership: ownershipOf({ activities, assignments, parties, workloads, told }, instant(0)),
  }
}

function watchbill(params: FindParams): Steps {
  const given = records(params)
  let finder: Finder
  /** The worst of several texts, each the median of five, with the answers beside the hits that are shown. */
  const worst = (texts: readonly string[]): Told => {
    let drawn = 0
    const medians = texts.map((text) => {
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now()
        const hits = finder.find(text, 6).flatMap(({ items }) => items)
        hits.forEach((hit) => finder.answer(hit))
        if (hits.length === 0) throw new Error(`nothing is found for “${text}”: that is no work`)
        drawn += hits.length
        return performance.now() - start
      })
      return times.toSorted((left, right) => left - right)[2]!
    })
    return { ms: Math.max(...medians), drawn }
  }
  return {
    index: async () => {
      const start = performance.now()
      finder = finderOf(given)
      return { ms: performance.now() - start }
    },
    first: async () => {
      const start = performance.now()
      finder.find('resto', 6).forEach(({ items }) => items.forEach((hit) => finder.answer(hit)))
      return { ms: performance.now() - start }
    },
    letter: async () => worst(['a', 'k', 'o', 's']),
    words: async () => worst(['oslo ledger', 'patch firew', 'rep lim', 'hana kyotosen']),
    slips: async () => worst(['certifcates troms', 'rotaet gatway', 'qubec consumres', 'archvie firewal']),
  }
}

offer<FindParams>({ watchbill })
