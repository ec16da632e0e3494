import { getResponse } from 'msw'
import { createChaos } from '../../mocks/chaos'
import { githubHandlers } from '../../mocks/github/handlers'
import { loginsOf, repository, tellable, threadsOf } from '../../mocks/github/tell'
import { worldNow } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { createEngine } from '../../src/sources/engine/engine'
import { hosted } from '../../src/sources/engine/host'
import { remoteEngine } from '../../src/sources/engine/remote'
import { openGithub } from '../../src/sources/github/source'
import { readerOf } from '../../src/sources/paging'
import { describeSource } from './describeSource'
import { hostsOf } from './hosts'
import { githubTelling } from './githubTelling'
import type { Harness } from './harness'
import { shownBy } from './switches'
import { smallWorld } from './world'

const hosts = hostsOf('github')

let made = 0

function make(part: Holdings): Promise<Harness> {
  const host = `h${(made += 1)}`
  const chaos = createChaos()
  let seconds = 0
  let later = 0
  const now = () => instant(worldNow + (seconds += 1) * 1000)
  hosts.set(host, githubHandlers({ threads: threadsFor(part), logins: loginsFor(part), now, chaos }))
  const source = openGithub(
    { url: `http://${host}.github.example`, repository },
    { id: 'github', title: '', base: 'http://app.example/', now: () => worldNow + later },
    remoteEngine(hosted(createEngine('github')), 'github'),
  )
  return Promise.resolve({
    source,
    offers: {
      facets: ['parties', 'incidents', 'timeline', 'problems'],
      watched: ['parties', 'incidents', 'timeline', 'problems'],
      summaries: true,
      commands: ['add-entry', 'set-state', 'set-severity', 'assign', 'link-problem'],
    },
    now: () => instant(worldNow + seconds * 1000 + 1000),
    faults: shownBy(chaos),
    // GitHub does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      const look = async () => {
        for (const facet of ['parties', 'incidents', 'problems'] as const)
          await readerOf(source, facet)?.list({}, { limit: 1 }, { signal: new AbortController().signal })
      }
      await look()
      const [{ issue } = { issue: undefined }] = threadsFor(part).filter((each) => each.events.length > 0)
      const url = `http://${host}.github.example/repos/${repository}/issues/${issue?.number ?? 0}`
      const request = new Request(url, { method: 'PATCH', body: JSON.stringify({ title: `Changed at ${later}` }) })
      await getResponse([...(hosts.get(host) ?? [])], request)
      later += 60_000
      await look()
    },
    partial: { cannot: 'GitHub answers with a whole page or with an error' },
    telling: githubTelling,
    close: () => Promise.resolve(source.close()),
  })
}

const world = smallWorld()
const whole = tellable(world)
const threads = threadsOf(world)
/** The issues of a part of the world. */
const threadsFor = (part: Holdings) => {
  const numbers = new Set([...part.incidents, ...part.problems].map(({ id }) => Number(id.split('#')[1])))
  const entryIds = new Set(part.timeline.map(({ id }) => id))
  return threads
    .filter(({ issue }) => numbers.has(issue.number))
    .map(({ issue, events }) => ({
      issue,
      events: events.filter(({ id }) => entryIds.has(`${repository}#${issue.number}/${id}`)),
    }))
}
const loginsFor = (part: Holdings) => loginsOf(part)

describeSource('github over MSW', whole, make)
