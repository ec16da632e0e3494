import { useZone } from '../../../data'
import { dateTimeText } from '../../../domain/time/format'
import { formatInstant } from '../../../domain/units'
import { Icon, Time } from '../../../ui'
import { count, facetWords } from '../words'
import type { Connection, FacetAnswer } from './connection'
import { diagnose, type Diagnosis, type Whereabouts } from './diagnose'
import styles from './check.module.css'

function Trouble({ told: { name, words, advice, lines } }: { readonly told: Diagnosis }) {
  return (
    <>
      <b>{name}.</b> {words.replace(/\.?$/, '.')} <span className="muted">{advice}</span>
      {lines !== undefined && (
        <pre className={styles.lines}>
          <code>{lines}</code>
        </pre>
      )}
    </>
  )
}

function Answer({ answer, where }: { readonly answer: FacetAnswer; readonly where: Whereabouts }) {
  const zone = useZone().name
  const { facet, took, records = 0, total, more, asOf, caveats = [], failure } = answer
  const many =
    total === undefined
      ? more
        ? `more than ${records} records`
        : count(records, 'record', 'records')
      : count(total, 'record', 'records')
  return (
    <li className={failure ? styles.bad : styles.good}>
      <Icon name={failure ? 'warn' : 'check'} size={14} />
      <div>
        <b>{facetWords[facet]}</b>{' '}
        {failure ? (
          <Trouble told={diagnose(failure, where)} />
        ) : (
          <>
            {records === 0 ? 'answers: none there' : `answers: ${many}`}
            {facet === 'timeline' && records > 0 && ' of one incident'}, {Math.round(took)} ms
            {asOf !== undefined && (
              <span className="muted">
                , as of{' '}
                <Time iso={formatInstant(asOf)} absolute={dateTimeText(asOf, zone)}>
                  {dateTimeText(asOf, zone)}
                </Time>
              </span>
            )}
            {caveats.map((text) => (
              <p key={text} className="muted">
                {text}
              </p>
            ))}
          </>
        )}
      </div>
    </li>
  )
}

const verdictOf = ({ refused, answers }: Connection): string => {
  if (refused) return 'It does not open.'
  const failed = answers.filter(({ failure }) => failure).length
  if (answers.length === 0) return 'It opens, and offers nothing to read.'
  if (failed === 0) return `All ${answers.length} parts answer.`
  return `${answers.length - failed} of ${answers.length} parts answer.`
}

/** What came of a check, part by part, as it comes. */
export function ConnectionReport({
  connection,
  where,
}: {
  readonly connection: Connection
  readonly where: Whereabouts
}) {
  const { stage, opened, refused, answers, asking } = connection
  return (
    <div className={styles.report}>
      <p role="status">
        {stage === 'done'
          ? `${verdictOf(connection)}${opened === undefined ? '' : ` Opened in ${Math.round(opened)} ms.`}`
          : asking === undefined
            ? 'Opening…'
            : `Asking for ${facetWords[asking]}…`}
      </p>
      <ul>
        {refused && (
          <li className={styles.bad}>
            <Icon name="warn" size={14} />
            <div>
              <Trouble told={diagnose(refused, where)} />
            </div>
          </li>
        )}
        {answers.map((answer) => (
          <Answer key={answer.facet} answer={answer} where={where} />
        ))}
      </ul>
    </div>
  )
}
