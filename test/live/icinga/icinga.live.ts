import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../../src/domain/command'
import type { Incident } from '../../../src/domain/incident'
import { instant } from '../../../src/domain/units'
import type { Source } from '../../../src/sources/contract'
import { createEngine } from '../../../src/sources/engine/engine'
import { hosted } from '../../../src/sources/engine/host'
import { remoteEngine } from '../../../src/sources/engine/remote'
import { openIcinga } from '../../../src/sources/icinga/source'
import { type Proxy, startProxy } from '../proxy'
import { signedIn, startIcinga } from './serve'

const objects = `
object Host "web1" { import "told", display_name = "Web 1", vars.workload = "portal", vars.team = "web" }
object Host "odd \\"1\\"" { import "told" }
object Service "http" { import "told", host_name = "web1", display_name = "HTTP", groups = [ "edge" ] }
object Service "disk" { import "told", host_name = "web1", vars.workload = "storage", max_check_attempts = 2 }
object ServiceGroup "edge" { }
`
const call = { signal: new AbortController().signal }
const patient = { timeout: 15_000, interval: 200 }

let icinga: Awaited<ReturnType<typeof startIcinga>>
let proxy: Proxy
let source: Source
/** Asks by itself no more than every hour: what is new is told by the stream. */
const opened = (): Source =>
  openIcinga(
    { url: 'icinga', renewSeconds: 3600 },
    { id: 'live', title: '', base: `${proxy.url}/`, now: () => Date.now() },
    remoteEngine(hosted(createEngine('live')), 'live'),
  )
beforeAll(async () => {
  icinga = await startIcinga(objects)
  proxy = await startProxy()
  proxy.route('/icinga', { to: icinga.url, headers: signedIn })
  for (const object of ['web1', 'odd "1"', 'web1!http', 'web1!disk']) await icinga.check(object, 0, 'fine')
  source = opened()
})
afterAll(async () => {
  source.close()
  await proxy.stop()
  await icinga.stop()
})

const incidents = async (of = source): Promise<readonly Incident[]> =>
  (await of.readers.incidents?.list({}, { limit: 100 }, call))?.items ?? expect.unreachable('it has incidents')
const entries = async (of = source) => (await of.readers.timeline?.list({}, { limit: 100 }, call))?.items ?? []
let keys = 0
const send = (command: Command, key = `key-${(keys += 1)}`, of = source) =>
  of.commands?.send({ key, actor: 'Kim Okafor', at: instant(Date.now()), command }, call)

