import type { Incident } from '../../../src/domain/incident'
import { buckets } from '../../../src/domain/time/buckets'
import { instant } from '../../../src/domain/units'
import { createEngine } from '../../../src/sources/engine/engine'
import { offer, seeded, type Steps } from './kit'
import crossfilter from 'crossfilter2'

interface EngineParams {
  readonly rows: number
}

const begin = Date.UTC(2024, 10, 18)
const span = 104 * 7 * 86_400_000

function incidents({ rows }: EngineParams): Incident[] {
  const random = seeded(3)
  return Array.from({ length: rows }, (_, index) => {
    const opened = instant(begin + Math.floor(random() * span))
    return {
      id: `INC-${index}`,
      title: `${['Card payments failing', 'Latency above 4 s', 'Queue backlog', 'Login loop'][index % 4]} ${index % 997}`,
      severity: (1 + Math.floor(random() * 5)) as 1 | 2 | 3 | 4 | 5,
      state: 'closed',
      opened,
      clocks: { detected: opened, resolved: instant(opened + Math.floor(random() ** 4 * 900_000_000)) },
      workloads: [`w${index % 40}`],
      team: `team:t${index % 12}`,
      roles: [],
      factors: [],
      labels: [],
      links: [],
    }
  })
}

const teams = ['team:t1', 'team:t4', 'team:t7']
const now = instant(begin + span)
const question = (query: object) => ({ query, bucket: 'week' as const, zone: 'UTC', by: ['severity'] as const, now })

/** The same with what sources can tell besides. */
const rich = (params: EngineParams): Incident[] =>
  incidents(params).map((each, index) => ({
    ...each,
    factors: index % 3 === 0 ? [] : [`factor ${index % 9}`, `factor ${index % 7}`],
    activity: `activity ${index % 400}`,
    reassignments: index % 11,
    returns: index % 4,
    slaMet: index % 3 > 0,
    problem: `PRB-${index % 900}`,
  }))

/** Median of five, in milliseconds, after one to warm up. */
function timed(work: () => number): { ms: number; drawn: number } {
  const drawn = work()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).toSorted((left, right) => left - right)
  return { ms: times[2]!, drawn }
}

const weekly = (starts: Float64Array) => (at: number) => {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! > at) high = middle
    else low = middle + 1
  }
  return low - 1
}
const weekOf = () => weekly(Float64Array.from(buckets(instant(begin), now, 'week', 'UTC'), ({ start }) => start))

/** The filters alternate so that no implementation can answer from the last result. */
let turn = 0
const filters = [teams, ['team:t2', 'team:t5', 'team:t8'], ['team:t3', 'team:t6', 'team:t9']]
const nextTeams = () => filters[turn++ % 3]!

function watchbill(params: EngineParams): Steps {
  const given = incidents(params)
  const engine = createEngine('bench')
  return {
    load: async () => {
      const start = performance.now()
      engine.put('incidents', given)
      engine.count('incidents', question({}))
      return { ms: performance.now() - start }
    },
    regroup: async () =>
      timed(() =>
        engine.count('incidents', question({ teams: nextTeams() })).counts.reduce((sum, count) => sum + count, 0),
      ),
    text: async () =>
      timed(() =>
        engine
          .count('incidents', question({ text: `payments ${turn++ % 9}` }))
          .counts.reduce((sum, count) => sum + count, 0),
      ),
  }
}

/** How often a question is asked in a step; the time of one is a part of the step's. */
const calls = 5

