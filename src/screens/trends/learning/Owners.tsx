import { pathTo } from '../../../app/paths'
import { ChartFrame } from '../../../charts'
import { useOwnership, useSummary } from '../../../data'
import { EmptyState, Link } from '../../../ui'
import { methods } from '../methods'
import { type Answer, answersOf, percentText } from '../model/shares'
import { count } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { Bars, tableOfBars } from './Bars'
import styles from './learning.module.css'
import { answerFor, type Help, helps } from './model/owners'
import { compareGroups, differenceText, groupOf, medianText } from './model/spread'

const title = 'Ownership in incidents'
const sub = 'what a responder could find, as ownership stands now'
const names: Readonly<Record<Help, string>> = { owner: 'owner', runbook: 'runbook', plan: 'response plan' }
const gaps = { owner: 'no-accountable', runbook: 'no-runbook' } as const

/** The share of incidents with an owner, a runbook and a plan, and whether those without took longer. */
export function Owners({ scope }: { readonly scope: Scope }) {
  const by = ['activity', 'plan'] as const
  const question = scope.question(by, { clock: 'acknowledge' })
  const acknowledge = useSummary(question)
  const resolve = useSummary(scope.question(by, { clock: 'resolve' }), acknowledge.state === 'ready')
  const { ownership, state } = useOwnership()
  return (
    <Panel
      title={title}
      sub={sub}
      view={{ ...acknowledge, outdated: acknowledge.outdated || resolve.outdated }}
      className={trends.wide}
      rows={7}
    >
      {() => {
        const { cells } = acknowledge.summary
        const planned = cells.some(({ key }) => key[1] !== '')
        const told = helps.map((help) => {
          const answerOf = answerFor(help, ownership, planned)
          const answers = answersOf(acknowledge.summary, answerOf)
          const at = help === 'plan' ? 1 : 0
          const valuesOf = (answer: Answer) => [
            ...new Set(cells.flatMap(({ key }) => (answerOf(key) === answer ? [key[at] ?? ''] : []))),
          ]
          const group = (view: typeof resolve, answer: Answer) =>
            groupOf(view.summary, (key) => answerOf(key) === answer)
          const bar = (answer: 'yes' | 'no') => ({
            key: `${help} ${answer}`,
            label: `${answer === 'yes' ? 'with' : 'without'} ${names[help]}`,
            count: answers[answer],
            to: scope.recordsAt(question, { [help === 'plan' ? 'plan' : 'activity']: valuesOf(answer) }),
            extra: `to acknowledge: ${medianText(group(acknowledge, answer))}`,
          })
          return { help, answers, group, bars: answers.yes + answers.no > 0 ? [bar('yes'), bar('no')] : [] }
        })
        const bars = told.flatMap((each) => each.bars)
        const shares = told.map(({ help, answers: { yes, no, out } }) =>
          yes + no === 0
            ? `${names[help]}: not recorded`
            : `${names[help]}: ${percentText({ count: yes, of: yes + no })} of ${count(yes + no)} (left out: ${count(out)})`,
        )
        const sentence = `${shares.join('; ')}. Left out are incidents matched with no activity, and activities whose sources do not record it. Owners and runbooks are those of today; plans are those attached to the incident.`
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.owners}
            summary={sentence}
            table={tableOfBars('Incidents by what a responder could find', 'Found', bars, 'Time to acknowledge')}
            className={trends.wide ?? ''}
          >
            {bars.length === 0 ? (
              <EmptyState title={state === 'loading' ? 'Reading owners' : 'Nothing to judge by'}>
                It takes incidents matched with activities whose owners are recorded.
              </EmptyState>
            ) : (
              <>
                <Bars label="Incidents by what a responder could find" bars={bars} />
                <ul className={styles.lines} aria-label="Time that gaps go with">
                  {told
                    .filter((each) => each.bars.length > 0)
                    .map(({ help, group }) => (
                      <li key={help}>
                        Without {names[help]} against with: to acknowledge{' '}
                        {differenceText(compareGroups(group(acknowledge, 'yes'), group(acknowledge, 'no')))};{' '}
                        {resolve.state === 'ready' &&
                          `to resolve ${differenceText(compareGroups(group(resolve, 'yes'), group(resolve, 'no')))}. `}
                        {help !== 'plan' && (
                          <Link to={pathTo('ownership', { gap: gaps[help] })}>Activities without {names[help]}</Link>
                        )}
                      </li>
                    ))}
                </ul>
              </>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
