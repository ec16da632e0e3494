import { isWhole, type SummaryView, useSources, useWhole, type View } from '../../../data'
import { dateText, dateTimeText } from '../../../domain/time/format'
import { instant } from '../../../domain/units'
import { workOf } from '../model/actions'
import { whole } from '../model/edges'
import { isBinned } from '../model/figures'
import { comparableOf } from '../model/headWords'
import { type Extent, silentSince } from '../model/range'
import { scopeLines } from '../model/scopeLines'
import { weeklyView } from '../model/weekly'
import type { Scope } from '../scope'
import { improvementsAsOf, problemsAsOf } from './model/asOf'
import { type Section, sectionKeys, withoutRows } from './model/section'
import { signalsSection } from './model/signalRows'
import { overdueSection } from './sections/overdue'
import { ownersSection } from './sections/owners'
import { useFactors, useRules } from './sections/useLearning'
import { useFigures } from './sections/useFigures'
import { useMeasured } from './sections/useMeasured'
import { useProblems } from './sections/useProblems'
import { useReviews } from './sections/useReviews'
import { useShares } from './sections/useShares'

const everything = {}

/** All that the pack says, in its order. */
export interface PackView {
  readonly sections: readonly Section[]
  /** Nothing is being read any more: only then is it handed out. */
  readonly settled: boolean
  /** Incidents of the range; undefined while they are counted. */
  readonly incidents: number | undefined
  /** What was looked at, and when. One line each. */
  readonly scope: readonly string[]
  /** What is missing from it, or must be known to read it. A sentence each. */
  readonly limits: readonly string[]
  /** Sources that tell incidents, and why nothing could be read where that failed. */
  readonly failed: string | undefined
  readonly retry: () => void
}

const errorsOf = (parts: View<'problems'>['parts'] | View<'improvements'>['parts']) =>
  parts.flatMap(({ source, error }) => (error ? [{ source, error }] : []))

/** Asks for everything in the pack; what is seen first is asked first. */
export function usePack(scope: Scope, extent: Extent, sideBySide: boolean): PackView {
  const { span, before } = scope
  const all = { now: [...span.periods.keys()], before: [...(before?.periods.keys() ?? [])] }
  const resolve = useMeasured({ scope, comparable: all, enabled: true }, ['severity'], { clock: 'resolve' })
  const enabled = resolve.view.state === 'ready'
  const byProblem = useMeasured({ scope, comparable: all, enabled }, ['problem'], { clock: 'resolve' })
  const until = silentSince(extent, span.now) ?? (extent.live ? span.now : instant(extent.last + 1))
  const weekly = weeklyView({
    summary: resolve.view.summary,
    ...(byProblem.state === 'ready' && { problems: byProblem.view.summary }),
    span,
    recorded: { first: extent.first, until },
    to: ({ start, end }) => scope.recordsAt(scope.question([]), {}, { from: start, to: end }),
  })
  const given = { scope, comparable: comparableOf(before, whole(span.periods, weekly.gaps), sideBySide), enabled }

  const problems = useWhole('problems', everything)
  const improvements = useWhole('improvements', everything)
  const parties = useWhole('parties', everything)
  const known = problemsAsOf(problems.items, span.now)
  const work = improvementsAsOf(improvements.items, span.now)
  const states = [problems.state, improvements.state]
  const works = (['loading', 'ready', 'failed'] as const).find((state) => states.includes(state)) ?? 'absent'

  const shares = useShares(given, problems, known)
  const compared = {
    now: { ...resolve.now, whole: given.comparable.now },
    was: resolve.was && { ...resolve.was, whole: given.comparable.before },
  }
  const figures = useFigures({
    ...given,
    resolve: { ...resolve, ...compared },
    shares,
    work: works === 'ready' ? workOf(known, work) : undefined,
  })
  const coming = useProblems({ ...given, byProblem, problems, known })
  const reviews = useReviews(given, shares.reviews)
  const factors = useFactors(given)
  const rules = useRules(given)

  const missing = [...errorsOf(problems.parts), ...errorsOf(improvements.parts)]
  const waiting = { state: resolve.state, missing: resolve.view.missing }
  const found = [
    figures.section,
    resolve.state === 'ready'
      ? signalsSection(weekly, span.periods, span.step)
      : withoutRows('signals', 'Signals', waiting, 'incidents'),
    ...coming,
    works === 'ready'
      ? overdueSection({
          problems: known,
          improvements: work,
          parties: parties.items,
          span,
          missing: missing.map(({ source }) => source),
        })
      : withoutRows(
          'overdue',
          'Overdue actions and improvements',
          { state: works, missing },
          'problems or improvements',
        ),
    ...reviews,
    shares.owned.state === 'ready'
      ? ownersSection(scope, scope.question(['activity', 'plan']), shares.owned.view.summary, shares.ownership)
      : withoutRows(
          'ownership',
          'Ownership gaps that met incidents',
          { state: shares.owned.state, missing: shares.owned.view.missing },
          'ownership',
        ),
    factors.section,
    rules.section,
  ]
  const sections = sectionKeys.flatMap((key) => found.find((section) => section.key === key) ?? [])
  const views = [resolve.view, byProblem.view, ...figures.views, ...shares.views, factors.view, rules.view]
  return {
    sections,
    settled: sections.every(({ state }) => state !== 'loading') && !views.some((view) => view.outdated),
    incidents: resolve.state === 'ready' ? weekly.total : undefined,
    scope: useScopeLines(scope),
    limits: useLimits(views, [problems, improvements]),
    failed: resolve.view.state === 'failed' ? missing.concat(resolve.view.missing).map(told).join('; ') : undefined,
    retry: resolve.view.retry,
  }
}

const told = ({ source, error }: { readonly source: string; readonly error: Pick<Error, 'message'> }) =>
  `${source}: ${error.message}`

/** Range, comparison, filters, zone, sources and moment. */
function useScopeLines(scope: Scope): readonly string[] {
  const { span, before } = scope
  const sources = useSources()
  const telling = sources.filter(({ source }) => source?.readers.incidents !== undefined).map(({ title }) => title)
  const day = (at: number) => dateText(instant(at), span.zone)
  return [
    ...scopeLines(scope),
    before ? `Compared with ${day(before.from)} to ${day(before.to - 1)}` : 'Compared with nothing: no earlier records',
    `Sources of incidents: ${telling.join(', ') || 'none'}`,
    `As of ${dateTimeText(span.now, span.zone)}, locked`,
  ]
}

/** What must be known to read it. */
function useLimits(
  views: readonly SummaryView[],
  lists: readonly (View<'problems'> | View<'improvements'>)[],
): readonly string[] {
  const sources = useSources()
  const titleOf = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  const missing = [...views.flatMap((view) => view.missing), ...lists.flatMap(({ parts }) => errorsOf(parts))]
  const texts = [
    ...missing.map(({ source, error }) => `${titleOf(source)} is missing from some of it: ${error.message}`),
    ...views.flatMap(({ caveats }) => caveats.map(({ text }) => text)),
    ...lists.flatMap(({ parts }) => parts.flatMap(({ caveats }) => caveats.map(({ text }) => text))),
    ...(lists.some((list) => list.state === 'ready' && !list.parts.some((part) => part.pending) && !isWhole(list))
      ? ['Not all problems or improvements could be read.']
      : []),
    ...(views.some(({ summary }) => isBinned(summary))
      ? ['A source tells lengths in bins: medians and p90 are within 1 % of the exact ones.']
      : []),
  ]
  return [...new Set(texts)]
}
