import { useEventSummary } from '../../../data'
import { ChartFrame } from '../../../charts'
import type { EventWithin } from '../../../domain/eventDimension'
import type { EventQuery } from '../../../domain/query/timeline'
import { EmptyState } from '../../../ui'
import { methods } from '../methods'
import { sum } from '../model/counts'
import { count, counted } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { useEventsAddress } from './eventsAddress'
import { EventsDrawer } from './EventsDrawer'
import { RulesTable, ruleText } from './RulesTable'
import { countsOf, eventsBy, fewEscalated, manyEvents, rulesOf } from './model/rules'

const title = 'Events and what became of them'
const sub = 'by rule: escalated to an incident, grouped with others, ignored'

const titleOf = (within: readonly EventWithin[]) =>
  `Events: ${within.map(({ by, values }) => (by === 'rule' ? ruleText(values[0] ?? '') : `${by} ${values[0] || 'not recorded'}`)).join(', ') || 'all'}`

/** Per rule, what became of its events; rules that mostly cry wolf come first. */
export function Events({ scope: { span, filters } }: { readonly scope: Scope }) {
  const query: EventQuery = {
    from: span.from,
    to: span.to,
    ...(filters.workload.length > 0 && { workloads: filters.workload }),
  }
  const view = useEventSummary({ query, zone: span.zone, by: eventsBy })
  const { within, open, at, close } = useEventsAddress()
  const drawer = within && (
    <EventsDrawer query={{ ...query, within }} title={titleOf(within)} zone={span.zone} onClose={close} />
  )
  return (
    <>
      <Panel title={title} sub={sub} view={view} className={trends.wide} rows={8}>
        {() => {
          const rules = rulesOf(view.summary)
          const missing = view.missing.map(({ source, error }) => `${source} (${error.message})`)
          const noisy = rules.filter((rule) => rule.noisy)
          const n = sum(rules.map(({ total }) => total))
          const apart = sum(rules.map(({ planned }) => planned))
          const silent = sum(rules.map(({ outcomes }) => outcomes[''] ?? 0))
          const sentence = `n = ${count(n)}; ${counted(noisy.length, 'noisy rule')} (${count(manyEvents)} events or more, fewer than ${100 * fewEscalated} % escalated); ${count(apart)} planned stand apart; of ${count(silent)} nobody recorded what became. Only the range and workloads narrow events.`
          return (
            <ChartFrame
              title={title}
              sub={sub}
              method={methods.events}
              summary={sentence}
              table={{
                caption: 'Events by rule and outcome',
                columns: ['Rule', 'Escalated', 'Grouped', 'Ignored', 'Planned', 'All'],
                rows: rules.map((rule) => ({
                  key: rule.rule,
                  cells: [ruleText(rule.rule), ...countsOf(rule).map((each) => count(each.count))],
                  links: [undefined, ...countsOf(rule).map((each) => (each.count > 0 ? at(each.within) : undefined))],
                })),
              }}
              className={trends.wide ?? ''}
              note={missing.length > 0 ? `Not counted: events of ${missing.join(', ')}.` : undefined}
            >
              {rules.length === 0 ? (
                <EmptyState title="No events">
                  {view.state === 'absent' ? 'No source here tells events.' : 'None are recorded in this range.'}
                </EmptyState>
              ) : (
                <RulesTable rules={rules} onOpen={open} />
              )}
            </ChartFrame>
          )
        }}
      </Panel>
      {drawer}
    </>
  )
}
