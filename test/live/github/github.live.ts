import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repository } from '../../../mocks/github/tell'
import type { Command } from '../../../src/domain/command'
import { type Holdings } from '../../../src/domain/query/facets'
import { instant } from '../../../src/domain/units'
import type { Source } from '../../../src/sources/contract'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { openGithub } from '../../../src/sources/github/source'
import { type Proxy, startProxy } from '../proxy'
import { type Github, signedIn, startGithub } from './server'
import type { Script } from './world'

const call = { signal: new AbortController().signal }
const many = 230
const begun = instant(Date.UTC(2026, 9, 1))
/** So many incidents, one a minute. */
const scripts: readonly Script[] = Array.from({ length: many }, (_, index) => ({
  created: instant(begun + index * 60_000),
  first: { title: `Incident ${index + 1}`, labels: ['incident', 'severity:2'] },
  steps: [],
}))
const nobody: Holdings = {
  workloads: [], activities: [], assignments: [], parties: [], events: [], incidents: [], timeline: [], problems: [],
  improvements: [], requests: [],
} // prettier-ignore

let github: Github
let proxy: Proxy
/** The paths that a source has asked for. */
const asked: string[] = []
beforeAll(async () => {
  github = await startGithub(scripts, nobody, () => true)
  proxy = await startProxy()
})
afterAll(async () => {
  await proxy.stop()
  await github.stop()
})

function opened(name: string, headers?: Readonly<Record<string, string>>): Source {
  const rewrite = (path: string, method: string) => {
    asked.push(`${method} ${path}`)
    return path
  }
  proxy.route(`/${name}`, { to: github.url, rewrite, ...(headers && { headers }) })
  return openGithub(
    { url: `${proxy.url}/${name}`, repository },
    { id: 'github', title: '', base: proxy.url, now: () => Date.now() },
    remoteEngine(hosted(createEngine('github')), 'github'),
  )
}
let keys = 0
const send = (of: Source, command: Command, key = `key-${(keys += 1)}`) =>
  of.commands?.send({ key, actor: 'Kim', at: instant(Date.now()), command }, call)

describe('GitHub, as emulate 0.12.2 has it', { concurrent: false }, () => {
  it('is read page after page, a hundred at a time', async () => {
    const source = opened('paged', signedIn('paged'))
    const page = await source.readers.incidents?.list({}, { limit: 1000 }, call)
    expect(page?.items.map(({ title }) => title)).toEqual(scripts.map(({ first }) => first.title).toReversed())
    expect(
      asked.filter((path) => path.includes('/issues?')).map((path) => /per_page=\d+&page=\d+/.exec(path)?.[0]),
    ).toEqual([1, 2, 3].map((number) => `per_page=100&page=${number}`))
    source.close()
  })

  it('is given a comment once, also by another session, with a mark that nobody sees', async () => {
    const [source, other] = [opened('one', signedIn('one')), opened('other', signedIn('other'))]
    const note = { kind: 'add-entry', incident: `${repository}#7`, entry: 'note', text: 'It was the „cache“.' } as const
    await send(source, note, 'note-1')
    await send(other, note, 'note-1')
    await send(other, note, 'note-2')
    const comments: unknown = await (await fetch(`${github.url}/repos/${repository}/issues/7/comments`)).json()
    expect(comments).toMatchObject(
      ['note-1', 'note-2'].map((key) => ({ body: `It was the „cache“.\n\n<!-- watchbill:${key} -->` })),
    )
    source.close()
    other.close()
  })

  it('lets everybody read what is public, and refuses commands without a token', async () => {
    const source = opened('nobody')
    expect((await source.readers.incidents?.list({}, { limit: 1 }, call))?.items).toHaveLength(1)
    const command = { kind: 'set-severity', incident: `${repository}#8`, to: 1, reason: 'Worse' } as const
    await expect(send(source, command)).rejects.toMatchObject({ fault: 'unauthenticated' })
    expect((await source.readers.incidents?.get(`${repository}#8`, call))?.severity).toBe(2)
    source.close()
  })

  it('says that the requests of the hour are used up, and for how long', async () => {
    const headers = signedIn('used up')
    const source = opened('used', headers)
    const ask = async () => {
      const response = await fetch(`${github.url}/rate_limit`, { headers })
      await response.body?.cancel()
      return response.status
    }
    for (let spent = 0; spent < 5_000; spent += 50) await Promise.all(Array.from({ length: 50 }, ask))
    expect(await ask()).toBe(403)
    const refused = source.readers.incidents?.list({}, { limit: 1 }, call)
    // No more than ten minutes are believed, however long the hour is.
    await expect(refused).rejects.toMatchObject({ fault: 'rate-limited', retryAfter: 600_000 })
    source.close()
  })
})
