import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CommandEnvelope } from '../../domain/command'
import { instant } from '../../domain/units'
import { type Progress, type Source, SourceError } from '../contract'
import type { GivenFile } from './given'
import { createHost } from './host'
import { defaultLimits } from './limits'
import { createShelf } from './shelf'
import { type FilesOptions, type FilesParts, openFiles } from './source'
import { memoryStore, type Store } from './store'

const now = Date.UTC(2026, 5, 1)
const never = { signal: new AbortController().signal }
const opening = { id: 'own', title: 'Own', base: 'http://app.example/sub/', now: () => now }

const incident = { id: 'I1', title: 'One', state: 'triggered', clocks: { detected: '2026-05-01T10:00:00Z' } }
const given = (files: Readonly<Record<string, string>>): readonly GivenFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, blob: new Blob([text]) }))
const incidents = given({ 'incidents.jsonl': JSON.stringify(incident) })

async function stored(files: readonly GivenFile[]): Promise<Store> {
  const store = memoryStore()
  await store.keep({ id: 'w', title: 'W', files: files.length, bytes: 0 }, files)
  return store
}
const open = async (files: readonly GivenFile[], parts: FilesParts = {}) =>
  openFiles({ workspace: 'w' }, opening, { store: await stored(files), ...parts })
const first = async (source: Source) => (await source.readers.incidents?.list({}, { limit: 1 }, never))?.items[0]

const note: CommandEnvelope = {
  key: 'k1',
  actor: 'N. Rahimi',
  at: instant(now),
  version: '0',
  command: { kind: 'set-state', incident: 'I1', to: 'acknowledged' },
}

describe('local edits', () => {
  it('are shown at once, survive reopening, and are forgotten with the workspace', async () => {
    const store = await stored(incidents)
    const source = await open(incidents, { store })
    let calls = 0
    source.readers.incidents?.watch?.(() => (calls += 1))
    await source.commands?.send(note, never)
    await source.commands?.send(note, never)
    expect(await first(source)).toMatchObject({ state: 'acknowledged', version: '1' })
    expect(calls).toBeGreaterThan(0)
    source.close()

    const again = await open(incidents, { store })
    expect(await first(again)).toMatchObject({ state: 'acknowledged', version: '1' })
    expect(await store.journal('w')).toHaveLength(1)
    again.close()

    await store.remove('w')
    expect(await store.journal('w')).toEqual([])
    await expect(openFiles({ workspace: 'w' }, opening, { store })).rejects.toThrow(/no longer has the files/)
  })

  it('that no longer fit the files are set aside, not lost in silence', async () => {
    const store = await stored(incidents)
    await store.append('w', { ...note, command: { kind: 'set-state', incident: 'gone', to: 'resolved' } })
    const source = await open(incidents, { store })
    expect(await source.setAside?.(never)).toEqual([
      {
        facet: 'incidents',
        record: 'gone',
        place: 'local edits',
        reason: 'set-state no longer fits: There is no incident gone here.',
      },
    ])
    source.close()
  })
})

