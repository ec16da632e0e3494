import { describe, expect, it } from 'vitest'
import { applyCommand, isRefusal } from './apply'
import type { Command, CommandEnvelope } from './command'
import type { Incident } from './incident'
import { type Carried, heldIn, type Holder, writtenFacets } from './outcome'
import type { Activity, Assignment } from './ownership'
import { type Facet, facetNames, facetRules, type Queries, type Records } from './query/facets'
import type { TimelineEntry } from './timeline'
import { remember } from './undo'
import { type Instant, instant } from './units'

const opened = instant(1_000_000)
const at = instant(1_600_000)
const after = (ms: number) => instant(at + ms)

const incident: Incident = {
  id: 'INC-1',
  title: 'Card payments failing',
  severity: 3,
  state: 'triggered',
  opened,
  clocks: { detected: opened },
  workloads: [],
  team: 'team:a',
  roles: [{ role: 'commander', person: 'person:x' }],
  plan: { id: 'p', title: 'SEV2', steps: [{ id: 'freeze', text: 'Freeze', skippedBecause: 'No.' }] },
  factors: [],
  labels: [],
  links: [],
  version: '7',
}
const note: TimelineEntry = { id: 'e1', incident: 'INC-1', at: opened, sequence: 3, kind: 'note', text: 'DNS.' }
const activity: Activity = {
  id: 'rotate',
  name: 'Rotate certificates',
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  version: '1',
}
const owner: Assignment = { id: 'a1', activity: 'rotate', role: 'A', party: 'team:a', claim: 'declared' }

/** A holder in memory that carries out, remembers and takes back. */
function backend() {
  const held = new Map<Facet, Map<string, { readonly id: string }>>(facetNames.map((facet) => [facet, new Map()]))
  const memory = new Map<string, Carried>()
  const put = (facet: Facet, records: readonly { readonly id: string }[]) => {
    for (const record of records) held.get(facet)?.set(record.id, record)
  }
  put('incidents', [incident])
  put('events', [{ id: 'EV-1', title: 'Alarm', kind: 'alarm', at: opened, planned: false, workloads: [] } as never])
  put('timeline', [note])
  put('activities', [activity])
  put('assignments', [owner])
  const all = <F extends Facet>(facet: F) => [...(held.get(facet)?.values() ?? [])] as unknown as readonly Records[F][]
  const holder: Holder = {
    get: (facet, id) => all(facet).find((record) => record.id === id),
    list: <F extends Facet>(facet: F, query: Queries[F]) => all(facet).filter(facetRules[facet].matcher(query)),
    carried: (key) => memory.get(key),
  }
  const send = (key: string, command: Command, over: Partial<CommandEnvelope> = {}): string => {
    const envelope = { key, actor: 'Ada', at, command, ...over }
    const outcome = applyCommand(envelope, heldIn(holder))
    if (isRefusal(outcome)) return `${outcome.refused}: ${outcome.reason}`
    remember(memory, envelope, outcome, holder)
    for (const id of outcome.removed) held.get('assignments')?.delete(id)
    for (const facet of writtenFacets) put(facet, outcome[facet])
    return 'done'
  }
  const undo = (of: string, when: Instant = after(5_000), actor = 'Ada') =>
    send(`undo ${of}`, { kind: 'undo', of }, { at: when, actor })
  return { all, send, undo, get: () => holder.get('incidents', 'INC-1') }
}

const acknowledge: Command = { kind: 'set-state', incident: 'INC-1', to: 'acknowledged' }
const last = (entries: readonly TimelineEntry[]) => {
  const { kind, from, to, text, undoes } = entries.at(-1) ?? note
  return { kind, from, to, text, undoes }
}

