import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worldNow } from '../../mocks/world'
import { writtenFacets } from '../../src/domain/apply'
import type { CommandEnvelope } from '../../src/domain/command'
import { commandKinds } from '../../src/domain/command'
import { facetNames, type Holdings } from '../../src/domain/query/facets'
import type { Source } from '../../src/sources/contract'
import type { GivenFile } from '../../src/sources/files/given'
import { type FilesOptions, openFiles } from '../../src/sources/files/source'
import { memoryStore } from '../../src/sources/files/store'
import { describeSource } from './describeSource'
import { cannotFault, type Harness } from './harness'
import { everything, expected, never } from './kit'
import { smallWorld } from './world'
import { writeWorkspace } from './writeWorkspace'

const world = smallWorld()
const opening = { id: 'files', title: 'Files', base: 'http://app.example/', now: () => worldNow }

/** A local edit on every watched facet. */
async function edit(source: Source, number: number): Promise<void> {
  const [incident] = (await source.readers.incidents?.list({}, { limit: 1 }, never))?.items ?? []
  const [activity] = (await source.readers.activities?.list({}, { limit: 1 }, never))?.items ?? []
  const send = (command: CommandEnvelope['command'], kind: string) =>
    source.commands?.send({ key: `${kind} ${number}`, actor: 'N. Rahimi', at: worldNow, command }, never)
  if (incident) await send({ kind: 'add-entry', incident: incident.id, entry: 'note', text: `Seen ${number}` }, 'note')
  if (activity) await send({ kind: 'mark-reviewed', activity: activity.id }, 'review')
}

async function harnessOf(options: FilesOptions, files: readonly GivenFile[]): Promise<Harness> {
  const store = memoryStore()
  await store.keep({ id: 'own', title: 'Own', files: files.length, bytes: 0 }, files)
  const source = await openFiles(options, opening, { store })
  let edits = 0
  return {
    source,
    offers: {
      facets: facetNames,
      watched: writtenFacets,
      summaries: true,
      commands: commandKinds,
    },
    now: opening.now,
    faults: cannotFault('The files are read once; after that nothing stands between the records and the answer.'),
    change: () => edit(source, (edits += 1)),
    partial: { cannot: 'A file is read whole, or it is set aside with its reason.' },
    close: async () => source.close(),
  }
}

const hosts = new Map<string, readonly GivenFile[]>()
const server = setupServer(
  http.get('http://:host.files.example/ws/:path', async ({ request, params }) => {
    const path = decodeURIComponent(new URL(request.url).pathname.slice('/ws/'.length))
    const file = hosts.get(String(params['host']))?.find((each) => each.path === path)
    if (!file) return new HttpResponse('no such file', { status: 404 })
    return new HttpResponse(await file.blob.arrayBuffer(), {
      headers: { 'last-modified': new Date(file.modified ?? 0).toUTCString() },
    })
  }),
)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

const manifest = `
watchbill: 1
name: Larkmere
zone: UTC
files:
  - { path: ownership.yaml, kind: ownership }
${['events', 'incidents', 'timeline', 'problems', 'improvements', 'requests', 'activities', 'assignments']
  .map((facet) => `  - { path: ${facet}.jsonl.gz, kind: table, facet: ${facet} }`)
  .join('\n')}
`

function onTheWeb(part: Holdings): Promise<Harness> {
  const host = `h${hosts.size}`
  hosts.set(host, [{ path: 'watchbill.yaml', blob: new Blob([manifest]) }, ...writeWorkspace(part, worldNow)])
  return harnessOf({ url: `http://${host}.files.example/ws/` }, [])
}

describe('a world written as a workspace', () => {
  it.each(facetNames)('is read back equal: %s', async (facet) => {
    const { source } = await harnessOf({ workspace: 'own' }, writeWorkspace(world, worldNow))
    expect(await source.setAside?.(never)).toEqual([])
    const page = await source.readers[facet]?.list({}, { limit: everything }, never)
    expect(page?.items).toEqual(expected(world, facet, {}))
    source.close()
  })
})

describeSource('files opened from disk', world, (part) =>
  harnessOf({ workspace: 'own' }, writeWorkspace(part, worldNow)),
)
describeSource('files in a folder on the web', world, onTheWeb)
