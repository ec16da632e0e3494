import { describe, expect, it } from 'vitest'
import type { Command } from '../../../domain/command'
import { facetNames } from '../../../domain/query/facets'
import { instant } from '../../../domain/units'
import type { ChangedFile, Source } from '../../contract'
import type { GivenFile } from '../given'
import { openFiles } from '../source'
import { memoryStore } from '../store'

const now = Date.UTC(2026, 5, 1)
const never = { signal: new AbortController().signal }

type Texts = Readonly<Record<string, string>>

async function open(texts: Texts): Promise<Source> {
  const store = memoryStore()
  const files = Object.entries(texts).map(([path, text]): GivenFile => ({ path, blob: new Blob([text]) }))
  await store.keep({ id: 'w', title: 'W', files: files.length, bytes: 0 }, files)
  return openFiles(
    { workspace: 'w' },
    { id: 'own', title: 'Own', base: 'http://a.example/', now: () => now },
    { store },
  )
}

let keys = 0
const send = (source: Source, command: Command, actor = 'ines') =>
  source.commands?.send({ key: `k${(keys += 1)}`, actor, at: instant(now), command }, never)

async function told(source: Source) {
  const all = await Promise.all(
    facetNames.map(async (facet) => {
      const page = await source.readers[facet]?.list({}, { limit: 10_000 }, never)
      const records = (page?.items ?? []).map((item) => JSON.stringify(item, (_, value: unknown) => sorted(value)))
      return [facet, records.toSorted()] as const
    }),
  )
  return Object.fromEntries(all.filter(([, records]) => records.length > 0))
}
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
    : value

const withChanges = (texts: Texts, changed: readonly ChangedFile[]): Texts => {
  const gone = new Set(changed.flatMap(({ replaces }) => replaces))
  const kept = Object.entries(texts).filter(([path]) => !gone.has(path))
  return Object.fromEntries([...kept, ...changed.map(({ name, text }) => [name, text] as const)])
}

/** Carries the commands out, writes the files, reads them again: they must tell the same. */
async function roundTrip(texts: Texts, work: (source: Source) => Promise<unknown>) {
  const source = await open(texts)
  await work(source)
  const changed = (await source.changedFiles?.(never)) ?? []
  const after = withChanges(texts, changed)
  const again = await open(after)
  expect(await told(again)).toEqual(await told(source))
  expect(await again.setAside?.(never)).toEqual([])
  expect(await again.changedFiles?.(never)).toEqual([])
  source.close()
  again.close()
  return { changed, after }
}

const ledger = `# Who owns the ledger. Ask #payments before you change it.
teams:
  - id: payments
  - id: security
people:
  - { id: ines, name: Ines Okafor, teams: [payments] }
runbooks:
  restore: https://runbooks.example/restore
workloads:
  - id: ledger
    team: payments
    owners: # for all that says nothing else
      A: [payments]
    activities:
      # The one that matters
      - name: Restore the database
        runbook: restore
        R: [Ines Okafor]
        why: |
          Because money.

          Really.

      - id: ledger/keys
        name: Rotate keys
        A: [security] # agreed
        R: [payments]

  - id: gateway
`
const other = 'workloads:\n  - id: mail\n    activities:\n      - name: Send\n        A: [payments]\n'
const texts: Texts = { 'ownership.yaml': ledger, 'more/mail.yaml': other }

const approve = async (source: Source, command: Command) => {
  const receipt = await send(source, command)
  const [request = ''] = receipt?.changed.requests ?? []
  await send(source, { kind: 'decide-change', request, decision: 'approved' })
}
const handOver: Command = {
  kind: 'request-change',
  activity: 'ledger/keys',
  change: 'transfer',
  reason: 'they asked',
  steps: [
    { op: 'take', role: 'A', party: 'team:security' },
    { op: 'give', role: 'A', party: 'team:payments' },
  ],
}

