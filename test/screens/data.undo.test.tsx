import { QueryClient } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Clock, DataProvider, useCommand, useWhole } from '../../src/data'
import type { Command } from '../../src/domain/command'
import { instant } from '../../src/domain/units'
import type { Source } from '../../src/sources/contract'
import { SourceError } from '../../src/sources/contract'
import { type MemorySource, memorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'

const start = instant(1_000_000)
let now = start
const clock: Clock = { now: () => now, subscribe: () => () => {} }
const everything = {}

const incident = anIncident({
  id: 'I-1',
  title: 'Cards fail',
  severity: 3,
  state: 'triggered',
  opened: start,
  version: '7',
})
const held = () => memorySource({ incidents: [incident] })

const inside = (source: Source) => {
  const client = new QueryClient()
  const sources = [{ id: source.id, title: source.id, type: 'memory', source }]
  return {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DataProvider sources={sources} clock={clock} client={client} actor="Ada">
        {children}
      </DataProvider>
    ),
  }
}

const useAll = () => ({
  incidents: useWhole('incidents', everything),
  timeline: useWhole('timeline', everything),
  command: useCommand(),
  elsewhere: useCommand(),
})

async function looking(source: Source) {
  const { result } = renderHook(useAll, inside(source))
  await waitFor(() => expect(result.current.incidents.items).toHaveLength(1))
  await waitFor(() => expect(result.current.timeline.state).toBe('ready'))
  return result
}
type Looking = Awaited<ReturnType<typeof looking>>

const acknowledge: Command = { kind: 'set-state', incident: 'I-1', to: 'acknowledged' }
const state = (result: Looking) => result.current.incidents.items[0]?.state

async function acknowledged(result: Looking, source: MemorySource) {
  const { version } = result.current.incidents.items[0] ?? {}
  act(() => result.current.command.send({ command: acknowledge, ...(version !== undefined && { version }) }))
  await waitFor(() => expect(source.sent).toHaveLength(1))
  await waitFor(() => expect(result.current.command.undoable?.command).toEqual(acknowledge))
  await waitFor(() => expect(state(result)).toBe('acknowledged'))
}

afterEach(() => {
  now = start
  vi.useRealTimers()
})

describe('what was last done', () => {
  it('can be undone from anywhere: shown at once, restored and told in the timeline', async () => {
    const source = held()
    const result = await looking(source)
    expect(result.current.command.whyNotUndo).toBe('Nothing was done here in the last ten seconds.')
    await acknowledged(result, source)
    expect(result.current.elsewhere.undoable).toMatchObject({ key: source.sent[0]?.key, until: start + 10_000 })
    expect(result.current.elsewhere.whyNotUndo).toBeUndefined()
    source.hang(true)
    act(() => result.current.elsewhere.undo())
    await waitFor(() => expect(state(result)).toBe('triggered'))
    expect(source.sent).toHaveLength(1)
    expect(result.current.command.undoable).toBeUndefined()
    source.hang(false)
    await waitFor(() => expect(source.sent).toHaveLength(2))
    await waitFor(() => expect(result.current.elsewhere.pending).toBe(false))
    await waitFor(() =>
      expect(result.current.timeline.items.map(({ kind, from, to, text }) => [kind, from, to, text])).toEqual([
        ['state', 'triggered', 'acknowledged', undefined],
        ['state', 'acknowledged', 'triggered', 'Undone.'],
      ]),
    )
    expect(result.current.incidents.items[0]).toMatchObject({ state: 'triggered', version: '9', clocks: {} })
    // An undo is not undone.
    expect(result.current.command.undoable).toBeUndefined()
  })

  it('cannot be undone after ten seconds', async () => {
    const source = held()
    const result = await looking(source)
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] })
    await acknowledged(result, source)
    act(() => void vi.advanceTimersByTime(10_001))
    expect(result.current.command.undoable).toBeUndefined()
    expect(result.current.command.whyNotUndo).toBe('Nothing was done here in the last ten seconds.')
  })

  it('is left as it is where it is too late by the clock, with the reason', async () => {
    const source = held()
    const result = await looking(source)
    await acknowledged(result, source)
    now = instant(start + 10_001)
    act(() => result.current.command.undo())
    await waitFor(() => expect(result.current.command.error?.message).toMatch(/^It is too late to undo it/))
    await waitFor(() => expect(state(result)).toBe('acknowledged'))
  })

  it('is left as it is where others have changed it meanwhile', async () => {
    const source = held()
    const result = await looking(source)
    await acknowledged(result, source)
    const theirs: Command = { kind: 'set-severity', incident: 'I-1', to: 1, reason: 'EU' }
    await act(() => source.commands?.send({ key: 'b', actor: 'Bo', at: now, command: theirs }, never))
    act(() => result.current.command.undo())
    await waitFor(() => expect(result.current.command.error?.fault).toBe('conflict'))
    expect(result.current.command.error?.message).toBe('It was changed meanwhile by others: it cannot be undone.')
    await waitFor(() => expect(result.current.incidents.items[0]).toMatchObject({ state: 'acknowledged', severity: 1 }))
  })

  it('is told not to be undoable by a source that takes nothing back', async () => {
    const source = held()
    const { commands } = source
    if (!commands) throw new Error('It takes commands.')
    const takes = commands.takes.filter((kind) => kind !== 'undo')
    const result = await looking({ ...source, commands: { ...commands, takes } })
    act(() => result.current.command.send({ command: acknowledge }))
    await waitFor(() => expect(result.current.command.whyNotUndo).toBe('memory takes nothing back.'))
    expect(result.current.command.undoable).toBeUndefined()
    act(() => result.current.command.undo())
    expect(source.sent).toHaveLength(1)
  })

  it('shows an undo that did not come through as it was, and can be tried again', async () => {
    const source = held()
    const result = await looking(source)
    await acknowledged(result, source)
    source.fail(new SourceError('unreachable', 'memory', 'The line is down.'))
    act(() => result.current.command.undo())
    await waitFor(() => expect(result.current.command.error?.fault).toBe('unreachable'))
    await waitFor(() => expect(state(result)).toBe('acknowledged'))
    source.fail()
    act(() => result.current.command.again())
    await waitFor(() => expect(state(result)).toBe('triggered'))
    await waitFor(() => expect(source.sent).toHaveLength(2))
  })
})

const never = { signal: new AbortController().signal }