describe('an undo', () => {
  it.each<[Command, Partial<TimelineEntry>]>([
    [acknowledge, { kind: 'state', from: 'acknowledged', to: 'triggered', text: 'Undone.' }],
    [
      { kind: 'set-severity', incident: 'INC-1', to: 1, reason: 'EU' },
      { kind: 'severity', from: '1', to: '3', text: 'Undone.' },
    ],
    [
      { kind: 'assign', incident: 'INC-1', team: 'team:b' },
      { kind: 'assignment', from: 'team:b', to: 'team:a', text: 'Undone.' },
    ],
    [
      { kind: 'take-role', incident: 'INC-1', role: 'commander', person: 'person:y' },
      { kind: 'assignment', from: 'person:y', to: 'person:x', text: 'commander' },
    ],
    [
      { kind: 'take-role', incident: 'INC-1', role: 'scribe', person: 'person:y' },
      { kind: 'assignment', from: 'person:y', to: '', text: 'scribe' },
    ],
    [
      { kind: 'link-problem', incident: 'INC-1', problem: 'PRB-1' },
      { kind: 'link', from: 'PRB-1', to: '', text: 'Undone.' },
    ],
    [
      { kind: 'add-entry', incident: 'INC-1', entry: 'update', text: 'Half is back.' },
      { kind: 'note', text: 'Took back: “Half is back.”' },
    ],
    [
      { kind: 'set-step', incident: 'INC-1', step: 'freeze', to: 'done' },
      { kind: 'plan', from: 'freeze', to: 'skipped', text: 'Freeze: No.' },
    ],
  ])('restores the incident and answers the entry by its opposite: %j', (command, told) => {
    const { send, undo, get, all } = backend()
    expect(send('k', command)).toBe('done')
    expect(undo('k')).toBe('done')
    expect(get()).toEqual({ ...incident, version: '9' })
    expect(all('timeline')).toHaveLength(3)
    expect(last(all('timeline'))).toEqual({ from: undefined, to: undefined, undoes: 'INC-1/k', ...told })
    expect(all('timeline').at(-1)).toMatchObject({ actor: 'Ada', at: after(5_000), sequence: 5 })
  })

  it('takes a correction back, and says so', () => {
    const { send, undo, all } = backend()
    send('k', { kind: 'correct-entry', incident: 'INC-1', entry: 'e1', text: 'BGP.' })
    expect(undo('k')).toBe('done')
    expect(all('timeline')[0]).toEqual(note)
    expect(last(all('timeline'))).toMatchObject({ kind: 'note', text: 'Took back a correction: “BGP.”' })
  })

  it('lets an event go again', () => {
    const { send, undo, all } = backend()
    send('k', { kind: 'link-event', event: 'EV-1', incident: 'INC-1' })
    expect(undo('k')).toBe('done')
    expect(all('events')[0]).not.toHaveProperty('incident')
    expect(all('events')[0]?.version).toBe('2')
    expect(last(all('timeline'))).toMatchObject({ kind: 'event', from: 'EV-1' })
  })

  it('gives a role back and goes on with the history; what was made is dropped or withdrawn', () => {
    const { send, undo, all } = backend()
    const steps = [
      { op: 'take', role: 'A', party: 'team:a' },
      { op: 'give', role: 'A', party: 'team:b' },
    ] as const
    send('ask', { kind: 'request-change', activity: 'rotate', change: 'transfer', steps, reason: 'Custody.' })
    send('yes', { kind: 'decide-change', request: 'CHG-ask', decision: 'approved' })
    expect(undo('yes')).toBe('done')
    expect(all('assignments')).toEqual([owner])
    expect(all('requests')[0]).toMatchObject({ state: 'proposed', version: '3' })
    expect(all('activities')[0]?.history?.map(({ what }) => what)[0]).toBe('The last change was undone')
    expect(all('activities')[0]?.history).toHaveLength(2)
    send('idea', { kind: 'give-feedback', activity: 'rotate', text: 'Old portal.' })
    expect(undo('idea')).toBe('done')
    expect(all('improvements')[0]).toMatchObject({ id: 'IMP-idea', state: 'dropped', version: '2' })
    const fresh = backend()
    fresh.send('ask', { kind: 'request-change', activity: 'rotate', change: 'transfer', steps, reason: 'Custody.' })
    expect(fresh.undo('ask')).toBe('done')
    expect(fresh.all('requests')[0]).toMatchObject({ state: 'withdrawn', decidedBy: 'Ada', note: 'Undone.' })
  })

  it('takes the incidents out of a problem again, which is over', () => {
    const { all, send, undo, get } = backend()
    expect(send('one', { kind: 'record-problem', title: 'DNS', workloads: [], incidents: ['INC-1'] })).toBe('done')
    expect(get()?.problem).toBe('PRB-one')
    expect(undo('one')).toBe('done')
    expect(get()).not.toHaveProperty('problem')
    expect(last(all('timeline'))).toMatchObject({ kind: 'link', from: 'PRB-one', to: '', text: 'Undone.' })
    const [problem] = all('problems')
    expect(problem?.state).toBe('resolved')
    expect(problem?.history?.map(({ what }) => what)).toEqual([
      'Taken back: it was recorded by mistake',
      'Recorded with 1 incident',
    ])
  })
  it('brings a problem back as it was, and goes on with its history', () => {
    const { all, send, undo } = backend()
    send('one', { kind: 'record-problem', title: 'DNS', workloads: [], incidents: [] })
    send('two', { kind: 'declare-fix', problem: 'PRB-one', what: 'Two resolvers' })
    expect(all('problems')[0]?.fixes).toHaveLength(1)
    expect(undo('two')).toBe('done')
    expect(all('problems')[0]).toMatchObject({ state: 'identified', fixes: [], version: '3' })
    expect(all('problems')[0]?.history?.map(({ what }) => what)).toEqual([
      'The last change was undone',
      'Fix declared: Two resolvers',
      'Recorded with 0 incidents',
    ])
    // Whoever was faster is not overrun.
    send('three', { kind: 'declare-fix', problem: 'PRB-one', what: 'Three' })
    send('four', { kind: 'set-problem', problem: 'PRB-one', state: 'analysing' }, { actor: 'Bo' })
    expect(undo('three')).toMatch(/^stale: /)
  })
  it('comes too late after ten seconds, not at ten', () => {
    const { send, undo } = backend()
    send('k', acknowledge)
    expect(undo('k', after(10_001))).toBe('unlawful: It is too late to undo it: more than ten seconds have passed.')
    expect(undo('k', after(10_000))).toBe('done')
  })

  it('is refused where others have changed it meanwhile, to others, twice, and of itself', () => {
    const { send, undo } = backend()
    send('k', acknowledge)
    expect(undo('k', at, 'Bo')).toBe('unlawful: Only Ada can undo it.')
    send('b', { kind: 'set-severity', incident: 'INC-1', to: 1, reason: 'EU' }, { actor: 'Bo' })
    expect(undo('k')).toBe('stale: It was changed meanwhile by others: it cannot be undone.')
    expect(undo('b', at, 'Bo')).toBe('done')
    expect(send('again', { kind: 'undo', of: 'b' }, { actor: 'Bo' })).toBe('unlawful: It was undone already.')
    expect(send('back', { kind: 'undo', of: 'undo b' }, { actor: 'Bo' })).toBe(
      'unlawful: It was an undo itself: do it again instead.',
    )
    expect(undo('nothing')).toBe('unknown: There is no command nothing here.')
  })
})