describe('opening', () => {
  it('offers what the files tell, and no more', async () => {
    const source = await open(given({ 'o.yaml': 'teams: [{id: a}]\n' }))
    expect(Object.keys(source.readers).toSorted()).toEqual([
      'activities',
      'assignments',
      // Made here, and so read from here.
      'improvements',
      'parties',
      'requests',
      'workloads',
    ])
    expect(source.commands?.takes).toEqual([
      'mark-reviewed',
      'request-change',
      'decide-change',
      'give-feedback',
      'record-improvement',
      'set-improvement',
      'undo',
    ])
    expect(source.snapshot).toBe(true)
    source.close()
  })

  it('refuses files of which nothing is known, and a broken manifest with its line', async () => {
    await expect(open(given({ 'a.xyz': 'what', 'README.md': '' }))).rejects.toThrow(
      /Nothing here is of a known shape \(README\.md, a\.xyz\)/,
    )
    await expect(open(given({ 'watchbill.yaml': 'files: []\nfils: 1\n' }))).rejects.toThrow(
      /^watchbill\.yaml:2: fils: “fils” is not known here/,
    )
  })

  it('notes files of an unknown shape beside known ones, and those outside the folder', async () => {
    const source = await open([...incidents, ...given({ 'a.xyz': 'what' })])
    expect(await source.setAside?.(never)).toEqual([expect.objectContaining({ place: 'a.xyz' })])
    source.close()
    const manifest = 'files: [{path: ../x.yaml, kind: ownership}, {path: y.yaml, kind: ownership}]'
    const other = await open(given({ 'watchbill.yaml': manifest }))
    expect((await other.setAside?.(never))?.map(({ reason }) => reason)).toEqual([
      '../x.yaml lies outside the workspace. Put the file into its folder.',
      'y.yaml is not among the files. Check the path, or add the file.',
    ])
    other.close()
  })

  it('says which files beside a manifest it does not name, and how to add them', async () => {
    const manifest = 'files: [{path: incidents.jsonl, kind: table, facet: incidents}]'
    const source = await open([
      ...incidents,
      ...given({ 'watchbill.yaml': manifest, 'README.md': '', 'more/teams.yaml': 'teams: []' }),
    ])
    expect(await source.setAside?.(never)).toEqual([
      expect.objectContaining({
        place: 'more/teams.yaml',
        record: 'the whole file',
        reason: 'Not named in watchbill.yaml: not read. Add it there under “files” to have it read.',
      }),
    ])
    source.close()
  })

  it('is as old as the newest moment its records tell of, or what the manifest says', async () => {
    const at = async (files: readonly GivenFile[]) => {
      const source = await open(files)
      const page = await source.readers.incidents?.list({}, { limit: 1 }, never)
      source.close()
      return page?.asOf
    }
    const told = Date.UTC(2026, 4, 1, 10)
    expect(await at(incidents)).toBe(told)
    expect(await at(incidents.map((file) => ({ ...file, modified: now - 5_000 })))).toBe(told)
    const manifest = 'asOf: 2026-05-02T00:00:00Z\nfiles: [{path: incidents.jsonl, kind: table, facet: incidents}]'
    expect(await at([...incidents, ...given({ 'watchbill.yaml': manifest })])).toBe(Date.UTC(2026, 4, 2))
  })

  it('is as old as its newest file where records tell of no moment, and never from the future', async () => {
    const at = async (modified?: number) => {
      const [file] = given({ 'workloads.jsonl': JSON.stringify({ id: 'w', name: 'W', tags: [] }) })
      const source = await open(file ? [{ ...file, ...(modified !== undefined && { modified }) }] : [])
      const page = await source.readers.workloads?.list({}, { limit: 1 }, never)
      source.close()
      return page?.asOf
    }
    expect(await at()).toBe(now)
    expect(await at(now - 5_000.5)).toBe(now - 5_001)
    expect(await at(now + 5_000)).toBe(now)
  })

  it('tells how far it is, and when it is done', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => JSON.stringify({ ...incident, id: `I${index}` })).join(
      '\n',
    )
    const source = await open(given({ 'incidents.jsonl': lines }))
    const told: (Progress | undefined)[] = []
    source.progress?.((progress) => told.push(progress))
    await first(source)
    expect(told.at(-1)).toBeUndefined()
    expect(told.some((each) => each?.what === 'bytes: reading incidents.jsonl' && each.total === lines.length)).toBe(
      true,
    )
    source.close()
  })

  it('gives up a reading that takes longer than its limit, and stops it', async () => {
    let stopped = false
    const host = createHost()
    const manifest = 'limits: {seconds: 0.02}\nfiles: [{path: incidents.jsonl, kind: table, facet: incidents}]'
    const source = await open([...incidents, ...given({ 'watchbill.yaml': manifest })], {
      host: () =>
        Promise.resolve({
          ...host,
          read: () => new Promise<never>(() => {}),
          stop: () => {
            stopped = true
          },
        }),
    })
    const listing = first(source)
    await expect(listing).rejects.toThrow(SourceError)
    await expect(listing).rejects.toMatchObject({ fault: 'timeout', source: 'own' })
    expect(stopped).toBe(true)
  })

  it('reads again, from the start, what could not be read', async () => {
    let hosts = 0
    const source = await open(incidents, {
      host: () => {
        hosts += 1
        const host = createHost()
        const failed = { fault: 'unreachable', source: 'own', message: 'the network is away' } as const
        return Promise.resolve(hosts > 1 ? host : { ...host, read: () => Promise.resolve(failed) })
      },
    })
    await expect(first(source)).rejects.toMatchObject({ fault: 'unreachable' })
    expect(await first(source)).toMatchObject({ id: 'I1' })
    expect(await first(source)).toMatchObject({ id: 'I1' })
    expect(hosts).toBe(2)
    source.close()
  })

  it('gives up looking at files that take too long to be known', async () => {
    let stopped = 0
    const opened = open(incidents, {
      limits: { ...defaultLimits, seconds: 0.02 },
      host: () =>
        Promise.resolve({
          ...createHost(),
          survey: () => new Promise<never>(() => {}),
          stop: () => void (stopped += 1),
        }),
    })
    await expect(opened).rejects.toMatchObject({ fault: 'timeout', source: 'own' })
    expect(stopped).toBeGreaterThan(0)
  })
})

