/** What a step tells besides its CPU time: frame intervals in milliseconds, marks drawn, heap, own timings. */
export interface Told {
  readonly ms?: number
  /** How often the step did its work. */
  readonly calls?: number
  readonly frames?: readonly number[]
  readonly drawn?: number
  readonly heapMB?: number
}

export type Steps = Readonly<Record<string, () => Promise<Told>>>
export type Implementation<P> = (params: P) => Promise<Steps> | Steps

declare global {
  interface Window {
    bench?: {
      begin: (implementation: string, params: never) => Promise<readonly string[]>
      step: (name: string) => Promise<Told>
    }
    gc?: () => void
  }
}

/** The fonts of the page, which the product preloads: no implementation pays for the one that draws text first. */
const fonts = () => Promise.all(Array.from(document.fonts, (font) => font.load()))

/** Offers the implementations of one page to the runner. Setting up is not measured; each step is. */
export function offer<P>(implementations: Readonly<Record<string, Implementation<P>>>): void {
  let steps: Steps = {}
  window.bench = {
    begin: async (name, params) => {
      const make = implementations[name]
      if (!make) throw new Error(`no implementation ${name}`)
      steps = await make(params as P)
      await fonts()
      await painted()
      return Object.keys(steps)
    },
    step: async (name) => (await steps[name]?.()) ?? {},
  }
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

/**
 * Resolves when what was changed before is on the screen and all work that it brought is done: some libraries mount,
 * measure and draw in several frames, and all of that is their first paint.
 */
export async function painted(): Promise<void> {
  for (let frames = 0; frames < 12; frames += 1) await frame()
}

/** Resolves right after the frame that shows what was changed before: for timings, where `painted` would add a frame. */
export async function shown(): Promise<void> {
  await frame()
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => resolve(), { once: true })
    port1.start()
    port2.postMessage(undefined)
  })
}

/** Does something once a frame and tells the interval of each frame. */
export async function perFrame(count: number, work: (index: number) => void): Promise<readonly number[]> {
  const intervals: number[] = []
  let before = await frame()
  for (let index = 0; index < count; index += 1) {
    work(index)
    const now = await frame()
    intervals.push(now - before)
    before = now
  }
  return intervals
}

/** Heap in use after a collection, in MB. */
export function heap(): number {
  window.gc?.()
  const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } }
  return (memory?.usedJSHeapSize ?? 0) / 1_048_576
}

/** A seeded generator (mulberry32): the same data in every run and for every implementation. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
