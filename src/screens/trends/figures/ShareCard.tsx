import { useSummary } from '../../../data'
import type { Dimension, SummaryQuestion } from '../../../domain/summary'
import type { Measured } from '../model/figures'
import type { Comparable } from '../model/headWords'
import { bucketFor } from '../model/periods'
import { type AnswerOf, answersOf, shareFigure, type ShareWords } from '../model/shares'
import { count } from '../model/words'
import type { Scope } from '../scope'
import { Settling } from '../Settling'
import type { AboutProps } from './About'
import { Shown, Waiting } from './Shown'
import { shareSource } from './words'

type Key = Partial<Readonly<Record<Dimension, readonly string[]>>>

export interface ShareCardProps {
  readonly scope: Scope
  readonly comparable: Comparable
  readonly by: readonly Dimension[]
  readonly more?: Partial<SummaryQuestion>
  readonly words: ShareWords
  readonly about: Pick<AboutProps, 'definition' | 'formula'>
  readonly answerOf: AnswerOf
  /** What the rest is called, on the way to it: `on time or not due`. */
  readonly rest: string
  /** False while something is missing without which it cannot be told. */
  readonly enabled?: boolean
  readonly className?: string | undefined
}

/** The values of each dimension among the cells that answer so. */
function keyOf(keys: readonly (readonly string[])[], by: readonly Dimension[]): Key {
  return Object.fromEntries(by.map((dimension, at) => [dimension, [...new Set(keys.map((key) => key[at] ?? ''))]]))
}

/** A share of incidents with its verdict; it opens those of which it tells, and beside it the rest. */
export function ShareCard(props: ShareCardProps) {
  const { scope, comparable, by, more, words, about, answerOf, rest, enabled = true, className } = props
  const { span, before } = scope
  const bucket = bucketFor(span.step)
  const question = scope.question(by, { bucket, ...more })
  const view = useSummary(question, enabled)
  const earlier = useSummary(scope.question(by, { bucket, ...more }, before), enabled && before !== undefined)
  if (view.state !== 'ready') return <Waiting label={words.label} view={view} className={className} />
  const measured: Measured = { summary: view.summary, periods: span.periods, whole: comparable.now }
  const was: Measured | undefined =
    before && earlier.state === 'ready'
      ? { summary: earlier.summary, periods: before.periods, whole: comparable.before }
      : undefined
  const keys = (answer: 'yes' | 'no') =>
    view.summary.cells.flatMap(({ key }) => (answerOf(key) === answer ? [key] : []))
  const answers = answersOf(view.summary, answerOf)
  const recordsOf = (answer: 'yes' | 'no') =>
    answers[answer] > 0 ? scope.recordsAt(question, keyOf(keys(answer), by)) : undefined
  const figure = shareFigure(words, measured, was, answerOf)
  const others = figure.value === 'not available' ? undefined : recordsOf('no')
  return (
    <Settling waits={view.outdated || (before !== undefined && earlier.outdated)}>
      <Shown
        figure={figure}
        to={recordsOf('yes')}
        rest={others === undefined ? undefined : { text: `${count(answers.no)} ${rest}`, to: others }}
        about={{ ...about, source: shareSource, asOf: view.asOf ?? span.now, zone: span.zone }}
        className={className}
      />
    </Settling>
  )
}
