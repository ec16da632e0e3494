import { pathTo } from '../../../app/paths'
import { ChartFrame } from '../../../charts'
import { useWhole } from '../../../data'
import { EmptyState, Link } from '../../../ui'
import { methods } from '../methods'
import { count, counted } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { Bars } from './Bars'
import styles from './learning.module.css'
import { ageCurve, ageMarks, byOwner, followThrough, type Open } from './model/followThrough'

const title = 'Follow-through'
const sub = 'open actions of problems, and improvements'
const everything = {}
const ownersShown = 5
const orphanWords = { nobody: 'nobody owns it', left: 'its owner has left', unknown: 'its owner is not known here' }

const placeOf = ({ problem }: Open) =>
  problem === undefined ? pathTo('reviews', { tab: 'improvements' }) : pathTo('problems', { id: problem })

interface ListedProps {
  readonly name: string
  readonly work: readonly Open[]
  readonly why?: (work: Open) => string | undefined
}

/** So many, and each of them a way to its record. */
const Listed = ({ name, work, why }: ListedProps) => (
  <details className={styles.groups}>
    <summary>
      {count(work.length)} {name}
    </summary>
    <ul aria-label={name}>
      {work.map((each) => (
        <li key={each.key}>
          <Link to={placeOf(each)}>{each.title}</Link>{' '}
          <span className={styles.extra}>{why?.(each) ?? each.problem}</span>
        </li>
      ))}
    </ul>
  </details>
)

/** What was promised and is still open: its age, what is late, what nobody works on; ideas apart. */
export function FollowThrough({ scope: { span } }: { readonly scope: Scope }) {
  const problems = useWhole('problems', everything)
  const improvements = useWhole('improvements', everything)
  const parties = useWhole('parties', everything)
  const views = [problems, improvements]
  const states = views.map(({ state }) => state)
  const state = (['loading', 'ready', 'failed'] as const).find((each) => states.includes(each)) ?? 'absent'
  const missing = views.flatMap(({ parts }) => parts.flatMap(({ source, error }) => (error ? [{ source, error }] : [])))
  const retry = () => views.forEach((view) => view.retry())
  return (
    <Panel title={title} sub={sub} view={{ state, missing, retry }} className={trends.narrow} rows={7}>
      {() => {
        const found = followThrough(problems.items, improvements.items, parties.items, span.now)
        const { commitments, ideas, overdue, orphaned } = found
        const ages = ageCurve(commitments, span.now)
        const why = new Map(orphaned.map(([orphan, { key }]) => [key, orphanWords[orphan]]))
        const names = new Map(parties.items.map(({ id, name }) => [id, name]))
        const owners = byOwner(found)
        const dateless = commitments.length - (ages[0] ?? 0)
        const partial = missing.length > 0 ? ` Not counted: ${missing.map(({ source }) => source).join(', ')}.` : ''
        const sentence =
          state === 'absent'
            ? 'No source here tells problems or improvements.'
            : `${counted(commitments.length, 'commitment')} open, ${count(overdue.length)} overdue, ${count(orphaned.length)} orphaned; ${counted(ideas.length, 'idea')} apart. Left out of ages: ${count(dateless)} without a date. An action counts from the opening of its problem. The filters above do not narrow them.${partial}`
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.followThrough}
            summary={sentence}
            table={{
              caption: 'Open commitments by age and by owner',
              columns: ['Age or owner', 'Open', 'Overdue'],
              rows: [
                ...ageMarks.map((days, index) => ({
                  key: String(days),
                  cells: [`${days} days or more`, count(ages[index] ?? 0), '–'],
                })),
                ...owners.map(({ owner, open, overdue: late }) => ({
                  key: `owner ${owner}`,
                  cells: [names.get(owner) ?? (owner || 'nobody'), count(open), count(late)],
                })),
              ],
            }}
            className={trends.narrow ?? ''}
          >
            {state === 'absent' ? (
              <EmptyState title="No promise is recorded">
                Actions come from problems, and improvements from a table of them or a backend that has them.
              </EmptyState>
            ) : (
              <>
                <Bars
                  label="Open commitments by age"
                  bars={ageMarks.map((days, index) => ({
                    key: String(days),
                    label: days === 0 ? 'open now' : `for ${days} d or more`,
                    count: ages[index] ?? 0,
                  }))}
                />
                <Listed name="overdue" work={overdue} />
                <Listed name="orphaned" work={orphaned.map(([, each]) => each)} why={({ key }) => why.get(key)} />
                <Listed name="commitments open" work={commitments} />
                <Listed name="ideas nobody has taken on" work={ideas} />
                <ul className={styles.lines} aria-label="By owner">
                  {owners.slice(0, ownersShown).map(({ owner, open, overdue: late }) => (
                    <li key={owner}>
                      {owner === '' ? (
                        'nobody'
                      ) : (
                        <Link to={pathTo('parties', { id: owner })}>{names.get(owner) ?? owner}</Link>
                      )}
                      : {count(open)} open, {count(late)} overdue
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
