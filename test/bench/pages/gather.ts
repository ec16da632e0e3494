import type { Incident } from '../../../src/domain/incident'
import { instant } from '../../../src/domain/units'
import { contractVersion, type Source } from '../../../src/sources/contract'
import { gathered } from '../../../src/sources/engine/gathered'
import { spawnEngine } from '../../../src/sources/engine/spawn'
import { offer, painted, seeded, type Steps, type Told } from './kit'

interface GatherParams {
  readonly rows: number
}

const begin = Date.UTC(2024, 10, 18)
const span = 104 * 7 * 86_400_000
const call = { signal: new AbortController().signal }

function incidentAt(index: number, random: () => number): Incident {
  const opened = instant(begin + Math.floor(random() * span))
  return {
    id: `INC-${index}`,
    title: `Card payments failing ${index % 997}`,
    severity: (1 + (index % 5)) as 1 | 2 | 3 | 4 | 5,
    state: 'closed',
    opened,
    clocks: { detected: opened, resolved: instant(opened + Math.floor(random() ** 4 * 900_000_000)) },
    workloads: [`w${index % 40}`],
    team: `team:t${index % 12}`,
    problem: `PRB-${index % 900}`,
    roles: [],
    factors: [],
    labels: [],
    links: [],
  }
}

/** A backend that lists page after page and can do nothing else. The page makes each record, as it would parse it. */
function listing({ rows }: GatherParams): Source {
  const random = seeded(3)
  return {
    contract: contractVersion,
    id: 'bench',
    title: 'Bench',
    readers: {
      incidents: {
        list: async (_query, { limit, cursor }) => {
          const from = Number(cursor ?? 0)
          const to = Math.min(rows, from + limit)
          const items = Array.from({ length: to - from }, (_, index) => incidentAt(from + index, random))
          return {
            items,
            total: rows,
            asOf: instant(begin + span),
            caveats: [],
            ...(to < rows && { cursor: String(to) }),
          }
        },
        get: async () => undefined,
      },
    },
    close: () => {},
  }
}

/** Does something, and lets the page come to rest. */
async function watched(work: () => Promise<number>): Promise<Told> {
  const start = performance.now()
  const drawn = await work()
  const ms = performance.now() - start
  await painted()
  return { ms, drawn }
}

function watchbill(params: GatherParams): Steps {
  const source = gathered(listing(params), spawnEngine('bench'), { now: () => performance.now() })
  const incidents = source.readers.incidents!
  const ask = async (more: object) => {
    const question = { query: {}, bucket: 'week', zone: 'UTC', by: ['severity'], now: instant(begin + span), ...more }
    const { summary } = await incidents.summarise!(question as never, call)
    return summary.cells.reduce((sum, cell) => sum + cell.count, 0)
  }
  return {
    gather: () => watched(async () => (await incidents.list({}, { limit: 1 }, call)).total ?? 0),
    count: () => watched(() => ask({ query: { teams: ['team:t1', 'team:t4'] } })),
    problems: () => watched(() => ask({ by: ['problem'] })),
    measure: () => watched(() => ask({ clock: 'resolve' })),
    text: () => watched(() => ask({ query: { text: 'payments 7' } })),
  }
}

offer<GatherParams>({ watchbill })
