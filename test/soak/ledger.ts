import type { ChaosKind } from '../../mocks/chaos'
import type { Incident } from '../../src/domain/incident'
import { type Instant, instant, minute } from '../../src/domain/units'
import { isPressing } from '../../src/domain/wall/order'
import type { Seen } from './page'

/** Milliseconds within which the wall promises to tell what is new: two looks at its source. */
export const promised = 56_000
/** Milliseconds after an outage within which it is itself again: the longest pause, a look, and the steps of the soak. */
const recovered = 100_000
/** Milliseconds after which what is not told any more must not be called live. */
const believed = 70_000
/** Milliseconds between two sounds for one SEV1. */
const every = 2 * minute
/** Notes of one sound. */
const notesOfSound = 6

/** For how long one SEV1 was not acknowledged. */
interface Episode {
  readonly id: string
  readonly from: Instant
  to?: Instant
}

/** What happened and what the wall told of it. */
export class Ledger {
  /** What must not be, in words; each once. */
  readonly faults = new Set<string>()
  readonly delays: number[] = []
  readonly perMinute: number[] = []
  /** What was asked in the fullest minute, and when that was over. */
  fullest: { readonly at: Instant; readonly what: readonly string[] } = { at: instant(0), what: [] }
  readonly timers: number[] = []
  readonly injected = new Set<string>()
  /** Began and ended while the source could not be asked. */
  readonly inTheDark = new Set<string>()
  outages = 0
  announced = 0
  sounds = 0
  #waiting = new Map<string, Instant>()
  #expected: { readonly at: Instant; readonly counts: string }[] = []
  #episodes: Episode[] = []
  #named = new Map<string, number>()
  #outage: { readonly kind: ChaosKind; readonly from: Instant } | undefined
  #dark: { readonly from: Instant; readonly to: Instant }[] = []
  #well: Instant | undefined
  #notes = 0
  #asked: { readonly at: Instant; readonly what: readonly string[] }[] = []

  changed(at: Instant, incident: Incident): void {
    const { id, state } = incident
    if (!this.injected.has(id)) this.#waiting.set(id, at)
    this.injected.add(id)
    const open = this.#episodes.findLast((each) => each.id === id && each.to === undefined)
    if (isPressing(incident)) this.#episodes.push({ id, from: at })
    else if (open) open.to = at
    if (state === 'resolved' && this.#waiting.delete(id)) this.#gone(id, at)
  }

  /** Over before it was told: only an outage excuses that. */
  #gone(id: string, at: Instant): void {
    if (this.#outage || (this.#well !== undefined && at - this.#well < recovered)) this.inTheDark.add(id)
    else this.#fault(at, `${id} was never told`)
  }

  fault(at: Instant, kind: ChaosKind | undefined): void {
    if (kind) this.outages += 1
    else this.#well = at
    if (this.#outage) this.#dark.push({ from: this.#outage.from, to: instant(at + recovered) })
    this.#outage = kind && { kind, from: at }
  }

  /** The page is another one: what it counts begins anew. */
  reloaded(at: Instant): void {
    this.#notes = 0
    this.#well = at
  }

  /** What the wall shows at `at`, beside what it should. */
  look(at: Instant, counts: string, seen: Seen, asked: readonly string[]): void {
    const well = !this.#outage && (this.#well === undefined || at - this.#well > recovered)
    this.#expected.push({ at, counts })
    if (well) this.#expected = this.#expected.filter((each) => each.at >= at - promised)
    const matches = this.#expected.some((each) => each.counts === seen.counts)
    if (matches) this.#told(at, seen.counts === counts)
    if (!matches && this.#outage?.kind !== 'partial' && (well || this.#outage))
      this.#fault(at, `the wall counts “${seen.counts}”, it should be “${counts}”`)
    if (well) {
      if (seen.picture !== 'live') this.#fault(at, `the picture is ${seen.picture}, though all is well`)
      for (const [id, from] of this.#waiting) if (at - from > recovered) this.#fault(at, `${id} is not told in time`)
    }
    this.#honest(at, seen)
    this.#heard(at, seen)
    this.#load(at, seen, asked)
  }

  #told(at: Instant, all: boolean): void {
    if (!all) return
    for (const from of this.#waiting.values()) this.delays.push(at - from)
    this.#waiting.clear()
  }

  #honest(at: Instant, { live, quiet, picture }: Seen): void {
    if (!this.#outage || at - this.#outage.from < believed) return
    const { kind } = this.#outage
    if (quiet) this.#fault(at, `“All quiet” while ${kind}`)
    if (kind !== 'partial' && (live || picture === 'live')) this.#fault(at, `“live” while ${kind}`)
  }

  #heard(at: Instant, { named, notes }: Seen): void {
    for (const id of named) {
      this.#named.set(id, (this.#named.get(id) ?? 0) + 1)
      this.announced += 1
      const begun = this.#episodes.filter((each) => each.id === id).length
      if ((this.#named.get(id) ?? 0) > begun && !this.#crowded(id)) this.#fault(at, `${id} is announced again`)
    }
    const sounds = (notes - this.#notes) / notesOfSound
    if (sounds > 0 && !this.#episodes.some(({ to }) => to === undefined || at - to < believed))
      this.#fault(at, 'it sounds though nothing is unacknowledged')
    this.sounds += sounds
    this.#notes = notes
  }

  /** Another one was told in its time: the alert names the worst, and comes back to it when that is over. */
  #crowded(id: string): boolean {
    const own = this.#episodes.findLast((each) => each.id === id)
    const since = own?.from ?? 0
    const until = (own?.to ?? Infinity) + believed
    return this.#episodes.some(
      ({ id: other, from, to }) => other !== id && from <= until && (to ?? Infinity) + believed >= since,
    )
  }

  #load(at: Instant, { timers }: Seen, what: readonly string[]): void {
    this.timers.push(timers)
    this.#asked = [...this.#asked, { at, what }].filter((each) => each.at > at - minute)
    const all = this.#asked.flatMap((each) => each.what)
    this.perMinute.push(all.length)
    if (all.length > this.fullest.what.length) this.fullest = { at, what: all }
  }

  /** SEV1s that stood alone for a while in good times, and were not announced. */
  unannounced(): readonly string[] {
    const whole = this.#episodes.filter(({ from, to = from }) => {
      const dark = this.#dark.filter((each) => each.from < to && each.to > from)
      return to - Math.max(from, ...dark.map((each) => each.to)) > 2 * promised
    })
    return whole.filter(({ id }) => !this.#named.has(id)).map(({ id }) => id)
  }

  /**
   * The most that may have sounded: once for each, and again after every two minutes for as long as the wall could not
   * know that it was acknowledged: until its next look, or in an outage until its picture is old, which does not sound.
   */
  mostSounds(): number {
    const known = ({ from, to }: Episode) => (to ?? from) + believed - from
    return this.#episodes.reduce((sum, episode) => sum + 1 + Math.floor(known(episode) / every), 0)
  }

  episodes(): number {
    return this.#episodes.length
  }

  #fault(at: Instant, what: string): void {
    if (this.faults.size < 20) this.faults.add(`${new Date(at).toISOString().slice(5, 19)} ${what}`)
  }
}
