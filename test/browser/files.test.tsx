import { afterEach, describe, expect, it } from 'vitest'
import { instant } from '../../src/domain/units'
import { createShelf } from '../../src/sources/files/shelf'
import { openFiles } from '../../src/sources/files/source'

const now = Date.UTC(2026, 5, 1)
const shelf = createShelf({ now: () => now })
const never = { signal: new AbortController().signal }
const opening = { id: 'own', title: 'Own', base: location.href, now: () => now }

const head = 'id,title,state,opened,clocks.detected'
const rows = Array.from(
  { length: 20_000 },
  (_, index) => `I${index},Incident ${index},closed,2026-05-01T10:00Z,2026-05-01T10:00Z`,
)

async function packed(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
}

const manifest = `
zone: Europe/Berlin
files:
  - path: incidents.csv.gz
    kind: table
    facet: incidents
    columns: { id: id, title: title, state: state, opened: opened, clocks.detected: clocks.detected }
`

async function openShop() {
  return shelf.open('Shop', [
    { path: 'watchbill.yaml', blob: new Blob([manifest]) },
    { path: 'incidents.csv.gz', blob: await packed([head, ...rows, 'bad,row'].join('\n')) },
  ])
}

afterEach(async () => {
  for (const { id } of await shelf.list()) await shelf.remove(id)
})

describe('files in a browser', () => {
  it('are kept in its own database, read in a worker, and edited beside the files', async () => {
    const kept = await openShop()
    expect(await shelf.list()).toEqual([kept])

    const source = await openFiles({ workspace: kept.id }, opening)
    const page = await source.readers.incidents?.list({ text: 'incident 19999' }, { limit: 3 }, never)
    expect(page?.items.map(({ id }) => id)).toEqual(['I19999'])
    expect((await source.setAside?.(never))?.map(({ place }) => place)).toEqual(['incidents.csv.gz:20002'])
    await source.commands?.send(
      {
        key: 'k',
        actor: 'N. Rahimi',
        at: instant(now),
        command: { kind: 'add-entry', incident: 'I7', entry: 'note', text: 'Seen' },
      },
      never,
    )
    source.close()

    const again = await openFiles({ workspace: kept.id }, opening)
    expect(await again.readers.incidents?.get('I7', never)).toMatchObject({ version: '1' })
    again.close()
  })

  it('are given back as they would be with the edits in them', async () => {
    const text = 'workloads:\n  - id: w\n    activities:\n      - name: Restore # ask first\n        risk: high\n'
    const kept = await shelf.open('Own', [{ path: 'ownership.yaml', blob: new Blob([text]) }])
    const source = await openFiles({ workspace: kept.id }, opening)
    expect(await source.changedFiles?.(never)).toEqual([])
    const command = { kind: 'mark-reviewed', activity: 'w/restore', evidence: 'minutes' } as const
    await source.commands?.send({ key: 'k', actor: 'N. Rahimi', at: instant(now), command }, never)
    expect(await source.changedFiles?.(never)).toMatchObject([
      {
        name: 'ownership.yaml',
        records: ['w/restore'],
        anew: false,
        text: expect.stringContaining('evidence: minutes'),
      },
    ])
    source.close()
  })

  it('stop being read when they are closed', async () => {
    const kept = await openShop()
    const source = await openFiles({ workspace: kept.id }, opening)
    const listing = source.readers.incidents?.list({}, { limit: 1 }, never)
    source.close()
    await expect(listing).rejects.toMatchObject({ fault: 'aborted', source: 'own' })
  })

  it('of an unknown shape are refused with the reason, and not kept', async () => {
    await expect(shelf.open('x', [{ path: 'a.xyz', blob: new Blob(['?']) }])).rejects.toThrow(/known shape/)
    expect(await shelf.list()).toEqual([])
  })
})
