import type { Ownership } from '../../../../domain/coverage'
import { pathTo } from '../../../../app/paths'
import type { SummaryQuestion } from '../../../../domain/summary'
import type { Summary } from '../../../../domain/summary'
import { answerFor, type Help, helps } from '../../learning/model/owners'
import { compareGroups, differenceText, groupOf } from '../../learning/model/spread'
import { sum } from '../../model/counts'
import { answersOf, percentText } from '../../model/shares'
import { count } from '../../model/words'
import type { Scope } from '../../scope'
import { type Section, text } from '../model/section'
import { cut } from './useProblems'

const shown = 15
const names: Readonly<Record<Help, string>> = { owner: 'owner', runbook: 'runbook', plan: 'response plan' }

/** Activities without an owner or a runbook that incidents were matched with, from a summary by activity and plan. */
export function ownersSection(
  scope: Scope,
  question: SummaryQuestion,
  summary: Summary,
  ownership: Ownership,
): Section {
  const planned = summary.cells.some(({ key }) => key[1] !== '')
  const answer = (help: Help) => answerFor(help, ownership, planned)
  const [owner, runbook] = [answer('owner'), answer('runbook')]
  const met = [...Map.groupBy(summary.cells, ({ key }) => key[0] ?? '')]
    .map(([activity, cells]) => ({
      activity,
      incidents: sum(cells.map((cell) => cell.count)),
      lacks: [...(owner([activity]) === 'no' ? ['owner'] : []), ...(runbook([activity]) === 'no' ? ['runbook'] : [])],
    }))
    .filter(({ lacks }) => lacks.length > 0)
    .toSorted((left, right) => right.incidents - left.incidents || (left.activity < right.activity ? -1 : 1))
  const told = helps.map((help) => {
    const test = answer(help)
    const { yes, no, out } = answersOf(summary, test)
    if (yes + no === 0) return `With ${names[help]}: not recorded.`
    const groups = [
      groupOf(summary, (key) => test(key) === 'yes'),
      groupOf(summary, (key) => test(key) === 'no'),
    ] as const
    return `With ${names[help]}: ${percentText({ count: yes, of: yes + no }).replaceAll('\u00a0', ' ')} of ${count(yes + no)} incidents (left out: ${count(out)}); without against with, to acknowledge: ${differenceText(compareGroups(...groups))}.`
  })
  return {
    key: 'ownership',
    title: 'Ownership gaps that met incidents',
    state: 'ready',
    told: [
      ...told,
      'Owners and runbooks are those of today. Left out are incidents matched with no activity, and activities whose sources do not record it.',
      ...cut(shown, met.length),
    ],
    columns: ['Activity', 'Workload', 'Lacks', 'Incidents'],
    rows: met.slice(0, shown).map(({ activity, incidents, lacks }) => {
      const standing = ownership.byId.get(activity)
      const workload = standing?.activity.workload ?? ''
      return {
        key: activity,
        cells: [
          { text: standing?.activity.name ?? activity, to: pathTo('ownership', { activity }) },
          text(ownership.workload(workload)?.name ?? workload),
          text(lacks.join(', ')),
          { text: count(incidents), to: scope.recordsAt(question, { activity: [activity] }) },
        ],
      }
    }),
  }
}
