import type { CDPSession, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** What is on the wall at one moment. */
export interface Seen {
  readonly picture: string | null
  /** Open incidents by severity, as the head counts them: `SEV1 2 SEV3 1`. */
  readonly counts: string
  readonly quiet: boolean
  readonly live: boolean
  /** SEV1s that an alert began to name since the last look. */
  readonly named: readonly string[]
  /** Notes sounded since the page was loaded. */
  readonly notes: number
  readonly timers: number
}

/** Milliseconds of the computer's time after which an answer that does not come is not waited for. */
export interface Step {
  readonly ms: number
  readonly patience: number
}

/** In the page: lets time pass between answers, waits until what was asked for then is answered too, and looks. */
async function stepped({ ms, patience }: Step): Promise<Seen> {
  const { soak } = window
  const turn = () => new Promise((resolve) => setTimeout(resolve, 2))
  const until = performance.now() + patience
  const answered = async () => {
    await turn()
    for (let quiet = 0; quiet < 2 && performance.now() < until; quiet = soak.pending() === 0 ? quiet + 1 : 0)
      await turn()
  }
  await answered()
  soak.advance(ms)
  await answered()
  const text = document.body.textContent ?? ''
  return {
    picture: document.querySelector('[data-picture]')?.getAttribute('data-picture') ?? null,
    counts: [...document.querySelectorAll('header b')]
      .flatMap((count) => {
        const level = count.parentElement?.querySelector('[aria-label^="SEV"]')?.getAttribute('aria-label')
        return level ? `${level.replace(':', '')} ${count.textContent?.replace(/\D/g, '')}` : []
      })
      .join(' '),
    quiet: text.includes('All quiet'),
    live: text.includes('Larkmere live'),
    named: soak.named(),
    notes: soak.notes(),
    timers: soak.timers(),
  }
}

/** Once what the page is loads itself anew, there is nobody to answer: undefined then. */
export async function step(page: Page, wanted: Step): Promise<Seen | undefined> {
  try {
    return await page.evaluate(stepped, wanted)
  } catch (cause) {
    if (!/context was destroyed|navigat|undefined \(reading 'advance'\)/i.test(String(cause))) throw cause
    await page.waitForLoadState('load')
    return undefined
  }
}

/** Leads the open page to another query, as a link in it would. */
export const lead = (page: Page, query: string) =>
  page.evaluate((search) => {
    history.replaceState(history.state, '', `/wall/?${search}`)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }, query)

/** What the page holds, after the garbage is gone. */
export interface Held {
  /** Bytes. */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
  readonly timers: number
}

export async function weigh(page: Page, session: CDPSession): Promise<Held> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN
  return {
    heap: usedSize,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    timers: await page.evaluate(() => window.soak.timers()),
  }
}

/** Until the wall stands and has heard its source: it may wait for moments that only come when told. */
export async function stands(page: Page): Promise<void> {
  await expect(async () => {
    expect((await step(page, { ms: 100, patience: 2_000 }))?.picture).toBe('live')
  }).toPass({ timeout: 30_000, intervals: [50] })
}
