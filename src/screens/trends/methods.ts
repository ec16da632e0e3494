/** How each chart is reckoned, and after whom: said behind its “Method”. */
const xmr =
  'level = mean, limits = mean ± 2.66 × mean moving range (XmR: Shewhart 1931, Wheeler 1993). A signal is a point outside the limits, or a run of 8 on one side of the level; a signalled shift begins a new level with limits of its own.'
const kaplanMeier =
  'Share done within t = 1 − Π (1 − dᵢ ÷ nᵢ): Kaplan and Meier 1958; the open ones take part up to their age.'
const bootstrap =
  'Differences of medians: bootstrap’s 95-percent interval (Efron and Tibshirani 1993; seeded, so the same data give the same answer); a real difference is one whose interval excludes zero.'

export const methods = {
  weekly: `Incidents by the day they began, on the calendar of the zone shown; ${xmr} Periods that are not over, and edges of the data, take no part.`,
  share: `${kaplanMeier} Bands: 95 %, Greenwood’s variance on the scale log(−log S) (Kalbfleisch and Prentice 1980). “Closed only” leaves the open ones out, which flatters.`,
  quantiles:
    'Linear interpolation (type 7 of Hyndman and Fan 1996) of the lengths that ended; in brackets the time within which Kaplan and Meier’s estimate has that share done, where it differs.',
  control: `Medians of consecutive whole days that hold enough incidents, by Kaplan and Meier’s estimate; ${xmr}`,
  problems:
    'A fix held when no incident of the problem began after it, for at least as long as the longest gap between its earlier ones; it did not hold when one did; else it is too early. Rates before and after the newest fix: ratio with the exact interval of Clopper and Pearson (1934) given all incidents.',
  hours: 'Each incident counts in the hour and on the weekday at which it began, on the clock of the zone shown.',
  factors:
    'Each incident counts once for each factor that it or its review names. By chance alone, two factors would meet in (incidents with the one × incidents with the other ÷ incidents with any).',
  handOffs: `Groups by how often an incident was handed on. ${bootstrap}`,
  owners: `An incident counts as with owner or runbook by the activity it was matched to, as that is recorded today; with plan by its own record. ${bootstrap}`,
  detection:
    'Groups by what the record says of the detection; the share of alarms is of those that say it. Change: 95-percent interval of the difference of shares (Rubin’s Bayesian bootstrap 1981; seeded).',
  events:
    'Events by the rule that raised them, and by what their source says became of them: escalated to an incident, grouped with others, or ignored. Planned ones are counted apart.',
  promises: 'Kept ÷ (kept + missed), as the source judged it; incidents of which it says nothing are left out.',
  ages: `From the opening of a problem to the newest fix of a resolved one. ${kaplanMeier}`,
  followThrough:
    'Open: neither done nor dropped. Age: since the problem was opened, or the improvement proposed. Overdue: due before now. Orphaned: without an owner who is known and active.',
} as const
