import type { BarsModel, ShareModel } from '../../../src/charts'
import { seeded } from './kit'

export interface TrendsParams {
  readonly weeks: number
}

/** The numbers of one board: what both implementations draw. */
export interface Board {
  readonly bars: BarsModel
  readonly medians: BarsModel
  readonly share: ShareModel
  readonly hours: readonly number[]
}

const names = ['SEV5', 'SEV4', 'SEV3', 'SEV2', 'SEV1']
const day = 86_400_000

/** A year of a busy company's incidents, counted. `filter` stands for other filters: other numbers of the same shape. */
export function boardOf({ weeks }: TrendsParams, filter: number): Board {
  const random = seeded(5 + filter)
  const keys = Array.from({ length: weeks }, (_, week) =>
    new Date(Date.UTC(2025, 10, 24) + week * 7 * day).toISOString().slice(0, 10),
  )
  const bars = keys.map((key) => {
    const values = names.map((_, at) => Math.floor(random() * 60 * (at === 2 ? 3 : 1)) + 1)
    return {
      key,
      label: `Week of ${key}`,
      values,
      total: values.reduce((sum, each) => sum + each),
      to: `/i?from=${key}`,
    }
  })
  const mean = bars.reduce((sum, { total }) => sum + total, 0) / weeks
  const ticks = keys.filter((_, at) => at % 8 === 0).map((key) => ({ key, label: key.slice(0, 7) }))
  const frame = { signals: [], blanks: [], happened: [], ticks }
  const times = Array.from({ length: 80 }, (_, at) => 60_000 * 1.16 ** at)
  return {
    bars: {
      ...frame,
      bars,
      series: names.map((label, at) => ({ key: String(5 - at), label, fill: `var(--fill${5 - at})` })),
      levels: [{ from: 0, to: weeks - 1, mean, limits: { lower: mean * 0.7, upper: mean * 1.3 } }],
      top: Math.max(...bars.map(({ total }) => total)),
    },
    medians: {
      ...frame,
      bars: keys.map((key) => {
        const total = Math.floor(random() * 200) + 20
        return { key, label: key, values: [total], total, words: `median ${total} min`, to: `/i?from=${key}` }
      }),
      series: [{ key: 'median', label: 'Median', fill: 'var(--accent)' }],
      levels: [{ from: 0, to: weeks - 1, mean: 120, limits: { lower: 40, upper: 210 } }],
      top: 220,
    },
    share: {
      times,
      ticks: [60_000, 3_600_000, day].map((at) => ({ at, label: `${at / 60_000} min` })),
      curves: names.map((label, curve) => ({
        key: String(5 - curve),
        label,
        fill: `var(--fill${5 - curve})`,
        shares: times.map((_, at) => 1 - Math.exp(-(at + filter) / (12 + curve * 3))),
        closed: 900,
        open: 12,
        to: `/i?severity=${5 - curve}`,
      })),
    },
    hours: Array.from({ length: 168 }, () => Math.floor(random() * 40) + 1),
  }
}
