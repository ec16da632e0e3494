import { useEffect, useEffectEvent } from 'react'
import { type Clock, useWindow, useZone, type View } from '../../data'
import { timeText } from '../../domain/time/format'
import { hour, type Instant, minute } from '../../domain/units'
import { notice } from '../../ui'
import { chance } from '../chance'
import { lastReload, mayReload, reloadNoted } from '../reload'
import { newestBuild, ownBuild, thisPage, wholePage } from './build'
import { type News, watchBuild } from './watchBuild'

const unacknowledged = { states: ['triggered'] } as const
const most = 100
const inputs = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const
const of = 'new version'

/** A picture older than this is not worth keeping for its own sake. */
const worthless = hour

/** Why the page should not be given up now, in words that go on after “once”. */
export function hindrance(parts: View<'incidents'>['parts'], now: Instant, touched: Instant): string | undefined {
  if (parts.some(({ items }) => items.some(({ severity }) => severity === 1))) return 'every SEV1 is acknowledged'
  if (now - touched < minute) return 'nobody has touched this for a minute'
  const last = parts.find(({ error, asOf }) => error && asOf !== undefined && now - asOf < worthless)
  if (last) return `${last.source} answers again: its last picture would be lost`
  return mayReload(now) ? undefined : 'ten minutes have passed since it last loaded itself, and nothing is unsent'
}

function wordsOf(news: News | undefined, zone: string): string | undefined {
  if (!news) return undefined
  if (news.kind === 'at')
    return `A new version of Watchbill: this display loads itself anew at ${timeText(news.at, zone)}.`
  if (news.kind === 'once') return `A new version of Watchbill: this display loads itself anew once ${news.hinder}.`
  return 'A new version of Watchbill is there, but the old one came: something between this display and the server keeps it.'
}

/** Goes over to new builds by itself. Draws nothing: what it has to say is a notice. */
export function Renewal({ clock, base }: { readonly clock: Clock; readonly base: string }): null {
  const { parts } = useWindow('incidents', unacknowledged, most)
  const { name: zone } = useZone()
  const tell = useEffectEvent((news: News | undefined) => notice(of, wordsOf(news, zone)))
  const hinder = useEffectEvent((touched: Instant) => hindrance(parts, clock.now(), touched))
  useEffect(() => {
    const own = ownBuild()
    if (own === undefined) return undefined
    let touched = clock.now() - minute
    const touch = () => {
      touched = clock.now()
    }
    const left = new AbortController()
    const { signal } = left
    const build = watchBuild({
      clock,
      random: chance,
      own,
      look: () => newestBuild(base, { signal }),
      triedFor: () => lastReload()?.build,
      hinder: () => hinder(touched as Instant),
      go: async (build) => {
        if ((await wholePage(thisPage(), { signal })) !== build) throw new Error('The page is not of that build yet')
        if (!reloadNoted(clock.now(), build)) throw new Error('Nothing can be noted')
      },
      tell: (news) => tell(news),
    })
    const gone = () => build.check()
    addEventListener('vite:preloadError', gone)
    for (const input of inputs) addEventListener(input, touch, { passive: true })
    return () => {
      left.abort()
      build.stop()
      notice(of, undefined)
      removeEventListener('vite:preloadError', gone)
      for (const input of inputs) removeEventListener(input, touch)
    }
  }, [clock, base])
  return null
}
