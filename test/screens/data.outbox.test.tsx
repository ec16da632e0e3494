import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { type Clock, DataProvider, DraftsProvider, useCommand, useOutbox, useWhole } from '../../src/data'
import type { Command } from '../../src/domain/command'
import { instant } from '../../src/domain/units'
import { type Source, SourceError } from '../../src/sources/contract'
import { type MemorySource, memorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'

const start = instant(1_000_000)
const clock: Clock = { now: () => start, subscribe: () => () => {} }
const everything = {}
const never = { signal: new AbortController().signal }

const incident = anIncident({
  id: 'I-1',
  title: 'Cards fail',
  severity: 3,
  state: 'triggered',
  opened: start,
  version: '7',
})
const other = anIncident({ id: 'I-2', title: 'Other', severity: 3, state: 'triggered', opened: start, version: '1' })
const held = () => memorySource({ incidents: [incident, other] })
const line = (fault: 'unreachable' | 'timeout' | 'rate-limited' = 'unreachable') =>
  new SourceError(fault, 'memory', 'The line is down.')

/** Reads as ever, and takes no commands while `down`. */
function deaf(source: MemorySource) {
  const line = { down: true }
  const { commands } = source
  if (!commands) throw new Error('It takes commands.')
  const send: typeof commands.send = (envelope, call) =>
    line.down ? Promise.reject(new SourceError('timeout', source.id, 'No answer.')) : commands.send(envelope, call)
  return { line, source: { ...source, commands: { ...commands, send } } satisfies Source }
}

/** What outlives a page. */
let kept = new Map<string, string>()
const drafts = {
  get: (of: string) => kept.get(of),
  set: (of: string, text: string) => void (text === '' ? kept.delete(of) : kept.set(of, text)),
}

const inside = (source: Source) => {
  const client = new QueryClient()
  const sources = [{ id: source.id, title: source.id, type: 'memory', source }]
  return {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DraftsProvider value={drafts}>
        <DataProvider sources={sources} clock={clock} client={client} actor="Ada">
          {children}
        </DataProvider>
      </DraftsProvider>
    ),
  }
}

const useAll = () => ({
  incidents: useWhole('incidents', everything),
  timeline: useWhole('timeline', everything),
  command: useCommand(),
  outbox: useOutbox(),
})

async function looking(source: Source) {
  const { result } = renderHook(useAll, inside(source))
  await waitFor(() => expect(result.current.incidents.items).toHaveLength(2))
  await waitFor(() => expect(result.current.timeline.state).toBe('ready'))
  return result
}
type Looking = Awaited<ReturnType<typeof looking>>

const acknowledge: Command = { kind: 'set-state', incident: 'I-1', to: 'acknowledged' }
const note: Command = { kind: 'add-entry', incident: 'I-1', entry: 'note', text: 'Half is back.' }
const one = (result: Looking) => result.current.incidents.items.find(({ id }) => id === 'I-1')
const waiting = (result: Looking) => result.current.outbox.waiting.map(({ command }) => command.kind)

/** Gives a command on what is on screen, and waits until it is delivered or kept. */
async function give(result: Looking, command: Command, done?: () => void) {
  const version = one(result)?.version
  act(() => result.current.command.send({ command, ...(version !== undefined && { version }), ...(done && { done }) }))
  await waitFor(() => expect(result.current.command.pending).toBe(false))
}

afterEach(() => {
  cleanup()
  kept = new Map()
})

