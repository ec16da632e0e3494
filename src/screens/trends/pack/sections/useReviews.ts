import { pathTo } from '../../../../app/paths'
import { useWindow, type View } from '../../../../data'
import type { IncidentQuery } from '../../../../domain/query/incident'
import { reviewDueAt, reviewPolicy } from '../../../../domain/reviewDue'
import { behind, type SummaryQuestion } from '../../../../domain/summary'
import { dateText } from '../../../../domain/time/format'
import { day24 } from '../../../../domain/units'
import { sum } from '../../model/counts'
import { count } from '../../model/words'
import { type Row, type Section, type SectionKey, text, withoutRows } from '../model/section'
import type { Given, MeasuredView } from './useMeasured'
import { cut } from './useProblems'

const shown = 25
const titles = { reviews: 'Overdue post-incident reviews', lessons: 'Lessons of post-incident reviews' } as const
const words = { reviews: ['overdue'], lessons: ['held', 'held-late'] } as const
type Kind = keyof typeof titles

/** The incidents of a kind: as many as are listed, and how many there are. */
function useIncidents(kind: Kind, question: SummaryQuestion, view: MeasuredView, enabled: boolean) {
  const wanted: readonly string[] = words[kind]
  const cells = view.view.summary.cells.filter(({ key }) => wanted.includes(key[1] ?? ''))
  const n = sum(cells.map((cell) => cell.count))
  const query: IncidentQuery = {
    ...behind(question, { review: wanted }),
    order: kind === 'reviews' ? 'oldest' : 'newest',
  }
  const incidents = useWindow('incidents', query, shown, enabled && view.state === 'ready' && n > 0)
  return { n, incidents, asked: n > 0 }
}

const missingOf = (parts: View<'incidents'>['parts']) =>
  parts.flatMap(({ source, error }) => (error ? [{ source, error }] : []))

/** Reviews that should have been held, and what those that were held taught. */
export function useReviews({ scope, enabled }: Given, view: MeasuredView): readonly Section[] {
  const { span } = scope
  const question = scope.question(['severity', 'review'])
  const overdue = useIncidents('reviews', question, view, enabled)
  const held = useIncidents('lessons', question, view, enabled)

  const section = (
    key: Kind & SectionKey,
    { n, incidents, asked }: typeof overdue,
    columns: readonly string[],
    told: readonly string[],
    rows: (items: typeof incidents.items) => readonly Row[],
  ): Section => {
    const reading = view.state !== 'ready' ? view.state : asked ? incidents.state : 'ready'
    const waits = asked && (incidents.outdated || incidents.parts.some((part) => part.pending))
    const state = reading === 'ready' && waits ? 'loading' : reading
    if (state !== 'ready') {
      const missing = view.state === 'ready' ? missingOf(incidents.parts) : view.view.missing
      return withoutRows(key, titles[key], { state, missing }, 'post-incident reviews')
    }
    return {
      key,
      title: titles[key],
      state,
      told: [...told, ...cut(incidents.items.length, n)],
      columns,
      rows: rows(incidents.items),
    }
  }
  const lessons = held.incidents.items.filter(({ review }) => (review?.lessons.length ?? 0) > 0).length
  const policy = `severity ${reviewPolicy.severities.join(' and ')} within ${count(reviewPolicy.within / day24)} days of the end`
  return [
    section(
      'reviews',
      overdue,
      ['Incident', 'Title', 'Severity', 'Was due', 'Late'],
      [`${count(overdue.n)} of the incidents of the range; the policy: ${policy}.`],
      (items) =>
        items.map((incident) => {
          const due = reviewDueAt(incident)
          return {
            key: incident.id,
            cells: [
              { text: incident.id, to: pathTo('incidents', { id: incident.id }) },
              text(incident.title),
              text(incident.severity === undefined ? 'unknown' : `SEV${incident.severity}`),
              text(due === undefined ? '–' : dateText(due, span.zone)),
              text(due === undefined ? '–' : `${count(Math.floor((span.now - due) / day24))} d`),
            ],
          }
        }),
    ),
    section(
      'lessons',
      held,
      ['Incident', 'Lessons', 'Held', 'Shared with'],
      [
        `${count(held.n)} reviews of incidents of the range were held; ${count(lessons)} of the ${count(held.asked ? held.incidents.items.length : 0)} that were looked at wrote lessons down.`,
      ],
      (items) =>
        items.flatMap(({ id, review }) =>
          review && review.lessons.length > 0
            ? [
                {
                  key: id,
                  cells: [
                    { text: id, to: pathTo('incidents', { id }) },
                    text(review.lessons.join(' · ')),
                    text(review.heldAt === undefined ? '–' : dateText(review.heldAt, span.zone)),
                    text(review.sharedWith.join(', ') || 'nobody recorded'),
                  ],
                },
              ]
            : [],
        ),
    ),
  ]
}