describe('a workspace on the web', () => {
  const server = setupServer()
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())

  /** A server that answers what is not there with its page, as those of single-page apps do. */
  const serve = (files: Readonly<Record<string, string>>, missing?: () => Response) =>
    server.use(
      http.get('http://app.example/*', ({ request }) => {
        const body = files[decodeURIComponent(new URL(request.url).pathname)]
        if (body !== undefined) return new HttpResponse(body)
        return missing?.() ?? HttpResponse.html('<!doctype html><title>App</title>')
      }),
    )
  const openUrl = (url: string) => openFiles({ url } satisfies FilesOptions, opening, { store: memoryStore() })

  it('opens a folder that lists its files in index.json', async () => {
    serve({
      '/sub/data/index.json': '{"files": ["a b/incidents.jsonl", "README.md"]}',
      '/sub/data/a b/incidents.jsonl': JSON.stringify(incident),
    })
    const source = await openUrl('data/')
    expect(await first(source)).toMatchObject({ id: 'I1', opened: Date.UTC(2026, 4, 1, 10) })
    source.close()
  })

  it('opens a manifest, and a single file', async () => {
    serve({
      '/sub/data/watchbill.json':
        '{"files": [{"path": "x.jsonl", "kind": "table", "facet": "incidents"}, {"path": "gone.yaml", "kind": "ownership"}]}',
      '/sub/data/x.jsonl': JSON.stringify(incident),
      '/sub/data/incidents.jsonl': JSON.stringify(incident),
    })
    for (const url of ['data/', 'data/watchbill.json', 'data/incidents.jsonl']) {
      const source = await openUrl(url)
      expect(await first(source)).toMatchObject({ id: 'I1' })
      source.close()
    }
    const source = await openUrl('data/')
    expect(await source.setAside?.(never)).toEqual([expect.objectContaining({ place: 'gone.yaml' })])
    source.close()
  })

  it('sets a file aside that is listed but gone, and says what a manifest leaves out', async () => {
    const files = {
      '/sub/data/index.json': '{"files": ["watchbill.json", "incidents.jsonl", "gone.jsonl"]}',
      '/sub/data/incidents.jsonl': JSON.stringify(incident),
    }
    serve(files, () => new HttpResponse(null, { status: 404 }))
    const bare = await openUrl('data/')
    expect(await first(bare)).toMatchObject({ id: 'I1' })
    expect((await bare.setAside?.(never))?.map(({ place }) => place)).toEqual(['gone.jsonl', 'watchbill.json'])
    bare.close()
    const manifest = '{"files": [{"path": "incidents.jsonl", "kind": "table", "facet": "incidents"}]}'
    serve({ ...files, '/sub/data/watchbill.json': manifest })
    const named = await openUrl('data/')
    expect(await named.setAside?.(never)).toEqual([
      expect.objectContaining({ place: 'gone.jsonl', reason: expect.stringMatching(/^Not named in watchbill\.json/) }),
    ])
    named.close()
  })

  /** A body without end; tells how many bytes were taken of it. */
  const endless = (begin: string) => {
    let taken = 0
    const piece = new TextEncoder().encode(begin.padEnd(10_000))
    const body = () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull: (controller) => {
          taken += piece.length
          controller.enqueue(piece)
        },
      })
    return { body, taken: () => taken }
  }

  it('takes no more of a file than tells its shape, nor more than the byte limit', async () => {
    const unknown = endless('what ')
    const large = endless(`${JSON.stringify(incident)}\n`)
    server.use(
      http.get('http://app.example/sub/data/big.xyz', () => new HttpResponse(unknown.body())),
      http.get('http://app.example/sub/data/incidents.jsonl', () => new HttpResponse(large.body())),
      http.get('http://app.example/sub/data/index.json', () =>
        HttpResponse.json({ files: ['big.xyz', 'incidents.jsonl'] }),
      ),
      http.get(
        'http://app.example/sub/data/watchbill.yaml',
        () =>
          new HttpResponse('limits: {bytes: 300000}\nfiles: [{path: incidents.jsonl, kind: table, facet: incidents}]'),
      ),
    )
    const named = await openUrl('data/')
    expect(await first(named)).toMatchObject({ id: 'I1' })
    expect(large.taken()).toBeLessThan(400_000)
    named.close()
    server.use(http.get('http://app.example/sub/data/watchbill.*', () => new HttpResponse(null, { status: 404 })))
    const host = createHost()
    const survey = await host.survey('own', { url: 'http://app.example/sub/data/' })
    expect(survey).toMatchObject({ value: { facets: ['incidents', 'problems'] } })
    expect(unknown.taken()).toBeLessThan(200_000)
    host.stop()
  })

  it('says that a folder has no list, and passes on why a server fails', async () => {
    serve({}, () => new HttpResponse(null, { status: 404 }))
    await expect(openUrl('data/')).rejects.toThrow(/neither watchbill\.yaml nor index\.json/)
    serve({}, () => new HttpResponse(null, { status: 403 }))
    await expect(openUrl('data/')).rejects.toMatchObject({ fault: 'forbidden' })
    serve({ '/sub/data/index.json': '[]' })
    await expect(openUrl('data/')).rejects.toMatchObject({ fault: 'bad-response' })
  })
})

describe('the shelf', () => {
  it('keeps what is known, lists it, forgets it', async () => {
    const store = memoryStore()
    const shelf = createShelf({ now: () => now, store })
    const kept = await shelf.open('My Data!', incidents)
    expect(kept).toMatchObject({ title: 'My Data!', files: 1, id: `my-data-${now.toString(36)}` })
    expect(await shelf.list()).toEqual([kept])
    const source = await openFiles({ workspace: kept.id }, opening, { store })
    expect(await first(source)).toMatchObject({ id: 'I1' })
    source.close()
    await shelf.remove(kept.id)
    expect(await shelf.list()).toEqual([])
  })

  it('keeps nothing of what it does not know', async () => {
    const shelf = createShelf({ now: () => now, store: memoryStore() })
    await expect(shelf.open('x', given({ 'a.xyz': '?' }))).rejects.toThrow(/Nothing here is of a known shape/)
    expect(await shelf.list()).toEqual([])
  })
})
