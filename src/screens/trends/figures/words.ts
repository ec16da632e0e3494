/** How the verdicts are reached, for `About`. */
export const bootstrapSource =
  'Verdict: a real change is one whose bootstrap’s 95-percent interval excludes zero (Efron and Tibshirani 1993; seeded, so the same data give the same answer). Periods that are not over take no part.'

export const shareSource =
  'Verdict: a real change is one whose 95-percent interval of the difference excludes zero (Rubin’s Bayesian bootstrap 1981, with one more of each kind as Agresti and Caffo 2000; seeded). Periods that are not over take no part.'
