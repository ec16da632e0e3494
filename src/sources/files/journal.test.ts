import { describe, expect, it } from 'vitest'
import type { Command } from '../../domain/command'
import type { Facet, Queries } from '../../domain/query/facets'
import { instant } from '../../domain/units'
import type { Call, Source } from '../contract'
import { commandsFor } from './journal'
import { openFiles } from './source'
import { memoryStore, type Store } from './store'

const never: Call = { signal: new AbortController().signal }
const now = instant(Date.UTC(2026, 10, 20))
const written = (accountable: string) => `
teams: [{id: platform, name: Platform}, {id: security, name: Security}]
workloads:
  - id: ledger
    activities: [{id: rotate, name: Rotate certificates, A: ${accountable}, R: platform, V: TODO}]
`

async function kept(store: Store, accountable = 'platform'): Promise<void> {
  const file = { path: 'ownership.yaml', blob: new Blob([written(accountable)]) }
  await store.keep({ id: 'own', title: 'Own', files: 1, bytes: 0 }, [file])
}
const open = (store: Store): Promise<Source> =>
  openFiles({ workspace: 'own' }, { id: 'own', title: 'Own', base: 'http://app.example/', now: () => now }, { store })

const send = (source: Source, key: string, command: Command) =>
  source.commands?.send({ key, actor: 'Ada', at: now, command }, never)
const all = async <F extends Facet>(source: Source, facet: F, query: Queries[F]) =>
  (await source.readers[facet]?.list(query, { limit: 100 }, never))?.items ?? []

const transfer: Command = {
  kind: 'request-change',
  activity: 'rotate',
  change: 'transfer',
  steps: [
    { op: 'take', role: 'A', party: 'team:platform' },
    { op: 'give', role: 'A', party: 'team:security' },
    { op: 'give', role: 'V', party: 'team:security' },
  ],
  reason: 'Custody.',
}
const approve: Command = { kind: 'decide-change', request: 'CHG-one', decision: 'approved' }

const holders = async (source: Source) =>
  (await all(source, 'assignments', {})).map(({ role, party, placeholder }) => `${role} ${party ?? placeholder ?? ''}`)

async function edited(store: Store): Promise<Source> {
  const source = await open(store)
  await send(source, 'one', transfer)
  await send(source, 'two', approve)
  await send(source, 'three', { kind: 'give-feedback', activity: 'rotate', text: 'The portal moved.' })
  return source
}

describe('edits kept beside the files', () => {
  it('move a role, take the placeholder away, and are all there after a reload', async () => {
    const store = memoryStore()
    await kept(store)
    const first = await edited(store)
    const before = await holders(first)
    first.close()
    expect(before).toEqual(['A team:security', 'R team:platform', 'V team:security'])
    const again = await open(store)
    expect(await holders(again)).toEqual(before)
    expect(await all(again, 'requests', {})).toMatchObject([{ id: 'CHG-one', state: 'approved', decidedBy: 'Ada' }])
    expect(await all(again, 'improvements', {})).toMatchObject([{ id: 'IMP-three', from: 'feedback' }])
    expect((await again.readers.activities?.get('rotate', never))?.history?.map(({ what }) => what)).toEqual([
      'Accountable moved from Platform to Security',
      'Validator given to Security',
    ])
    expect(await again.setAside?.(never)).toEqual([])
    again.close()
  })

  it('give the ids that the files would give, so that written files are read back as the same claims', async () => {
    const store = memoryStore()
    await kept(store)
    const source = await edited(store)
    const given = await all(source, 'assignments', { roles: ['A'] })
    source.close()
    const other = memoryStore()
    await kept(other, 'security')
    const read = await open(other)
    expect((await all(read, 'assignments', { roles: ['A'] })).map(({ id }) => id)).toEqual(given.map(({ id }) => id))
    read.close()
  })

  it('are set aside, each with its reason, where the files have moved on', async () => {
    const store = memoryStore()
    await kept(store)
    ;(await edited(store)).close()
    await kept(store, 'security')
    const source = await open(store)
    expect(await holders(source)).toEqual(['A team:security', 'R team:platform', 'V TODO'])
    const notes = (await source.setAside?.(never)) ?? []
    expect(notes.map(({ facet, record, reason }) => [facet, record, reason])).toEqual([
      ['activities', 'rotate', 'request-change no longer fits: Platform is not declared accountable.'],
      ['requests', 'CHG-one', 'decide-change no longer fits: There is no request CHG-one here.'],
    ])
    source.close()
  })
})

