import { type SummaryView, useEventSummary, useSummary } from '../../../../data'
import { collapse } from '../../../../domain/summarise'
import { instant } from '../../../../domain/units'
import { eventsBy, fewEscalated, manyEvents, rulesOf } from '../../learning/model/rules'
import { sum } from '../../model/counts'
import { count, counted } from '../../model/words'
import { type Section, text, withoutRows } from '../model/section'
import type { Given } from './useMeasured'
import { cut } from './useProblems'

const shown = 10
const titles = { factors: 'Contributing factors', rules: 'Noisy rules' } as const

const severe = (key: readonly string[]) => key[1] === '1' || key[1] === '2'

/** What contributed to incidents, by how many. */
export function useFactors({ scope, enabled }: Given): { readonly section: Section; readonly view: SummaryView } {
  const question = scope.question(['factor', 'severity'])
  const view = useSummary(question, enabled)
  const all = useSummary(scope.question([]), enabled)
  const waits = view.outdated || all.outdated || all.state === 'loading'
  if (view.state !== 'ready' || waits) {
    const state = view.state === 'ready' ? 'loading' : view.state
    return { section: withoutRows('factors', titles.factors, { ...view, state }, 'contributing factors'), view }
  }
  const byFactor = collapse(view.summary, [0], true).cells.toSorted((left, right) => right.count - left.count)
  const named = byFactor.filter(({ key }) => key[0] !== '')
  const silent = sum(byFactor.filter(({ key }) => key[0] === '').map((cell) => cell.count))
  const total = sum(all.summary.cells.map((cell) => cell.count))
  const worst = (factor: string) =>
    sum(view.summary.cells.filter(({ key }) => key[0] === factor && severe(key)).map((cell) => cell.count))
  const overlap = `named ${count(sum(named.map((cell) => cell.count)))} times in all, as one may have several`
  const n =
    all.state === 'ready'
      ? `n = ${count(total)}: ${count(Math.max(0, total - silent))} with a factor, ${overlap}; `
      : ''
  return {
    view,
    section: {
      key: 'factors',
      title: titles.factors,
      state: 'ready',
      told: [`${n}left out: ${count(silent)} where none is recorded.`, ...cut(shown, named.length)],
      columns: ['Factor', 'Incidents', 'Of SEV1 or SEV2'],
      rows: named.slice(0, shown).map(({ key: [factor = ''], count: times }) => ({
        key: factor,
        cells: [
          text(factor),
          { text: count(times), to: scope.recordsAt(question, { factor: [factor] }) },
          text(count(worst(factor))),
        ],
      })),
    },
  }
}

/** Rules whose many events hardly ever became an incident. */
export function useRules({ scope: { span, filters }, enabled }: Given): {
  readonly section: Section
  readonly view: SummaryView
} {
  const to = instant(Math.min(span.to, span.now))
  const view = useEventSummary(
    {
      query: { from: span.from, to, ...(filters.workload.length > 0 && { workloads: filters.workload }) },
      zone: span.zone,
      by: eventsBy,
    },
    enabled,
  )
  if (view.state !== 'ready' || view.outdated) {
    const state = view.state === 'ready' ? 'loading' : view.state
    return { section: withoutRows('rules', titles.rules, { ...view, state }, 'events'), view }
  }
  const rules = rulesOf(view.summary)
  const noisy = rules.filter((rule) => rule.noisy)
  return {
    view,
    section: {
      key: 'rules',
      title: titles.rules,
      state: 'ready',
      told: [
        `${counted(noisy.length, 'rule')} of ${count(rules.length)} with ${count(manyEvents)} events or more, of which fewer than ${100 * fewEscalated} % were escalated; n = ${count(sum(rules.map(({ total }) => total)))} events. Only range and workloads narrow events.`,
        ...cut(shown, noisy.length),
      ],
      columns: ['Rule', 'Escalated', 'Grouped', 'Ignored', 'All'],
      rows: noisy.slice(0, shown).map(({ rule, outcomes, total }) => ({
        key: rule,
        cells: [
          text(rule),
          ...['escalated', 'grouped', 'ignored'].map((word) => text(count(outcomes[word] ?? 0))),
          text(count(total)),
        ],
      })),
    },
  }
}
