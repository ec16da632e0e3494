import { QueryClient } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { type Clock, DataProvider, useCommand, useWhole, useWindow } from '../../src/data'
import type { Activity, Assignment } from '../../src/domain/ownership'
import type { Improvement } from '../../src/domain/problem'
import { instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { type MemorySource, memorySource } from '../tools/memorySource'
import { anActivity } from '../tools/records'

const clock: Clock = { now: () => instant(1_000_000), subscribe: () => () => {} }
const everything = {}
const waiting = { states: ['proposed'] } as const
const decided = { states: ['approved', 'rejected'] } as const

const inside = (...sources: readonly MemorySource[]) => {
  const client = new QueryClient()
  const configured = sources.map((source) => ({ id: source.id, title: source.id, type: 'memory', source }))
  return {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DataProvider sources={configured} clock={clock} client={client} actor="Ada">
        {children}
      </DataProvider>
    ),
  }
}

const rotate = anActivity({ id: 'rotate', version: '1' })
const owner: Assignment = { id: 'a1', activity: 'rotate', role: 'A', party: 'team:platform', claim: 'declared' }
const deputy: Improvement = { id: 'IMP-1', title: 'Name a deputy', from: 'review', state: 'open', version: '1' }
const holding = (id = 'memory', activities: readonly Activity[] = [rotate]) =>
  memorySource({ activities, assignments: [owner], improvements: [deputy] }, { id })

const useAll = () => ({
  activities: useWhole('activities', everything),
  assignments: useWhole('assignments', everything),
  improvements: useWindow('improvements', everything, 10),
  waiting: useWindow('requests', waiting, 10),
  decided: useWindow('requests', decided, 10),
  command: useCommand(),
})

async function looking(...sources: readonly MemorySource[]) {
  const { result } = renderHook(useAll, inside(...sources))
  await waitFor(() => expect(result.current.decided.state).toBe('ready'))
  await waitFor(() => expect(result.current.improvements.items.length).toBeGreaterThan(0))
  return result
}

const transfer = {
  kind: 'request-change',
  activity: 'rotate',
  change: 'transfer',
  steps: [
    { op: 'take', role: 'A', party: 'team:platform' },
    { op: 'give', role: 'A', party: 'team:security' },
  ],
  reason: 'Custody.',
} as const

describe('a command that makes something', () => {
  it('shows a request at once, where it is asked for and nowhere else', async () => {
    const source = holding()
    const result = await looking(source)
    source.hang(true)
    act(() => result.current.command.send({ command: transfer, version: '1' }))
    await waitFor(() => expect(result.current.waiting.total).toBe(1))
    expect(source.sent).toEqual([])
    expect(result.current.waiting.items[0]).toMatchObject({ activity: 'rotate', proposer: 'Ada', state: 'proposed' })
    expect(result.current.decided.items).toEqual([])
    source.hang(false)
    await waitFor(() => expect(result.current.command.pending).toBe(false))
    await waitFor(() => expect(result.current.waiting.total).toBe(1))
  })

  it('takes it back when it is refused, with the reason', async () => {
    const source = holding()
    const result = await looking(source)
    source.fail(new SourceError('forbidden', 'memory', 'not yours'))
    act(() => result.current.command.send({ command: { kind: 'give-feedback', activity: 'rotate', text: 'Old.' } }))
    await waitFor(() => expect(result.current.command.error?.message).toBe('not yours'))
    expect(result.current.improvements.items).toEqual([deputy])
  })

  it('shows nothing beforehand where the domain knows that it will be refused', async () => {
    const source = holding()
    const result = await looking(source)
    source.hang(true)
    act(() => result.current.command.send({ command: { ...transfer, reason: '' } }))
    await waitFor(() => expect(result.current.command.pending).toBe(true))
    source.hang(false)
    await waitFor(() => expect(result.current.command.error?.message).toBe('Say why.'))
    expect(result.current.waiting.items).toEqual([])
  })

  it('goes to the source that has the record it belongs to; one that belongs to none to the first', async () => {
    const [one, two] = [holding('one', []), holding('two')]
    const result = await looking(one, two)
    act(() => result.current.command.send({ command: { kind: 'give-feedback', activity: 'rotate', text: 'Old.' } }))
    await waitFor(() => expect(two.sent).toHaveLength(1))
    act(() =>
      result.current.command.send({ command: { kind: 'record-improvement', title: 'Page less', from: 'review' } }),
    )
    await waitFor(() => expect(one.sent).toHaveLength(1))
    await waitFor(() => expect(result.current.improvements.items).toHaveLength(3))
  })
})