describe('problems of incidents in files', () => {
  const record: Command = { kind: 'record-problem', title: 'The pin', workloads: [], incidents: ['I1'] }

  it('can be made where only incidents are told, and are there after a reload', async () => {
    const store = memoryStore()
    const line = { id: 'I1', title: 'Declined', state: 'closed', clocks: { detected: '2026-05-02T00:00:00Z' } }
    const file = { path: 'incidents.jsonl', blob: new Blob([`${JSON.stringify(line)}\n`]) }
    await store.keep({ id: 'own', title: 'Own', files: 1, bytes: 0 }, [file])
    const source = await open(store)
    expect(await all(source, 'problems', {})).toEqual([])
    await send(source, 'one', record)
    source.close()
    const again = await open(store)
    expect(await all(again, 'problems', {})).toMatchObject([{ id: 'PRB-one', title: 'The pin', state: 'identified' }])
    expect(await all(again, 'incidents', { problems: ['PRB-one'] })).toMatchObject([{ id: 'I1' }])
    again.close()
  })
})

describe('an undo beside the files', () => {
  const review: Command = { kind: 'mark-reviewed', activity: 'rotate' }
  const undo: Command = { kind: 'undo', of: 'one' }

  it('takes the edit back, and both are there after a reload', async () => {
    const store = memoryStore()
    await kept(store)
    const source = await open(store)
    await send(source, 'one', review)
    expect((await source.readers.activities?.get('rotate', never))?.review?.last).toBe(now)
    await send(source, 'two', undo)
    const told = await source.readers.activities?.get('rotate', never)
    expect(told?.review?.last).toBeUndefined()
    expect(told?.history?.map(({ what }) => what)).toEqual([
      'The last change was undone',
      'Ownership reviewed and confirmed',
    ])
    source.close()
    const again = await open(store)
    expect(await again.readers.activities?.get('rotate', never)).toEqual(told)
    await expect(send(again, 'three', undo)).rejects.toThrow('It was undone already.')
    again.close()
  })

  it('is set aside with its reason where the edit no longer fits', async () => {
    const store = memoryStore()
    await kept(store)
    const at = { actor: 'Ada', at: now }
    await store.append('own', { key: 'one', ...at, command: { ...review, activity: 'gone' } })
    await store.append('own', { key: 'two', ...at, command: undo })
    const source = await open(store)
    expect((await source.setAside?.(never))?.map(({ facet, record, reason }) => [facet, record, reason])).toEqual([
      ['activities', 'gone', 'mark-reviewed no longer fits: There is no activity gone here.'],
      ['activities', 'gone', 'undo no longer fits: There is no command one here.'],
    ])
    source.close()
  })
})

describe('commandsFor', () => {
  it('takes what the files have records for', () => {
    expect(commandsFor(['workloads', 'parties'])).toEqual([])
    expect(commandsFor(['incidents', 'timeline'])).toEqual([
      'set-state',
      'set-severity',
      'assign',
      'take-role',
      'add-entry',
      'link-problem',
      'set-step',
      'correct-entry',
      'write-review',
      'undo',
    ])
    expect(commandsFor(['improvements'])).toEqual(['record-improvement', 'set-improvement', 'undo'])
    expect(commandsFor(['activities'])).toEqual(['mark-reviewed', 'undo'])
  })
})
