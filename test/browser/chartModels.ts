import { type BarsModel, severityLooks, type ShareModel } from '../../src/charts'

/** Twelve weeks, worst severity last in each stack; week 7 stands out, week 12 is not over. */
export function bars(): BarsModel {
  const counts = [
    [6, 4, 1, 0],
    [5, 3, 2, 1],
    [7, 4, 0, 0],
    [6, 5, 1, 0],
    [5, 4, 2, 0],
    [6, 3, 1, 1],
    [18, 12, 8, 4],
    [4, 2, 1, 0],
    [3, 3, 0, 0],
    [0, 0, 0, 0],
    [4, 2, 1, 1],
    [1, 1, 0, 0],
  ]
  return {
    bars: counts.map((values, index) => ({
      key: `2026-w${index + 1}`,
      label: `Week ${index + 1}`,
      values,
      total: values.reduce((sum, value) => sum + value, 0),
      to: `/incidents?week=${index + 1}`,
      ...(index === 11 && { partial: 'not over yet' }),
    })),
    series: severityLooks(['1', '2', '3', '4']).toReversed(),
    levels: [
      { from: 0, to: 6, mean: 14, limits: { lower: 0, upper: 35 } },
      { from: 7, to: 10, mean: 7, limits: { lower: 0, upper: 20 } },
    ],
    signals: [{ index: 6, text: 'outside normal: 42', detail: '11 of them from PRB-118', spoken: true }],
    blanks: [],
    happened: [],
    ticks: [
      { key: '2026-w1', label: 'Jan' },
      { key: '2026-w5', label: 'Feb' },
    ],
    top: 45,
  }
}

const hour = 3_600_000

/** Two severities and a hint; SEV2 is known up to 4 h only. */
export const share = (): ShareModel => ({
  times: [hour / 2, hour, 2 * hour, 4 * hour, 8 * hour],
  ticks: [
    { at: hour, label: '1 h' },
    { at: 4 * hour, label: '4 h' },
    { at: 8 * hour, label: '8 h' },
  ],
  curves: [
    {
      key: '1',
      label: 'SEV1',
      fill: 'var(--fill1)',
      shares: [0.2, 0.5, 0.9, 1, 1],
      closed: 10,
      open: 0,
      to: '/incidents?severity=1',
    },
    {
      key: '2',
      label: 'SEV2',
      fill: 'var(--fill2)',
      shares: [0.1, 0.3, 0.4, 0.6, undefined],
      closed: 6,
      open: 4,
      to: '/incidents?severity=2',
    },
    {
      key: 'hint',
      label: 'closed only',
      fill: 'var(--faint)',
      hint: true,
      shares: [0.2, 0.5, 0.8, 0.95, 1],
      closed: 16,
      open: 0,
    },
  ],
})
