import { afterAll, beforeAll } from 'vitest'
import type { Holdings } from '../../../src/domain/query/facets'
import { instant } from '../../../src/domain/units'
import { repository } from '../../../mocks/github/tell'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { openGithub } from '../../../src/sources/github/source'
import { readerOf } from '../../../src/sources/paging'
import { describeSource } from '../../conformance/describeSource'
import { githubTelling } from '../../conformance/githubTelling'
import type { Harness, ToldEntry } from '../../conformance/harness'
import { smallWorld } from '../../conformance/world'
import { failingBy } from '../failures'
import { type Proxy, startProxy } from '../proxy'
import { type Github, signedIn, startGithub } from './server'
import { holdingsOf, scriptsOf } from './world'

const call = { signal: new AbortController().signal }
const world = smallWorld()
const scripts = scriptsOf(world)

interface Running {
  readonly github: Github
  /** Something was changed in it: who wants the world as it was gets another. */
  touched: boolean
}

/** A server for each part of the world: who asks for the same part shares it. */
const servers = new Map<Holdings, Promise<Running>>()
let proxy: Proxy
beforeAll(async () => {
  proxy = await startProxy()
})
afterAll(async () => {
  await proxy.stop()
  for (const each of servers.values()) await (await each).github.stop()
})

async function serverOf(part: Holdings): Promise<Running> {
  const known = await servers.get(part)
  if (known && !known.touched) return known
  await known?.github.stop()
  const fresh = startGithub(scripts, part).then((github) => ({ github, touched: false }))
  servers.set(part, fresh)
  return fresh
}

let made = 0

async function make(part: Holdings): Promise<Harness> {
  const name = `h${(made += 1)}`
  const path = `/${name}`
  const running = await serverOf(part)
  let later = 0
  // The emulator knows collaborators, who can all be assigned, and does not list them as assignees.
  const rewrite = (asked: string, method: string) => {
    running.touched ||= method !== 'GET'
    return asked.replace(/\/assignees\?/, '/collaborators?')
  }
  proxy.route(path, { to: running.github.url, headers: signedIn(name), rewrite })
  const source = openGithub(
    { url: `${proxy.url}${path}`, repository },
    { id: 'github', title: '', base: proxy.url, now: () => Date.now() + later },
    remoteEngine(hosted(createEngine('github')), 'github'),
  )
  const facets = ['parties', 'incidents', 'timeline', 'problems'] as const
  return {
    source,
    offers: {
      facets,
      watched: facets,
      summaries: true,
      commands: ['add-entry', 'set-state', 'set-severity', 'assign', 'link-problem'],
    },
    now: () => instant(Date.now() + later + 1000),
    faults: failingBy(proxy, path),
    // GitHub does not tell of changes: what is looked at is asked for again when it is old, and then told.
    change: async () => {
      running.touched = true
      const look = async () => {
        for (const facet of ['parties', 'incidents', 'problems'] as const)
          await readerOf(source, facet)?.list({}, { limit: 1 }, call)
      }
      await look()
      await running.github.rename(Number(part.incidents[0]?.id.split('#')[1]), `Changed at ${later}`)
      later += 60_000
      await look()
    },
    partial: { cannot: 'GitHub answers with a whole page or with an error' },
    telling: {
      ...githubTelling,
      // The timeline of the emulator has no comments in it, that of GitHub has; and it writes down that an issue was closed
      // or opened before how it was labelled.
      entries: (expected) => {
        const all = githubTelling.entries(expected).filter(({ kind }) => kind !== 'note')
        const isOwn = ({ kind, from, to }: ToldEntry) => kind === 'state' && (from === 'closed' || to === 'closed')
        return [...all.filter(isOwn), ...all.filter((each) => !isOwn(each))]
      },
    },
    close: () => Promise.resolve(source.close()),
  }
}

describeSource('GitHub, as emulate 0.12.2 has it, through a proxy', holdingsOf(world, scripts), make)