describe('a command that the line did not take', () => {
  it.each(['unreachable', 'timeout', 'rate-limited'] as const)(
    'waits where it was %s, shown and marked',
    async (fault) => {
      const source = held()
      const result = await looking(source)
      source.fail(line(fault))
      let done = 0
      await give(result, acknowledge, () => (done += 1))
      await waitFor(() => expect(waiting(result)).toEqual(['set-state']))
      expect(result.current.command.error).toBeUndefined()
      expect(result.current.outbox.waiting[0]?.key).toBe(result.current.command.key)
      expect(done).toBe(1)
      expect(one(result)?.state).toBe('acknowledged')
      expect(result.current.outbox.unsent.has('I-1')).toBe(true)
      // What is foreseen is no answer: that the source is silent stays told.
      await waitFor(() => expect(result.current.incidents.parts[0]?.error?.fault).toBe(fault))
      expect(source.sent).toEqual([])
    },
  )

  it('is sent under its key and with its version once the source answers again, by itself', async () => {
    const source = held()
    const result = await looking(source)
    source.fail(line())
    await give(result, acknowledge)
    await waitFor(() => expect(waiting(result)).toHaveLength(1))
    const [item] = result.current.outbox.waiting
    source.fail()
    await waitFor(() => expect(source.sent).toHaveLength(1), { timeout: 5_000 })
    expect(source.sent[0]).toMatchObject({ key: item?.key, actor: 'Ada', at: start, version: '7' })
    await waitFor(() => expect(waiting(result)).toEqual([]))
    await waitFor(() => expect(one(result)).toMatchObject({ state: 'acknowledged', version: '8' }))
    expect(result.current.outbox.unsent.size).toBe(0)
    expect(kept.size).toBe(0)
  })

  it('outlives a reload, and is shown again before it is sent', async () => {
    const source = held()
    const before = await looking(source)
    source.fail(line())
    await give(before, acknowledge)
    await waitFor(() => expect(waiting(before)).toHaveLength(1))
    cleanup()
    source.fail()
    const half = deaf(source)
    const result = await looking(half.source)
    expect(waiting(result)).toEqual(['set-state'])
    await waitFor(() => expect(one(result)?.state).toBe('acknowledged'))
    await waitFor(() => expect(result.current.outbox.unsent.has('I-1')).toBe(true))
    expect(source.sent).toEqual([])
    half.line.down = false
    act(() => result.current.outbox.sendNow())
    await waitFor(() => expect(source.sent).toHaveLength(1))
    await waitFor(() => expect(waiting(result)).toEqual([]))
  })

  it('stays in the picture when the source tells how it was before', async () => {
    const source = held()
    const result = await looking(deaf(source).source)
    await give(result, acknowledge)
    await waitFor(() => expect(waiting(result)).toHaveLength(1))
    // Somebody changes another incident: all is read again, and this one still stands as it was.
    const theirs: Command = { kind: 'set-severity', incident: 'I-2', to: 1, reason: 'EU' }
    await act(() => source.commands?.send({ key: 'b', actor: 'Bo', at: start, command: theirs }, never))
    await waitFor(() => expect(result.current.incidents.items.find(({ id }) => id === 'I-2')?.severity).toBe(1))
    await waitFor(() => expect(one(result)?.state).toBe('acknowledged'))
  })

  it('takes its place in the order of its record, on the version that comes of what is before it', async () => {
    const source = held()
    const result = await looking(source)
    source.fail(line())
    await give(result, acknowledge)
    await waitFor(() => expect(waiting(result)).toHaveLength(1))
    source.fail()
    // The line is back, and yet: behind what waits.
    await give(result, note)
    await waitFor(() => expect(source.sent).toHaveLength(2), { timeout: 5_000 })
    expect(source.sent.map(({ command, version }) => [command.kind, version])).toEqual([
      ['set-state', '7'],
      ['add-entry', '8'],
    ])
    await waitFor(() => expect(result.current.timeline.items).toHaveLength(2))
  })

  it('is told as a conflict when it comes through too late, and sent anew when a person says so', async () => {
    const source = held()
    const result = await looking(source)
    source.fail(line())
    await give(result, acknowledge)
    await give(result, note)
    await waitFor(() => expect(waiting(result)).toHaveLength(2))
    source.fail()
    const theirs: Command = { kind: 'set-severity', incident: 'I-1', to: 1, reason: 'EU' }
    await act(() => source.commands?.send({ key: 'b', actor: 'Bo', at: start, command: theirs }, never))
    act(() => result.current.outbox.sendNow())
    await waitFor(() => expect(result.current.outbox.waiting[0]?.refused?.fault).toBe('conflict'))
    await waitFor(() => expect(one(result)).toMatchObject({ state: 'triggered', severity: 1 }))
    // What was given on top of it waits for the decision.
    expect(source.sent).toHaveLength(1)
    expect(waiting(result)).toEqual(['set-state', 'add-entry'])
    const [refused] = result.current.outbox.waiting
    act(() => result.current.outbox.anew(refused?.key ?? '', one(result)?.version))
    await waitFor(() => expect(source.sent).toHaveLength(3), { timeout: 5_000 })
    expect(source.sent.slice(1).map(({ command, version }) => [command.kind, version])).toEqual([
      ['set-state', '8'],
      ['add-entry', '9'],
    ])
  })

  it('can be forgotten: the picture is as it was', async () => {
    const source = held()
    const result = await looking(source)
    source.fail(line())
    await give(result, note)
    await waitFor(() => expect(result.current.timeline.items).toHaveLength(1))
    await waitFor(() => expect(waiting(result)).toHaveLength(1))
    act(() => result.current.outbox.forget(result.current.outbox.waiting[0]?.key ?? ''))
    expect(waiting(result)).toEqual([])
    await waitFor(() => expect(result.current.timeline.items).toEqual([]))
    expect(one(result)?.version).toBe('7')
  })
})

describe('is not kept', () => {
  it('what was refused: the reason is told as ever', async () => {
    const source = held()
    const result = await looking(source)
    source.fail(new SourceError('forbidden', 'memory', 'Not yours.'))
    await give(result, acknowledge)
    await waitFor(() => expect(result.current.command.error?.message).toBe('Not yours.'))
    expect(waiting(result)).toEqual([])
    expect(one(result)?.state).toBe('triggered')
  })

  it('what is not about an incident', async () => {
    const source = held()
    const result = await looking(source)
    source.fail(line())
    await give(result, { kind: 'record-improvement', title: 'Page less', from: 'review' })
    await waitFor(() => expect(result.current.command.error?.fault).toBe('unreachable'))
    expect(waiting(result)).toEqual([])
  })
})

it('reads nothing into what it does not know', async () => {
  kept.set('outbox', '[{"key":1},{"key":"x","command":{"kind":"launch"},"seen":[]},7]')
  const result = await looking(held())
  expect(waiting(result)).toEqual([])
})
