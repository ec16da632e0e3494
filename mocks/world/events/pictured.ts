import type { OpsEvent } from '../../../src/domain/event'
import { after, type Id } from '../../../src/domain/units'
import type { Random } from '../random'
import { at, minutes, today, worldNow } from '../time'

type Numbering = () => Id

const point = (id: Id, title: string, clock: string, workloads: readonly Id[]): OpsEvent => ({
  id,
  title,
  kind: 'alarm',
  at: today(clock),
  planned: false,
  origin: 'internal',
  workloads,
})

/** The events around the open incidents that the screens name. */
const told = (id: Numbering): readonly OpsEvent[] => [
  { id: id(), title: 'deploy ledger 4.81', kind: 'deploy', at: today('08:59'), until: today('09:02'), planned: true, origin: 'internal', workloads: ['payments-ledger'] },
  { id: id(), title: 'Bank certificate rotated in eu-west-1', kind: 'change', at: today('08:57'), planned: true, origin: 'external', workloads: ['card-gateway', 'eu-west-region'] },
  { ...point(id(), 'card_decline_ratio > 0.15', '09:04', ['payments-ledger', 'card-gateway']), rule: 'card_decline_ratio > 0.15', severity: 2, pages: true, incident: 'INC-2291', escalatedBy: 'customer impact above 15% for 5 min', outcome: 'escalated' },
  { ...point(id(), 'card_decline_ratio > 0.25', '09:13', ['card-gateway']), rule: 'card_decline_ratio > 0.25', severity: 1, pages: true, incident: 'INC-2291', outcome: 'grouped' },
  { ...point(id(), 'region-unhealthy', '09:11', ['eu-west-region']), rule: 'region-unhealthy', severity: 2, pages: true, incident: 'INC-2291', outcome: 'grouped' },
  { id: id(), title: 'Change freeze', kind: 'freeze', at: today('18:00'), until: at('2026-11-23T06:00:00Z'), planned: true, origin: 'internal', workloads: [] },
  { id: id(), title: 'Winter offers', kind: 'promotion', at: at('2026-11-27T06:00:00Z'), until: at('2026-11-30T23:00:00Z'), planned: true, origin: 'internal', workloads: ['checkout-api', 'promotions', 'pricing'] },
  { id: id(), title: 'Game day: payments without eu-west-1', kind: 'test', at: at('2026-12-02T09:00:00Z'), until: at('2026-12-02T12:00:00Z'), planned: true, origin: 'internal', workloads: ['payments-ledger', 'eu-west-region'] },
] // prettier-ignore

/** Lanes of the swimlane and of the wall, with how many marks and how far back. */
const lanes: readonly (readonly [workload: Id, marks: number, minutes: number])[] = [
  ['payments-ledger', 26, 62],
  ['card-gateway', 24, 62],
  ['eu-west-region', 25, 62],
  ['payments-ledger', 32, 1_440],
  ['checkout-api', 36, 1_440],
  ['search-index', 36, 1_440],
  ['edge', 38, 1_440],
]

const marks = (random: Random, id: Numbering): readonly OpsEvent[] =>
  lanes.flatMap(([workload, count, back]) =>
    Array.from({ length: count }, (): OpsEvent => ({
      id: id(),
      title: random.pick([
        'health probe slow',
        'retry budget low',
        'connection reset',
        'configuration read',
        'replica switched',
      ]),
      kind: random.pick(['health', 'change', 'alarm'] as const),
      at: after(worldNow, minutes(-random.int(1, back * 60) / 60)),
      planned: false,
      origin: 'internal',
      workloads: [workload],
      pages: false,
      outcome: 'ignored',
    })),
  )

/** The last day as the design shows it, and what is planned next. */
export const picturedEvents = (random: Random, id: Numbering): readonly OpsEvent[] => [
  ...told(id),
  ...marks(random, id),
]
