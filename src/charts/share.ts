/** One curve: the share that ended within t, at each of the model's times. */
export interface ShareCurve {
  readonly key: string
  readonly label: string
  /** CSS colour. */
  readonly fill: string
  /** Drawn as a hint, not as the answer: the still-open ones were left out. */
  readonly hint?: true
  /** Shares 0…1; undefined beyond the longest time anybody has waited. */
  readonly shares: readonly (number | undefined)[]
  /** 95 % intervals of the shares, where they can be told. */
  readonly bands?: readonly ({ readonly low: number; readonly high: number } | undefined)[]
  readonly closed: number
  readonly open: number
  /** Where its records are listed. */
  readonly to?: string
}

export interface ShareModel {
  /** Times in milliseconds, rising; the axis is logarithmic. */
  readonly times: readonly number[]
  readonly curves: readonly ShareCurve[]
  /** Marks on the time axis, each also a place to read the curves at. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/** `93 %`; `> 99 %` and `< 1 %` where rounding would claim all or nothing. */
export function percent(share: number): string {
  if (share > 0.99 && share < 1) return '> 99 %'
  if (share > 0 && share < 0.01) return '< 1 %'
  return `${Math.round(share * 100)} %`
}

/** The share of a curve at a time: its last known step at or before it. Undefined beyond its end. */
export function shareAt(model: ShareModel, curve: ShareCurve, at: number): number | undefined {
  const index = model.times.findLastIndex((time) => time <= at)
  return index < 0 ? 0 : curve.shares[index]
}
