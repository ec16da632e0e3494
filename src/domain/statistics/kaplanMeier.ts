import { countOf, entriesOf, toBinned } from '../distribution'
import type { Distribution } from '../summary'

/** A length at which at least one incident ended. */
export interface SurvivalStep {
  /** Milliseconds. */
  readonly at: number
  /** Estimated share that is done within `at`. */
  readonly share: number
  /** Incidents known to last at least `at`: neither ended nor lost from sight before. */
  readonly atRisk: number
  readonly events: number
  /** Pointwise 95 % interval of the share. Absent where all are done, for there it cannot be estimated. */
  readonly band?: { readonly low: number; readonly high: number }
}

/** The share done within a time, as a step function, with what it was estimated from. */
export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[]
  /** All incidents, and those of them still open. */
  readonly count: number
  readonly open: number
  /** The longest length or age seen, in milliseconds. Beyond it the curve says nothing, unless all are done. */
  readonly longest: number
}

const z95 = 1.959_963_984_540_054
/** Shares are products of many quotients: a half may come out a hair below. */
const hair = 1e-9

/**
 * The product-limit estimate of the share done within t, counting the open ones: each takes part up to its age.
 * S(t) = Π (1 − dᵢ/nᵢ): E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of
 * the American Statistical Association 53 (1958) 457–481. Where an end and an age tie, the open one counts as at risk.
 * The band uses Greenwood's variance Σ dᵢ/(nᵢ(nᵢ − dᵢ)) on the scale log(−log S), which keeps it within 0 and 1:
 * J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time Data", 1980.
 */
export function kaplanMeier(closed: Distribution, open: Distribution): SurvivalCurve {
  // Ties between exact lengths and bins would be told apart by rounding alone.
  const mixed = closed.kind !== open.kind
  const ends = entriesOf(mixed ? toBinned(closed) : closed)
  const ages = entriesOf(mixed ? toBinned(open) : open)
  const count = countOf(closed) + countOf(open)

  let atRisk = count
  let gone = 0
  let survival = 1
  let variance = 0
  const steps = ends.map(([at, events]): SurvivalStep => {
    for (let age = ages[gone]; age !== undefined && age[0] < at; age = ages[gone]) {
      atRisk -= age[1]
      gone += 1
    }
    survival *= 1 - events / atRisk
    variance += events / (atRisk * (atRisk - events))
    const step = { at, share: 1 - survival, atRisk, events }
    atRisk -= events
    return survival > 0 ? { ...step, band: bandOf(survival, variance) } : step
  })
  return { steps, count, open: countOf(open), longest: Math.max(ends.at(-1)?.[0] ?? 0, ages.at(-1)?.[0] ?? 0) }
}

function bandOf(survival: number, variance: number): { low: number; high: number } {
  const width = Math.exp((z95 * Math.sqrt(variance)) / -Math.log(survival))
  return { low: 1 - survival ** (1 / width), high: 1 - survival ** width }
}

/** The estimated share done within `length`; undefined for no incidents, and past what was seen while some are open. */
export function shareWithin(curve: SurvivalCurve, length: number): number | undefined {
  if (curve.count === 0) return undefined
  const share = curve.steps.findLast((step) => step.at <= length)?.share ?? 0
  return length > curve.longest && share < 1 ? undefined : share
}

/** The shortest length within which that share is done; undefined where the curve does not reach it. */
export const lengthFor = (curve: SurvivalCurve, share: number): number | undefined =>
  curve.steps.find((step) => step.share >= share - hair)?.at

/** The median length with the open ones counted; undefined when it is not reached. */
export const medianOf = (curve: SurvivalCurve): number | undefined => lengthFor(curve, 0.5)