describe('Icinga 2.13 through a proxy', { concurrent: false }, () => {
  it('has no incident while all is well, and says that it tells only of now', async () => {
    const page = await source.readers.incidents?.list({}, { limit: 100 }, call)
    expect(page?.items).toEqual([])
    expect(page?.caveats.map(({ kind }) => kind)).toEqual(['truncated'])
  })

  it('tells a problem within five seconds, by its stream', async () => {
    let told = 0
    const stop = source.readers.incidents?.watch?.(() => void (told += 1))
    // Something happens until the stream is there and tells it.
    const stir = () => icinga.act('add-comment', 'web1', { author: 'live', comment: 'Is anybody there?' })
    await expect.poll(() => stir().then(() => told), patient).toBeGreaterThan(0)
    const began = Date.now()
    await icinga.check('web1!http', 2, 'HTTP CRITICAL - 503\nmore of it')
    await expect.poll(() => incidents(), patient).toHaveLength(1)
    expect(Date.now() - began).toBeLessThan(6_500)
    stop?.()
    const [incident] = await incidents()
    expect(incident).toMatchObject({
      title: 'HTTP on Web 1: HTTP CRITICAL - 503',
      state: 'triggered',
      severity: 2,
      workloads: ['portal'],
      team: 'team:web',
      labels: ['edge'],
      detection: 'alarm',
    })
    expect(Math.abs((incident?.opened ?? 0) - began)).toBeLessThan(3_000)
  })

  it('waits for a hard state, tells hosts too, and names with quotes', async () => {
    await icinga.check('web1!disk', 1, 'DISK WARNING')
    await icinga.check('odd "1"', 1, 'gone')
    const fresh = opened()
    const told = (await incidents(fresh)).map(({ title, severity }) => [title, severity] as const)
    expect(new Map(told)).toEqual(
      new Map([
        ['HTTP on Web 1: HTTP CRITICAL - 503', 2],
        ['odd "1": gone', 1],
      ]),
    )
    await icinga.check('web1!disk', 1, 'DISK WARNING')
    const other = opened()
    expect((await incidents(other)).map(({ severity, workloads }) => [severity, ...workloads])).toContainEqual([
      3,
      'storage',
    ])
    fresh.close()
    other.close()
  })

  it('acknowledges, comments, and refuses what it cannot, with the reason', async () => {
    const [found] = (await incidents()).filter(({ title }) => title.startsWith('HTTP'))
    const incident = found?.id ?? ''
    await entries()
    const receipt = await send({ kind: 'set-state', incident, to: 'acknowledged', note: 'I have it' }, 'ack')
    expect(receipt?.changed.timeline).toHaveLength(1)
    await send({ kind: 'set-state', incident, to: 'acknowledged', note: 'I have it' }, 'ack')
    const now = await source.readers.incidents?.get(incident, call)
    expect(now?.state).toBe('acknowledged')
    expect(Math.abs((now?.clocks.acknowledged ?? 0) - Date.now())).toBeLessThan(5_000)
    await send({ kind: 'add-entry', incident, entry: 'note', text: '„Ja“ \\ "so"' })
    const told = (await entries()).map(({ kind, text, actor, to }) => [kind, to, text, actor])
    expect(told).toEqual([
      ['state', 'acknowledged', 'I have it', 'Kim Okafor'],
      ['note', undefined, '„Ja“ \\ "so"', 'Kim Okafor'],
    ])
    await expect(send({ kind: 'set-state', incident, to: 'resolved' })).rejects.toThrow(/when a check finds it well/)
    await expect(send({ kind: 'set-state', incident, to: 'acknowledged' })).rejects.toThrow(/acknowledged already/)
    await expect(send({ kind: 'add-entry', incident: 'nobody@x', entry: 'note', text: 'x' })).rejects.toThrow(
      /no problem/,
    )
  })

  it('takes an acknowledgement back, unless somebody else was there first, and says so', async () => {
    const here = opened()
    const [found] = (await incidents(here)).filter(({ title }) => title.startsWith('odd'))
    const incident = found?.id ?? ''
    const state = async () => (await here.readers.incidents?.get(incident, call))?.state
    const acknowledge = { kind: 'set-state', incident, to: 'acknowledged' } as const
    await send(acknowledge, 'mistaken', here)
    expect(await state()).toBe('acknowledged')
    await send({ kind: 'undo', of: 'mistaken' }, 'undone', here)
    expect(await state()).toBe('triggered')
    const told = (await entries(here)).filter((entry) => entry.incident === incident)
    expect(told.map(({ kind, text }) => [kind, text])).toEqual([['note', 'Took back the acknowledgement.']])
    await send({ ...acknowledge, note: 'Now I have it' }, 'taken', here)
    await icinga.act('remove-acknowledgement', 'odd "1"', {})
    await icinga.act('acknowledge-problem', 'odd "1"', { author: 'Ada', comment: 'Mine' })
    await expect(send({ kind: 'undo', of: 'taken' }, 'too late', here)).rejects.toMatchObject({ fault: 'conflict' })
    expect(await state()).toBe('acknowledged')
    here.close()
  })

  it('carries a command out once, though another browser session sends it again', async () => {
    const [{ id: incident } = { id: '' }] = (await incidents()).filter(({ title }) => title.startsWith('HTTP'))
    const again = opened()
    await send({ kind: 'add-entry', incident, entry: 'note', text: 'Sent twice' }, 'twice')
    await send({ kind: 'add-entry', incident, entry: 'note', text: 'Sent twice' }, 'twice', again)
    const texts = (await entries(again)).map(({ text }) => text)
    expect(texts.filter((text) => text === 'Sent twice')).toHaveLength(1)
    again.close()
  })

  it('begins another incident when the same thing breaks again', async () => {
    const before = (await incidents()).find(({ title }) => title.startsWith('HTTP'))?.id
    await icinga.check('web1!http', 1, 'slow')
    const changed = opened()
    expect((await incidents(changed)).map(({ id }) => id)).toContain(before)
    await icinga.check('web1!http', 0, 'fine')
    await icinga.check('web1!http', 2, 'down again')
    const fresh = opened()
    const [other, ...more] = (await incidents(fresh)).filter(({ title }) => title.startsWith('HTTP'))
    expect(more).toEqual([])
    expect(other?.id).not.toBe(before)
    expect(other?.state).toBe('triggered')
    // Comments of the problem before stay on the service; they are not told of this one.
    const ours = (await entries(fresh)).filter(({ incident }) => incident === other?.id)
    expect(ours.map(({ text }) => text)).toEqual([])
    fresh.close()
    changed.close()
  })
})
