import { useWindow, type View } from '../../../../data'
import type { Problem } from '../../../../domain/problem'
import { newestFix } from '../../../../domain/problemRates'
import { incidentRules } from '../../../../domain/query/incident'
import { dateText } from '../../../../domain/time/format'
import { instant } from '../../../../domain/units'
import { hoursNote, hoursText, type ProblemRow, problemsSentence, rankingOf, rowsOf } from '../../model/problems'
import { count, counted } from '../../model/words'
import { type Row, type Section, text, withoutRows } from '../model/section'
import type { Given, MeasuredView } from './useMeasured'

const shown = 10
/** So many problems with a fix are judged. */
const judged = 60
/** So many incidents are looked at to judge them. */
const most = 4000

const titles = { problems: 'Top problems, and what became of their fixes', unheld: 'Fixes that did not hold' } as const
const what = 'problems'

const rowOf = (row: ProblemRow): Row => ({
  key: row.id,
  cells: [
    { text: row.id, to: row.to },
    text(row.title === row.id ? '' : row.title),
    { text: count(row.count), to: row.toIncidents },
    text(hoursText(row)),
    { text: row.verdict.text, ...(row.verdict.tone === 'bad' && { tone: 'sev2' as const }) },
    text(row.rates?.full ?? '–'),
    text(row.actions || '–'),
  ],
})

export interface ProblemsGiven extends Given {
  /** By problem, measuring the time to resolve. */
  readonly byProblem: MeasuredView
  readonly problems: View<'problems'>
  /** As they stood at the moment of the lock. */
  readonly known: readonly Problem[]
}

/** The problems with the most incidents, and all whose newest fix did not hold. */
export function useProblems({ scope, enabled, byProblem, problems, known }: ProblemsGiven): readonly Section[] {
  const { span, question, recordsAt } = scope
  const ranking = rankingOf(byProblem.view.summary)
  const every = rankingOf(byProblem.view.summary, 'hours').coming
  const top = ranking.coming.slice(0, shown)
  const fixes = new Map(known.flatMap((problem) => [[problem.id, newestFix(problem, span.now)] as const]))
  const withFix = every.filter(({ id }) => fixes.get(id))
  const ranked = [...new Set([...top, ...withFix.slice(0, judged)].map(({ id }) => id))].flatMap(
    (id) => every.find((each) => each.id === id) ?? [],
  )
  const ids = ranked.map(({ id }) => id)
  const settled = byProblem.state === 'ready' && problems.state !== 'loading'
  const asking = enabled && settled && ids.length > 0
  const incidents = useWindow('incidents', { problems: ids, openedTo: span.now, order: 'oldest' }, most, asking)
  const waits =
    asking && (incidents.state === 'loading' || incidents.outdated || incidents.parts.some((part) => part.pending))
  if (!settled || waits) {
    const state = byProblem.state === 'ready' ? 'loading' : byProblem.state
    const reading = { state, missing: byProblem.view.missing }
    return [
      withoutRows('problems', titles.problems, reading, what),
      withoutRows('unheld', titles.unheld, reading, what),
    ]
  }
  const whole = incidents.complete && incidents.parts.every((part) => part.error === undefined)
  const counting = question(['problem'], { clock: 'resolve' })
  const rows = rowsOf({
    ranked,
    records: known,
    incidents: incidents.state === 'ready' && whole ? incidents.items : undefined,
    counts: incidentRules.matcher(counting.query),
    from: span.from,
    until: instant(Math.min(span.to, span.now)),
    now: span.now,
    zone: span.zone,
    to: (problem) => recordsAt(counting, { problem: [problem] }),
  })
  const wanted = new Set(top.map(({ id }) => id))
  const broken = rows.filter(({ verdict }) => verdict.tone === 'bad')
  const unjudged = whole ? [] : ['Their incidents could not all be read: fixes are not judged.']
  const none =
    ranking.any === 0 ? ['No incident of this range points to a problem: this says nothing about what comes back.'] : []
  const linked = [problemsSentence(ranking), hoursNote(ranking), ...unjudged]
  return [
    {
      key: 'problems',
      title: titles.problems,
      state: 'ready',
      told: [...(none.length > 0 ? none : linked), ...cut(top.length, ranking.coming.length)],
      columns: ['Problem', 'Title', 'Incidents', 'Hours', 'Fix', 'Rate before and after the fix', 'Actions'],
      rows: rows.filter(({ id }) => wanted.has(id)).map(rowOf),
    },
    {
      key: 'unheld',
      title: titles.unheld,
      state: 'ready',
      told: [
        `${count(broken.length)} of ${counted(Math.min(withFix.length, judged), 'problem')} with incidents in the range and a declared fix: an incident began after the newest one.`,
        ...cut(judged, withFix.length),
        ...unjudged,
      ],
      columns: ['Problem', 'Title', 'Newest fix', 'What was done', 'Verdict', 'Rate before and after the fix'],
      rows: broken.map((row) => {
        const fix = fixes.get(row.id)
        return {
          key: row.id,
          cells: [
            { text: row.id, to: row.to },
            text(row.title === row.id ? '' : row.title),
            text(fix ? dateText(fix.at, span.zone) : '–'),
            text(fix?.what ?? '–'),
            { text: row.verdict.text, tone: 'sev2' },
            text(row.rates?.full ?? '–'),
          ],
        }
      }),
    },
  ]
}

/** That a list is not all. */
export const cut = (n: number, of: number): readonly string[] =>
  n < of ? [`The first ${count(n)} of ${count(of)} are listed.`] : []