/** What trends asks besides: dimensions whose columns are made when first asked for. */
function watchbillRich(params: EngineParams): Steps {
  const given = rich(params)
  const engine = createEngine('bench')
  const fixes = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`PRB-${at * 5}`, instant(begin + span / 2)]))
  // Another beginning each time, so that no answer comes from the last one.
  const ask = (by: string, more: object = {}, query: object = {}) =>
    engine
      .count('incidents', {
        ...question({ openedFrom: begin + turn++, ...query }),
        by: [by] as never,
        ...more,
      })
      .counts.reduce((sum, count) => sum + count, 0)
  const within = [{ by: 'severity', values: ['1'], zone: 'UTC', now }]
  const asks: Readonly<Record<string, () => number>> = {
    activity: () => ask('activity'),
    factor: () => ask('factor'),
    problem: () => ask('problem'),
    workload: () => ask('workload'),
    fixed: () => ask('fixed', { fixes }),
    review: () => ask('review', { bucket: undefined }),
    measure: () => ask('severity', { bucket: undefined, clock: 'resolve' }),
    measureWeekly: () => ask('severity', { clock: 'resolve' }),
    measureProblems: () => ask('problem', { bucket: undefined, clock: 'resolve' }),
    within: () => ask('severity', {}, { within }),
  }
  // One step for the first ask, which makes what later ones find, and one for those.
  const steps = Object.entries(asks).map(([name, work]): [string, Steps[string]] => [
    name,
    async () => {
      for (let call = 0; call < calls; call += 1) work()
      return { calls }
    },
  ])
  const firsts = Object.entries(asks).map(([name, work]): [string, Steps[string]] => [
    `${name}First`,
    async () => ({ drawn: work() }),
  ])
  return {
    load: async () => {
      const start = performance.now()
      engine.put('incidents', given)
      engine.count('incidents', question({}))
      return { ms: performance.now() - start }
    },
    ...Object.fromEntries(firsts),
    ...Object.fromEntries(steps),
    // What the trends page asks after a filter, all of it, each question as it asks it.
    board: async () => {
      for (let call = 0; call < calls; call += 1) {
        const query = { openedFrom: instant(begin + turn++), teams: nextTeams() }
        for (const [by, more] of [
          [['severity'], { clock: 'resolve' }],
          [['severity'], { clock: 'acknowledge' }],
          [['problem'], {}],
          [['hourOfWeek'], { bucket: undefined }],
          [[], { bucket: 'day', clock: 'resolve' }],
          [['problem'], { bucket: undefined, clock: 'resolve' }],
        ] as const)
          engine.count('incidents', { ...question(query), by, ...more } as never)
      }
      return { calls }
    },
  }
}

function objects(params: EngineParams): Steps {
  const given = incidents(params)
  const bucket = weekOf()
  const count = (keep: (incident: Incident) => boolean) => {
    const cells = new Map<number, number>()
    let kept = 0
    for (const incident of given.filter(keep)) {
      const key = bucket(incident.opened) * 8 + incident.severity!
      cells.set(key, (cells.get(key) ?? 0) + 1)
      kept += 1
    }
    return kept
  }
  return {
    load: async () => ({ ms: 0.01 }),
    regroup: async () => {
      return timed(() => {
        const wanted = new Set<string | undefined>(nextTeams())
        return count((incident) => wanted.has(incident.team))
      })
    },
    text: async () =>
      timed(() => {
        const number = String(turn++ % 9)
        return count((incident) => {
          const words = `${incident.id} ${incident.title}`.toLowerCase()
          return words.includes('payments') && words.includes(number)
        })
      }),
  }
}

function crossfilter2(params: EngineParams): Steps {
  const given = incidents(params)
  const bucket = weekOf()
  let cells: { all: () => readonly { value: unknown }[] }
  let byTeam: { filterFunction: (keep: (team: unknown) => boolean) => unknown; filterAll: () => unknown }
  let byText: { filterFunction: (keep: (text: unknown) => boolean) => unknown; filterAll: () => unknown }
  const total = () => cells.all().reduce((sum, { value }) => sum + Number(value), 0)
  return {
    load: async () => {
      const start = performance.now()
      const data = crossfilter(given)
      byTeam = data.dimension((incident) => incident.team!) as never
      byText = data.dimension((incident) => `${incident.id} ${incident.title}`.toLowerCase()) as never
      cells = data.dimension((incident) => bucket(incident.opened) * 8 + incident.severity!).group() as never
      cells.all()
      return { ms: performance.now() - start }
    },
    regroup: async () => {
      const told = timed(() => {
        const wanted = new Set<unknown>(nextTeams())
        byTeam.filterFunction((team) => wanted.has(team))
        return total()
      })
      byTeam.filterAll()
      return told
    },
    text: async () =>
      timed(() => {
        const number = String(turn++ % 9)
        byText.filterFunction((text) => String(text).includes('payments') && String(text).includes(number))
        return total()
      }),
  }
}

offer<EngineParams>({ watchbill, watchbillRich, objects, crossfilter2 })