describe('of several sources that tell one activity', () => {
  const elsewhere: Assignment = { ...owner, id: 'b1', party: 'team:security' }

  it('the one that declares what is taken away is asked, whoever is believed first', async () => {
    const one = memorySource({ activities: [rotate], assignments: [elsewhere], improvements: [deputy] }, { id: 'one' })
    const two = holding('two')
    const result = await looking(one, two)
    act(() => result.current.command.send({ command: transfer, version: '1' }))
    await waitFor(() => expect(two.sent).toHaveLength(1))
    expect(one.sent).toEqual([])
  })

  it('each is told its own version of what the person saw', async () => {
    const reading = memorySource({ activities: [{ ...rotate, version: '17' }] }, { id: 'reading', readOnly: true })
    const taking = holding('taking')
    const result = await looking(reading, taking)
    await waitFor(() => expect(result.current.activities.items[0]?.version).toBe('17'))
    act(() => result.current.command.send({ command: { kind: 'mark-reviewed', activity: 'rotate' }, version: '17' }))
    await waitFor(() => expect(taking.sent).toMatchObject([{ version: '1' }]))
    await waitFor(() => expect(result.current.command.pending).toBe(false))
    // Seen before somebody changed it: refused, by whoever takes it.
    act(() => result.current.command.send({ command: { kind: 'mark-reviewed', activity: 'rotate' }, version: '16' }))
    await waitFor(() => expect(result.current.command.error?.fault).toBe('conflict'))
  })
})

describe('a decision', () => {
  it('shows the moved role at once: what is gone is gone, in every list', async () => {
    const source = holding()
    const result = await looking(source)
    act(() => result.current.command.send({ command: transfer }))
    await waitFor(() => expect(result.current.waiting.items).toHaveLength(1))
    await waitFor(() => expect(result.current.command.pending).toBe(false))
    source.hang(true)
    const [request] = result.current.waiting.items
    act(() =>
      result.current.command.send({
        command: { kind: 'decide-change', request: request?.id ?? '', decision: 'approved' },
      }),
    )
    await waitFor(() => expect(result.current.assignments.items.map(({ party }) => party)).toEqual(['team:security']))
    expect(result.current.activities.items[0]?.history?.[0]).toMatchObject({
      what: 'Accountable moved from platform to security',
      by: 'Ada',
    })
    source.hang(false)
    await waitFor(() => expect(result.current.decided.items).toHaveLength(1))
    await waitFor(() => expect(result.current.waiting.items).toHaveLength(0))
    expect(result.current.assignments.items.map(({ party }) => party)).toEqual(['team:security'])
  })
})

describe('an improvement', () => {
  it('moves on at once, and back when somebody else was faster', async () => {
    const source = holding()
    const result = await looking(source)
    const done = { kind: 'set-improvement', improvement: 'IMP-1', state: 'done' } as const
    source.hang(true)
    act(() => result.current.command.send({ command: done, version: '0' }))
    await waitFor(() => expect(result.current.improvements.items[0]?.state).toBe('done'))
    source.hang(false)
    await waitFor(() => expect(result.current.command.error?.fault).toBe('conflict'))
    await waitFor(() => expect(result.current.improvements.items[0]?.state).toBe('open'))
  })
})
