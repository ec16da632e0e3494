import { day24, type Duration, type Instant, instant, minute } from '../../src/domain/units'
import type { Incident, Severity } from '../../src/domain/incident'
import type { ChaosKind } from '../../mocks/chaos'
import { stream } from '../../mocks/world/random'
import { anIncident } from '../tools/records'

/** How much happens in how long. */
export interface Extent {
  /** Every round ends calm, so that rounds can be compared: an hour each, or at least 24 minutes. */
  readonly rounds: number
  readonly length: Duration
  readonly incidents: number
  readonly outages: number
  /** New builds come under the open page, of which the first is not whole. */
  readonly deploys: boolean
}

/** Something that happens at a moment. */
export type Happening = { readonly at: Instant } & (
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'outage'; readonly fault: ChaosKind | undefined }
  | { readonly kind: 'theme'; readonly theme: 'light' | 'dark' }
)

const faults: readonly ChaosKind[] = ['offline', 'error', 'hang', 'truncated', 'unauthenticated', 'partial']
const levels: readonly Severity[] = [1, 2, 2, 3, 3, 3, 4, 4, 4, 5]
/** What opens in a round does so early, and is over before its end: no life is longer than sixteen minutes. */
const opensWithin = (length: Duration): number => Math.min(0.4 * length, length - 18 * minute)

/** One incident from its beginning to its end; every seventh gets worse, and nobody has it then. */
function lifeOf(index: number, opened: Instant, random: () => number): readonly Happening[] {
  const severity = levels[index % levels.length] ?? 3
  const worsens = index % 7 === 3 && severity > 1
  const after = (ms: number) => instant(opened + Math.round(ms))
  const acknowledged = after((0.7 + 3 * random()) * minute)
  const worse = after(acknowledged - opened + (1 + 2 * random()) * minute)
  const again = instant(worse + Math.round((1 + 3 * random()) * minute))
  const resolved = instant((worsens ? again : acknowledged) + Math.round((1 + 4 * random()) * minute))
  const first = anIncident({
    id: `INC-${10_000 + index}`,
    title: `Fault ${index} ${'of the payment line '.repeat(index % 4)}`,
    severity,
    opened,
    workloads: [`w${index % 6}`],
    impact: `${index} of 1000 requests fail`,
    problem: `PRB-${index % 9}`,
  })
  const taken = { ...first, state: 'acknowledged', clocks: { ...first.clocks, acknowledged } } as const
  const states: readonly (readonly [Instant, Incident])[] = [
    [opened, first],
    [acknowledged, taken],
    ...(worsens
      ? ([
          [worse, { ...taken, severity: 1, state: 'triggered' }],
          [again, { ...taken, severity: 1 }],
        ] as const)
      : []),
    [
      resolved,
      { ...taken, severity: worsens ? 1 : severity, state: 'resolved', clocks: { ...taken.clocks, resolved } },
    ],
  ]
  return states.map(([at, incident], version) => ({
    at,
    kind: 'incident',
    incident: { ...incident, version: String(version) },
  }))
}

/** When the n-th of so many begins: spread over all rounds, with a crowd once a day. */
const openedAt = (start: Instant, { rounds, length }: Extent, share: number, random: () => number): Instant => {
  const at = Math.floor(share * rounds)
  const crowd = at % (day24 / length) === 10
  return instant(start + at * length + Math.round(random() * (crowd ? 2 * minute : opensWithin(length))))
}

/** Everything that happens, in order. The same each time. */
export function planOf(start: Instant, extent: Extent): readonly Happening[] {
  const { rounds, length, incidents, outages } = extent
  const random = stream(72, 'soak')
  const chance = () => random.next()
  const lives = Array.from({ length: incidents }, (_each, index) =>
    lifeOf(index, openedAt(start, extent, index / incidents, chance), chance),
  ).flat()
  const dark = Array.from({ length: outages }, (_each, index): readonly Happening[] => {
    const within = ((5 + 35 * chance()) / 60) * length
    const at = instant(start + Math.floor((index / outages) * rounds) * length + Math.round(within))
    return [
      { at, kind: 'outage', fault: faults[index % faults.length] },
      { at: instant(at + Math.round((1.5 + 6 * chance()) * minute)), kind: 'outage', fault: undefined },
    ]
  }).flat()
  const themes = Array.from({ length: Math.floor(rounds / 2) }, (_each, index): Happening => ({
    at: instant(start + (2 * index + 1 + 2 / 3) * length),
    kind: 'theme',
    theme: index % 2 === 0 ? 'light' : 'dark',
  }))
  return [...lives, ...dark, ...themes].toSorted((left, right) => left.at - right.at)
}
