import { getResponse } from 'msw'
import { createChaos } from '../../mocks/chaos'
import { servicenowHandlers } from '../../mocks/servicenow/handlers'
import { type Instance, instanceOf, tellable } from '../../mocks/servicenow/tell'
import { worldNow } from '../../mocks/world'
import type { Facet, Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { readerOf } from '../../src/sources/paging'
import { openServicenow } from '../../src/sources/servicenow/source'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import { type Harness, type Telling, toldEntry } from './harness'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('servicenow')

const call = { signal: new AbortController().signal }
const world = smallWorld()
const instance = instanceOf(world)

/** What the instance holds of a part of the world. */
function partOf(part: Holdings): Instance {
  const ids = (facet: Facet) => new Set<string>(part[facet].map(({ id }) => id))
  const only = (table: string, name: string, known: ReadonlySet<string>, prefix = '') =>
    (instance[table] ?? []).filter((row) => known.has(`${prefix}${row[name]?.value ?? ''}`))
  return {
    ...instance,
    incident: only('incident', 'number', ids('incidents')),
    problem: only('problem', 'number', ids('problems')),
    sys_journal_field: only('sys_journal_field', 'sys_id', ids('timeline')),
    sys_audit: only('sys_audit', 'sys_id', ids('timeline')),
    sys_user_group: only('sys_user_group', 'sys_id', ids('parties'), 'team:'),
    sys_user: only('sys_user', 'sys_id', ids('parties'), 'person:'),
    cmdb_ci: only('cmdb_ci', 'sys_id', ids('workloads')),
  }
}

/** What was said is in the journal, what was changed in the audit; a link to a problem is in neither. */
const entries: Telling['entries'] = (expected) =>
  expected.flatMap(({ kind: told, text, from, to }) => {
    const kind = told === 'resume' ? 'state' : told
    if (kind === 'link') return []
    if (kind === 'note' || kind === 'update') return [toldEntry(kind, { text })]
    const resolution = kind === 'state' && to === 'resolved'
    const known = from === undefined || from === '' || from === 'unknown' ? undefined : from
    return [
      ...(text !== undefined && text !== '' && !resolution ? [toldEntry('note', { text })] : []),
      toldEntry(kind, { to, from: known }),
    ]
  })

/** The instance keeps its own moments and counts. */
const own = new Set(['clocks', 'updateDue', 'reassignments', 'reopened'])
let made = 0

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  const now = () => instant(worldNow + (seconds += 1) * 1000)
  const handlers = servicenowHandlers({ instance: partOf(part), now, chaos })
  hosts.set(host, handlers)
  const url = `http://${host}.servicenow.example`
  const source = openServicenow(
    { url },
    { id: 'servicenow', title: '', base: 'http://app.example/', now: () => worldNow + later },
    remoteEngine(hosted(createEngine('servicenow')), 'servicenow'),
  )
  const facets = ['workloads', 'parties', 'incidents', 'timeline', 'problems'] as const
  return Promise.resolve({
    source,
    offers: {
      facets,
      watched: facets,
      summaries: true,
      commands: ['set-state', 'set-severity', 'assign', 'add-entry', 'link-problem'],
    },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // The API does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      const look = async () => {
        for (const facet of facets)
          if (facet !== 'timeline') await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      const at = `${url}/api/now/table/incident/${encodeURIComponent(`sys ${part.incidents[0]?.id}`)}`
      const body = JSON.stringify({ short_description: `Changed at ${later}` })
      await getResponse([...handlers], new Request(at, { method: 'PATCH', body }))
      later += 60_000
      await look()
    },
    partial: { cannot: 'The Table API answers with a whole page or with an error' },
    carries: (command) => command.kind !== 'set-state' || command.to !== 'mitigating',
    telling: {
      record: (_facet, body) => Object.fromEntries(Object.entries(body).filter(([name]) => !own.has(name))),
      entries,
    },
    close: () => Promise.resolve(source.close()),
  })
}

describeSource('servicenow over MSW', tellable(world), make)
