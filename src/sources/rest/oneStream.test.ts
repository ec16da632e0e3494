import { describe, expect, it } from 'vitest'
import { oneStream, type Tabs } from './oneStream'

/** A lock manager and a channel as tabs of one browser share them. */
function browser(): Tabs {
  const held = new Set<string>()
  const line: { readonly name: string; readonly go: () => void }[] = []
  const channels = new Set<EventTarget>()
  const hold = async (name: string, work: () => unknown) => {
    held.add(name)
    const result = await work()
    held.delete(name)
    const next = line.findIndex((each) => each.name === name)
    line.splice(next, next < 0 ? 0 : 1)[0]?.go()
    return result
  }
  const request = async (name: string, options: LockOptions, work: (lock: unknown) => unknown): Promise<unknown> => {
    if (!held.has(name)) return hold(name, () => work({ name }))
    if (options.ifAvailable) return work(null)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    line.push({ name, go: resolve })
    options.signal?.addEventListener('abort', () => reject(new Error('left the line')))
    await promise
    return hold(name, () => work({ name }))
  }
  const channel = () => {
    const own = new EventTarget() as BroadcastChannel
    channels.add(own)
    own.close = () => channels.delete(own)
    own.postMessage = (data) => {
      for (const each of channels) if (each !== own) each.dispatchEvent(new MessageEvent('message', { data }))
    }
    return own
  }
  return { locks: { request } as Tabs['locks'], channel }
}

/** Lets every promise that is ready go on. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function setting() {
  const tabs = browser()
  const streams: (() => void)[] = []
  const seen: string[] = []
  const open = (tab: string) =>
    oneStream(
      'changes',
      (changed) => {
        streams.push(changed)
        return () => streams.splice(streams.indexOf(changed), 1)
      },
      () => seen.push(tab),
      tabs,
    )
  return { open, streams, seen }
}

describe('oneStream', () => {
  it('opens one stream for all tabs, and every tab hears of a change', async () => {
    const { open, streams, seen } = setting()
    open('first')
    await settle()
    open('second')
    open('third')
    await settle()
    expect(streams.length).toBe(1)
    streams[0]?.()
    expect(seen).toEqual(['first', 'second', 'third'])
  })

  it('hands the stream to another tab when its tab closes, which takes it that something changed', async () => {
    const { open, streams, seen } = setting()
    const close = open('first')
    await settle()
    open('second')
    await settle()
    close()
    await settle()
    expect(streams.length).toBe(1)
    expect(seen).toEqual(['second'])
    streams[0]?.()
    expect(seen).toEqual(['second', 'second'])
  })

  it('leaves the line without ever opening a stream', async () => {
    const { open, streams, seen } = setting()
    const first = open('first')
    await settle()
    open('second')()
    await settle()
    first()
    await settle()
    expect(streams).toEqual([])
    expect(seen).toEqual([])
  })

  it('follows by itself where the browser refuses locks, as it may where it keeps nothing', async () => {
    const request = () => Promise.reject(new DOMException('no', 'SecurityError'))
    let following = 0
    const follow = () => {
      following += 1
      return () => void (following -= 1)
    }
    const tabs = { ...browser(), locks: { request } as unknown as Tabs['locks'] }
    const stop = oneStream('changes', follow, () => {}, tabs)
    await settle()
    expect(following).toBe(1)
    stop()
    expect(following).toBe(0)
  })

  it('follows by itself where a browser cannot agree between tabs', () => {
    let stopped = false
    const stop = oneStream(
      'changes',
      () => () => (stopped = true),
      () => {},
      undefined,
    )
    stop()
    expect(stopped).toBe(true)
  })
})
