import type { Improvement, Problem } from '../../../../domain/problem'
import type { Instant } from '../../../../domain/units'

interface Work {
  readonly state: Improvement['state']
  readonly doneAt?: Instant
}

/** Work as it stood at that moment: what was done later is open. Undated work is taken as it is recorded. */
function workAsOf<W extends Work>(work: W, now: Instant): W {
  if (work.doneAt === undefined || work.doneAt <= now) return work
  const { doneAt: _later, ...rest } = work
  // Without the moment, which may be absent, and with a state that every piece of work may have, it is still one.
  return { ...rest, state: 'open' } as W
}

/** Problems as they stood at that moment, as far as their records tell when something was done. */
export const problemsAsOf = (problems: readonly Problem[], now: Instant): readonly Problem[] =>
  problems
    .filter(({ opened }) => opened === undefined || opened <= now)
    .map((problem) => ({
      ...problem,
      fixes: problem.fixes.filter(({ at }) => at <= now),
      actions: problem.actions.map((action) => workAsOf(action, now)),
    }))

/** The same of improvements. */
export const improvementsAsOf = (improvements: readonly Improvement[], now: Instant): readonly Improvement[] =>
  improvements
    .filter(({ created }) => created === undefined || created <= now)
    .map((improvement) => workAsOf(improvement, now))

/** What no source tells the earlier standing of: said on the page and in every file. */
export const notLocked: readonly string[] = [
  'Edits of a record since then count: severity, team, workload, problem and labels of an incident, moments that were corrected, hand-offs and reopening, records that were added with an earlier date or taken away.',
  'Owners, runbooks and who has left are those of today.',
  'Due dates, owners, dropped work and workarounds are as recorded now; what was done since then is shown as open.',
]
