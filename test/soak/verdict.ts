import { hour } from '../../src/domain/units'
import type { Extent } from './plan'
import type { Held } from './page'
import type { Result } from './soak'

/** Bytes that the heap may grow by from the hour that it is compared with. */
const heapGrowth = 5e6
/** Of nodes and listeners, either way. */
const share = 0.05
/** Questions to the backend in a simulated minute. */
const mostPerMinute = 100
/** Timers that wait at once. */
const mostTimers = 80

const mega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const off = (from: number, to: number) => Math.abs(to - from) / from > share
const most = (numbers: readonly number[]) => numbers.reduce((high, each) => Math.max(high, each), 0)

function growth(from: Held | undefined, to: Held | undefined): readonly string[] {
  if (!from || !to) return ['the rounds to compare were not weighed']
  return [
    ...(to.heap - from.heap >= heapGrowth ? [`the heap grew from ${mega(from.heap)} to ${mega(to.heap)}`] : []),
    ...(off(from.nodes, to.nodes) ? [`nodes went from ${from.nodes} to ${to.nodes}`] : []),
    ...(off(from.listeners, to.listeners) ? [`listeners went from ${from.listeners} to ${to.listeners}`] : []),
    ...(to.timers > from.timers + 5 ? [`timers went from ${from.timers} to ${to.timers}`] : []),
  ]
}

/** What was not as it must be, in words; `from`: the round after which nothing may grow. */
export function verdict({ ledger, held, loads, builds, errors }: Result, from: number): readonly string[] {
  const last = Math.max(...held.keys())
  const unannounced = ledger.unannounced()
  return [
    ...growth(held.get(from), held.get(last)),
    ...ledger.faults,
    ...errors,
    ...(unannounced.length > 0 ? [`not announced: ${unannounced.join(', ')}`] : []),
    ...(ledger.sounds > ledger.mostSounds()
      ? [`${ledger.sounds} sounds, at most ${ledger.mostSounds()} promised`]
      : []),
    ...(ledger.sounds === 0 ? ['nothing sounded'] : []),
    ...(loads !== 1 + builds ? [`loaded ${loads} times for ${builds} builds`] : []),
    ...(most(ledger.perMinute) > mostPerMinute ? [`${most(ledger.perMinute)} questions in a minute`] : []),
    ...(most(ledger.timers) > mostTimers ? [`${most(ledger.timers)} timers at once`] : []),
  ]
}

/** `40 incidents by burningFrom; 12 timeline by incidents`: how often each is named, the most frequent first. */
const tallied = (names: readonly string[]): string =>
  [...Map.groupBy(names, (name) => name)]
    .map(([name, { length }]) => ({ name, length }))
    .toSorted((left, right) => right.length - left.length)
    .map(({ name, length }) => `${length} ${name}`)
    .join('; ')

/** A short table of what was measured. */
export function report({ ledger, held, loads, seconds }: Result, { rounds, length }: Extent): string {
  const told = ledger.delays.toSorted((left, right) => left - right)
  const rows = [...held].filter(([round]) => round % Math.max(1, Math.round(rounds / 12)) === 0 || round === rounds)
  const hoursOf = (round: number) => `${Number(((round * length) / hour).toFixed(1))}`
  const minutes = ledger.perMinute.toSorted((left, right) => left - right)
  return [
    `${hoursOf(rounds)} simulated hours in ${Math.round(seconds)} s: ${ledger.injected.size} incidents, ${ledger.outages} outages, ${loads} loads`,
    'hour      heap     nodes  listeners  timers',
    ...rows.map(([round, { heap, nodes, listeners, timers }]) =>
      [
        hoursOf(round).padStart(4),
        mega(heap).padStart(9),
        `${nodes}`.padStart(9),
        `${listeners}`.padStart(10),
        `${timers}`.padStart(7),
      ].join(''),
    ),
    `told: ${told.length} (${ledger.inTheDark.size} began and ended in an outage), median ${(told[told.length >> 1] ?? 0) / 1000} s, longest ${(told.at(-1) ?? 0) / 1000} s`,
    `SEV1 unacknowledged ${ledger.episodes()} times, announced ${ledger.announced}, sounded ${ledger.sounds} (promised at most ${ledger.mostSounds()})`,
    `questions in a minute: median ${minutes[minutes.length >> 1]}, most ${minutes.at(-1)} until ${new Date(ledger.fullest.at).toISOString().slice(5, 19)}: ${tallied(ledger.fullest.what)}`,
    `timers at once: most ${most(ledger.timers)}`,
    ...(ledger.faults.size > 0 ? ['', ...ledger.faults] : []),
  ].join('\n')
}
