import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loginsOf, repository } from '../../../mocks/github/tell'
import type { Holdings } from '../../../src/domain/query/facets'
import type { Instant } from '../../../src/domain/units'
import { answers, freePort, scratch, start } from '../servers'
import { everybody, type Script, somebody } from './world'

export interface Github {
  /** What stands before `/repos`. */
  readonly url: string
  /** Changes an issue other than through the source. */
  readonly rename: (number: number, title: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** What a proxy adds. The emulator takes every token, and counts the requests of each. */
export const signedIn = (token: string) => ({ authorization: `Bearer ${token}` })

const [owner = '', name = ''] = repository.split('/')

/** Whether an issue is of this part of the world, by its number. */
function partOf({ incidents, problems }: Holdings): (number: number) => boolean {
  const shown = new Set([...incidents, ...problems].map(({ id }) => Number(id.split('#')[1])))
  return (number) => shown.has(number)
}

/**
 * Starts the emulator and does what the scripts say, at their moments. Issues that are not of this part of the world are
 * made as well, without the label that would tell them: numbers of issues and of events are those of the whole.
 */
export async function startGithub(scripts: readonly Script[], part: Holdings, isShown = partOf(part)): Promise<Github> {
  const logins = everybody(part, scripts)
  const tokens = Object.fromEntries(logins.map((login, index) => [`as-${index}`, { login }]))
  const folder = scratch('github')
  const seed = join(folder.path, 'seed.json')
  const members = logins.map((login) => ({ login, role: 'admin' }))
  const github = {
    users: logins.map((login) => ({ login, name: login })),
    orgs: [{ login: owner, members }],
    repos: [{ owner, name, auto_init: false }],
  }
  writeFileSync(seed, JSON.stringify({ tokens, github }))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const started = await start({
    command: process.execPath,
    args: ['serve.mjs', `${port}`, seed],
    cwd: import.meta.dirname,
    ready: () => answers(`${url}/repos/${repository}`),
  })

  /** Without a moment, as of now. */
  async function sendAs(login: string, method: 'POST' | 'PUT' | 'PATCH', path: string, body: object, at?: Instant) {
    const headers = {
      ...signedIn(`as-${logins.indexOf(login)}`),
      'content-type': 'application/json',
      ...(at !== undefined && { 'x-clock': String(at) }),
    }
    const response = await fetch(`${url}/repos/${repository}${path}`, { method, headers, body: JSON.stringify(body) })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  }

  const hidden = (labels: readonly string[], number: number) =>
    isShown(number) ? labels : labels.map((label) => label.replace(/^(incident|problem)$/, '$1 of others'))
  for (const login of loginsOf(part)) await sendAs(somebody, 'PUT', `/collaborators/${encodeURIComponent(login)}`, {})
  for (const [index, { created, first, steps }] of scripts.entries()) {
    const number = index + 1
    await sendAs(somebody, 'POST', '/issues', { ...first, labels: hidden(first.labels, number) }, created)
    for (const { at, actor, change } of steps) {
      const { labels } = change
      const sent = { ...change, ...(labels && { labels: hidden(labels, number) }) }
      await sendAs(actor, 'PATCH', `/issues/${number}`, sent, at)
    }
  }
  return {
    url,
    rename: (number, title) => sendAs(somebody, 'PATCH', `/issues/${number}`, { title }),
    stop: async () => {
      await started.stop()
      folder.remove()
    },
  }
}