describe('changed files', () => {
  it('are none where nothing was changed', async () => {
    const { changed } = await roundTrip(texts, async () => undefined)
    expect(changed).toEqual([])
  })

  it('change the activity where it stands, and no other line', async () => {
    const { changed, after } = await roundTrip(
      texts,
      (source) =>
        send(source, { kind: 'mark-reviewed', activity: 'ledger/restore-the-database', evidence: 'OPS-7' }) ??
        Promise.resolve(),
    )
    expect(changed.map(({ name, records, anew }) => [name, records, anew])).toEqual([
      ['ownership.yaml', ['ledger/restore-the-database'], false],
    ])
    const lines = (after['ownership.yaml'] ?? '').split('\n')
    const before = ledger.split('\n')
    expect(before.filter((line) => !lines.includes(line)).map((line) => line.trim())).toEqual([
      'runbook: restore',
      'R: [Ines Okafor]',
    ])
    expect(after['ownership.yaml']).toContain('      # The one that matters\n      - name: Restore the database')
    expect(after['ownership.yaml']).toContain('A: [security] # agreed')
    expect(after['ownership.yaml']).toContain('evidence: OPS-7')
  })

  it('hold an approved change of roles, and the request beside it', async () => {
    const { changed, after } = await roundTrip(texts, (source) => approve(source, handOver))
    expect(changed.map(({ name, anew }) => [name, anew])).toEqual([
      ['ownership.yaml', false],
      ['requests.jsonl', false],
    ])
    expect(after['ownership.yaml']).toContain('- team:payments')
    expect(after['ownership.yaml']).not.toContain('A: [security]')
  })

  it('hold what is only asked for without touching ownership', async () => {
    const { changed } = await roundTrip(texts, async (source) => {
      await send(source, handOver)
      await send(source, { kind: 'give-feedback', activity: 'ledger/keys', text: 'the link is dead' })
    })
    expect(changed.map(({ name }) => name)).toEqual(['requests.jsonl', 'improvements.jsonl'])
  })

  it('hold problems with their fixes, actions and history, and leave incidents as they are', async () => {
    const texts = {
      'problems.jsonl': `${JSON.stringify({ id: 'P1', title: 'The pin', state: 'analysing', opened: '2026-05-01T00:00:00Z' })}\n`,
      'incidents.jsonl': `${JSON.stringify({ id: 'I1', title: 'Declined', state: 'closed', clocks: { detected: '2026-05-02T00:00:00Z' } })}\n`,
    }
    const { changed, after } = await roundTrip(texts, async (source) => {
      await send(source, { kind: 'declare-fix', problem: 'P1', what: 'Trust both' })
      await send(source, { kind: 'add-action', problem: 'P1', title: 'Alarm', action: 'detect', due: instant(now + 1) })
      await send(source, { kind: 'set-problem', problem: 'P1', state: 'resolved' })
    })
    expect(changed.map(({ name }) => name)).toEqual(['problems.jsonl'])
    expect(after['problems.jsonl']).toContain('State set to resolved')
  })

  it('write a file anew where a role would come back by inheritance', async () => {
    const { changed } = await roundTrip(texts, (source) =>
      approve(source, {
        kind: 'request-change',
        activity: 'ledger/restore-the-database',
        change: 'change',
        reason: 'nobody does',
        steps: [{ op: 'take', role: 'A', party: 'team:payments' }],
      }),
    )
    expect(changed[0]).toMatchObject({ name: 'ownership.yaml', anew: true })
  })

  it('keep CRLF, and write flow style and JSON anew', async () => {
    const crlf = { 'o.yaml': ledger.replaceAll('\n', '\r\n') }
    const kept = await roundTrip(crlf, (source) => approve(source, handOver))
    expect(kept.changed[0]?.anew).toBe(false)
    const flow = 'teams: [{id: payments}]\nworkloads: [{id: w, activities: [{id: a, name: A, A: [payments]}]}]\n'
    const review = (source: Source) => send(source, { kind: 'mark-reviewed', activity: 'a' }) ?? Promise.resolve()
    expect((await roundTrip({ 'o.yaml': flow }, review)).changed[0]?.anew).toBe(true)
    const json = JSON.stringify({ workloads: [{ id: 'w', activities: [{ id: 'a', name: 'A' }] }] })
    const manifest = 'files:\n  - {path: o.json, kind: ownership}\n'
    const { changed } = await roundTrip({ 'o.json': json, 'watchbill.yaml': manifest }, review)
    expect(changed).toMatchObject([{ name: 'o.json', anew: true }])
    expect(JSON.parse(changed[0]?.text ?? '')).toHaveProperty('workloads')
  })

  it('take the place of tables that told ownership, as a whole', async () => {
    const tables = {
      'parties.jsonl': '{"type":"team","id":"team:payments","name":"Payments"}\n',
      'workloads.jsonl': '{"id":"w","name":"W"}\n',
      'activities.jsonl': '{"id":"a","name":"A","workload":"w","kind":"process"}\n',
      'assignments.jsonl': '{"activity":"a","role":"A","party":"team:payments"}\n',
      'incidents.jsonl': '{"id":"I","title":"One","state":"triggered","clocks":{"detected":"2026-05-01T10:00:00Z"}}\n',
    }
    const { changed, after } = await roundTrip(
      tables,
      (source) => send(source, { kind: 'mark-reviewed', activity: 'a' }) ?? Promise.resolve(),
    )
    expect(changed).toMatchObject([{ name: 'ownership.yaml', records: ['a'], anew: true }])
    expect(Object.keys(after).toSorted()).toEqual(['incidents.jsonl', 'ownership.yaml'])
  })

  it('are named in the manifest', async () => {
    const manifest = 'name: Money\nzone: Europe/Berlin\nfiles:\n  - path: ownership.yaml\n    kind: ownership\n'
    const { changed } = await roundTrip({ 'watchbill.yaml': manifest, 'ownership.yaml': ledger }, (source) =>
      approve(source, handOver),
    )
    expect(changed.map(({ name }) => name)).toEqual(['ownership.yaml', 'requests.jsonl', 'watchbill.yaml'])
    expect(changed[2]?.text).toContain('path: requests.jsonl')
  })

  it('are kept in step: a second round changes the first', async () => {
    const { after } = await roundTrip(texts, (source) => approve(source, handOver))
    const { changed } = await roundTrip(
      after,
      (source) =>
        send(source, {
          kind: 'request-change',
          activity: 'ledger/keys',
          change: 'add',
          reason: 'r',
          steps: [{ op: 'give', role: 'C', party: 'team:security' }],
        }) ?? Promise.resolve(),
    )
    expect(changed).toMatchObject([{ name: 'requests.jsonl' }])
    expect(changed[0]?.text.trim().split('\n')).toHaveLength(2)
  })
})
