import { describe, expect, test } from 'vitest'
import { after, duration } from '../src/domain/units'
import { createBackend } from './backend'
import { playStory, story } from './story'
import { world } from './world'

const { holdings, now } = world()

/** Plays whole rounds at once: waiting only moves the clock. */
async function play(times: number) {
  let clock = now
  let changes = 0
  const backend = createBackend(holdings, { now: () => clock })
  backend.watch(() => (changes += 1))
  const wait = (ms: number) => {
    clock = after(clock, duration(ms))
    return Promise.resolve()
  }
  await playStory(backend, { wait, signal: new AbortController().signal, times })
  return { backend, changes, elapsed: clock - now }
}

describe('the story', () => {
  test('goes through every stage, each change announced', async () => {
    const { backend, changes } = await play(1)
    const incident = backend.get('incidents', 'INC-2295')
    expect(incident).toMatchObject({ state: 'closed', severity: 2, reopened: 1, assignee: 'person:duarte' })
    expect(incident?.roles).toEqual([{ role: 'commander', person: 'person:haddad' }])
    const told = backend.list('timeline', { incidents: ['INC-2295'] })
    expect(new Set(told.map(({ kind }) => kind))).toEqual(
      new Set(['event', 'escalation', 'state', 'assignment', 'update', 'severity', 'resume']),
    )
    expect(told.every((each, index) => index === 0 || each.at >= (told[index - 1]?.at ?? Infinity))).toBe(true)
    expect(new Set(told.map(({ sequence }) => sequence)).size).toBe(told.length)
    expect(changes).toBe(story.length)
  })

  test('begins again with a new id, and leaves the world as it was', async () => {
    const { backend } = await play(2)
    expect(backend.get('incidents', 'INC-2296')?.state).toBe('closed')
    expect(backend.list('incidents', {})).toHaveLength(holdings.incidents.length + 2)
    expect(holdings.incidents.some(({ id }) => id === 'INC-2295')).toBe(false)
  })

  test('plays faster when told, and ends when it is no longer wanted', async () => {
    const pauses: number[] = []
    const ending = new AbortController()
    const backend = createBackend(holdings, { now: () => now })
    const wait = (ms: number) => {
      pauses.push(ms)
      if (pauses.length === 3) ending.abort()
      return Promise.resolve()
    }
    await playStory(backend, { wait, signal: ending.signal, speed: 10 })
    expect(pauses).toEqual(story.slice(0, 3).map((step) => step.after / 10))
    expect(backend.get('incidents', 'INC-2295')?.state).toBe('triggered')
  })
})
