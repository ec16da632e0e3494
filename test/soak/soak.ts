import type { Page } from '@playwright/test'
import { type Incident, isOpenAt, severities } from '../../src/domain/incident'
import { day24, hour, type Instant, instant, minute } from '../../src/domain/units'
import { args, resolveChromium } from '../tools/chromium.mjs'
import { Ledger } from './ledger'
import { type Held, lead, type Seen, stands, step, weigh } from './page'
import { installClock } from './pageClock'
import { type Extent, type Happening, planOf } from './plan'
import { type Build, type Site, start, startSite } from './site'

/** Milliseconds of one step: no longer than two looks at a source are apart, and shorter than what counts as a sleep. */
const stepMs = 28_000
/** Milliseconds of the computer's time: for answers, and where none will come. */
const patience = { usual: 4_000, hanging: 30 } as const

/** A kiosk as the guide has it. Few pixels to paint: a picture of a quarter of the size, laid out as the whole one. */
export const wallBrowser = {
  viewport: { width: 1920, height: 1080 },
  deviceScaleFactor: 0.25,
  launchOptions: { ...resolveChromium(), args: [...args, '--autoplay-policy=no-user-gesture-required'] } as never,
}

const scenes = 'scene=board,lanes,planned,weeks&rotate=1m'
const query = (theme: string, more: string) => `kiosk&zone=UTC&sound=1&night=22:00-06:00&theme=${theme}&${more}`

interface Deploy {
  readonly at: number
  readonly build: Build
  readonly whole: boolean
}

/** Deploys at hours of the soak. What is loaded anew has forgotten what it leaked: between the first and the last, none is whole. */
function deploysOf({ rounds, length, deploys }: Extent): readonly Deploy[] {
  if (!deploys) return []
  const hours = (rounds * length) / hour
  const halves = Array.from({ length: Math.floor(hours / 12) }, (_each, index) => 12 * index + 8.7)
  return [
    { at: 0.5, build: 'second', whole: true },
    ...halves.flatMap((at) => [
      { at, build: 'first' as const, whole: false },
      { at: at + 0.2, build: 'second' as const, whole: true },
    ]),
    { at: hours + 0.1, build: 'first', whole: true },
  ]
}

/** What a soak came to. */
export interface Result {
  readonly ledger: Ledger
  readonly held: ReadonlyMap<number, Held>
  readonly loads: number
  readonly builds: number
  /** Errors of the page that nobody caught. */
  readonly errors: readonly string[]
  readonly seconds: number
}

const countsOf = (incidents: readonly Incident[], at: Instant): string =>
  severities
    .flatMap((level) => {
      const count = incidents.filter((incident) => incident.severity === level && isOpenAt(incident, at)).length
      return count === 0 ? [] : `SEV${level} ${count}`
    })
    .join(' ')

/** So many a day as in the long soak: answers of more only take longer. */
const mostBefore = 167

/** Incidents of the day before, so that the last day is as full at the beginning as it is later. */
const before = ({ rounds, length, incidents }: Extent): readonly Incident[] => {
  const day = day24 / length
  const full = {
    rounds: day,
    length,
    incidents: Math.min(mostBefore, Math.round((incidents / rounds) * day)),
    outages: 0,
    deploys: false,
  }
  return planOf(instant(start - day24), full).flatMap((each) =>
    each.kind === 'incident' && each.incident.state === 'resolved'
      ? [{ ...each.incident, id: `OLD-${each.incident.id}` }]
      : [],
  )
}

/** One open page, and everything that happens to it. */
class Soak {
  readonly ledger = new Ledger()
  readonly held = new Map<number, Held>()
  readonly errors: string[] = []
  readonly #current = new Map<string, Incident>()
  readonly #page: Page
  readonly #site: Site
  #theme: 'light' | 'dark' = 'dark'

  constructor(page: Page, site: Site) {
    this.#page = page
    this.#site = site
  }

  #happen(happening: Happening): Promise<void> | undefined {
    const { backend, cut } = this.#site
    if (happening.kind === 'incident') {
      const { incident, at } = happening
      this.#current.set(incident.id, incident)
      if (incident.state === 'resolved') this.#current.delete(incident.id)
      backend.put({ incidents: [incident] })
      this.ledger.changed(at, incident)
      return undefined
    }
    if (happening.kind === 'theme') {
      this.#theme = happening.theme
      return lead(this.#page, query(this.#theme, scenes))
    }
    backend.chaos.clear()
    if (happening.fault) backend.chaos.set(happening.fault, true)
    if (happening.fault === 'offline') cut()
    this.ledger.fault(happening.at, happening.fault)
    return undefined
  }

  async #step(): Promise<void> {
    const { pass, backend, now, asked } = this.#site
    pass(stepMs)
    const hanging = backend.chaos.has('hang')
    const seen: Seen | undefined = await step(this.#page, {
      ms: stepMs,
      patience: hanging ? patience.hanging : patience.usual,
    })
    if (seen) this.ledger.look(now(), countsOf([...this.#current.values()], now()), seen, asked())
    else {
      // Its scripts have their time by the same clock: it must not run away from them.
      await stands(this.#page)
      this.ledger.reloaded(now())
    }
  }

  /** At the end of a round all is quiet: one scene in one theme, so that rounds can be compared. */
  async #weigh(at: number): Promise<void> {
    await lead(this.#page, query('dark', 'scene=board'))
    await this.#step()
    await this.#step()
    const session = await this.#page.context().newCDPSession(this.#page)
    await session.send('Performance.enable')
    this.held.set(at, await weigh(this.#page, session))
    await session.detach()
    await lead(this.#page, query(this.#theme, scenes))
  }

  /** `told`: how it stands, now and then. */
  async run(extent: Extent, told: (words: string) => void): Promise<void> {
    const { rounds, length } = extent
    const plan = [...planOf(start, extent)]
    const deploys = [...deploysOf(extent)]
    const end = start + rounds * length + (extent.deploys ? 25 * minute : 0)
    let round = 0
    while (this.#site.now() < end) {
      const now = this.#site.now()
      for (let next = plan[0]; next && next.at <= now; next = plan[0]) {
        plan.shift()
        await this.#happen(next)
      }
      for (let next = deploys[0]; next && start + next.at * hour <= now; next = deploys[0]) {
        deploys.shift()
        this.#site.deploy(next.build, next.whole)
      }
      await this.#step()
      if (now + 2 * minute < start + (round + 1) * length || round >= rounds) continue
      round += 1
      await this.#weigh(round)
      if (round % 6 === 0) told(`round ${round}: ${[...this.ledger.faults].join(', ') || 'no faults'}`)
    }
  }
}

/** Simulated days at a wall in minutes, over real servers. */
export async function soak(page: Page, dist: string, extent: Extent): Promise<Result> {
  const began = performance.now()
  const site = await startSite(dist, before(extent))
  const room = new Soak(page, site)
  let loads = 0
  page.on('load', () => (loads += 1))
  page.on('pageerror', (error) => room.errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      room.errors.push(message.text())
  })
  try {
    await page.addInitScript(installClock, start)
    await page.goto(`${site.url}/wall/?${query('dark', scenes)}`)
    await stands(page)
    site.asked()
    await room.run(extent, (words) => console.log(`${Math.round((performance.now() - began) / 1000)} s, ${words}`))
  } catch (cause) {
    throw new Error(`the page is not as expected: ${room.errors.join(', ')}`, { cause })
  } finally {
    await page.close()
    await site.close()
  }
  const { ledger, held, errors } = room
  return { ledger, held, errors, loads, builds: extent.deploys ? 2 : 0, seconds: (performance.now() - began) / 1000 }
}
