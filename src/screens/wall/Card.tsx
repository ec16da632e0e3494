import type { CSSProperties } from 'react'
import { useNow } from '../../data'
import type { Incident } from '../../domain/incident'
import { isUnacknowledged } from '../../domain/wall/order'
import { resumedAt } from '../../domain/wall/recent'
import { cx } from '../../ui'
import { beliefWords, type Light, shortAge } from './believed'
import styles from './card.module.css'
import { Code } from './Code'
import { useWallClock } from './clock'
import { Level } from './Level'
import { factsOf, lastEntry, ranks } from './facts'
import { Age, Due, Moment } from './Ticking'
import type { About } from './useAbout'
import { grown } from './grow'
import { countCut, useCut } from './useCut'
import { measure, useFit } from './useFit'
import type { Names } from './useNames'
import { counted, severityWord } from './words'

export interface CardProps {
  readonly incident: Incident
  readonly about: About
  readonly names: Names
  /** What picks it; undefined beyond the ninth. */
  readonly digit: number | undefined
  readonly picked: boolean
  /** The worst of a few: larger title. */
  readonly lead: boolean
  /** Its width in letters, where it stands alone: then all of it is as large as there is room for. */
  readonly alone?: number
  /** One of many: without plan, recurrence and code. */
  readonly small: boolean
  /** Shorter lines, and more of them. */
  readonly narrow: boolean
  /** Who tells it, and how far that can be believed. */
  readonly light: Light | undefined
}

/** Width in letters from which on a card that stands alone has a column for its code. */
const roomy = 60

const isWhole = (card: HTMLElement): boolean => measure(card, 'y').size === 0 && countCut(card) === 0

function Told({ light: { title, belief, since } }: { readonly light: Light }) {
  const now = useNow(1)
  return (
    <p className={styles.told}>
      {title} is {beliefWords[belief]}
      {since !== undefined && `: told ${shortAge(since, now)} ago`}
    </p>
  )
}

/** One incident as a card: what burns, how bad, since when, who has it, what is due. */
export function Card({ incident, about, names, digit, picked, lead, alone, small, narrow, light }: CardProps) {
  const [container, gone] = useFit('y', alone === undefined ? undefined : (card) => grown(card, alone, isWhole))
  const { at } = useWallClock()
  const cut = useCut(container)
  const facts = factsOf(incident, about, names, narrow)
  const [workload, ...others] = incident.workloads
  const where =
    workload === undefined ? '' : `${names.workload(workload)}${others.length > 0 ? ` +${others.length}` : ''}`
  // A small card has no room for it beside the age: there it is a line like others, that may go.
  const place = small && where !== '' ? [{ term: 'Workload', rank: ranks.where, detail: where, gap: false }] : []
  const shown = small ? [...facts.filter(({ rank }) => rank <= ranks.state), ...place] : facts
  const last = lastEntry(about, names)
  const resumed = resumedAt(about.entries, at)
  const old = light !== undefined && light.belief !== 'live' && light.belief !== 'copy'
  // In the order of the children below: what is dropped is known by its position.
  const first = 2 + (old ? 1 : 0) + (resumed === undefined ? 0 : 1)
  const hidden = (position: number) => gone.has(first + position) && styles.gone
  const style = {
    '--severity': `var(--sev${incident.severity ?? 5})`,
    '--own': `calc(var(${lead ? '--lead' : '--title'}) * var(--grow, 1))`,
  } as CSSProperties
  return (
    <article
      ref={container}
      className={cx(
        styles.card,
        incident.severity === 1 && styles.worst,
        picked && styles.picked,
        old && styles.old,
        narrow && styles.narrow,
        alone !== undefined && styles.alone,
        alone !== undefined && alone >= roomy && styles.roomy,
      )}
      style={style}
      aria-label={`${severityWord(incident.severity)} ${incident.id} ${incident.title}${picked ? ', picked' : ''}`}
      data-lead={lead || undefined}
    >
      <div className={styles.head}>
        <Level level={incident.severity} />
        <span className={styles.id}>{incident.id}</span>
        {!small && where !== '' && <span className={styles.where}>{where}</span>}
        <Age since={incident.opened} />
      </div>
      <h2 className={cx(styles.title, small && styles.few)} data-cut>
        {names.text(incident.title)}
      </h2>
      {old && <Told light={light} />}
      {resumed !== undefined && (
        <p className={styles.resumed}>
          Burns again since <Moment at={resumed} />
        </p>
      )}
      {shown.map(({ term, detail, gap, rank }, index) => (
        <div key={term} className={cx(styles.fact, hidden(index))} data-rank={rank}>
          <span className={styles.term}>{term}</span>
          <span className={cx(gap && styles.gap)}>{detail}</span>
        </div>
      ))}
      {last && (
        <div className={cx(styles.last, hidden(shown.length))} data-rank={ranks.entry}>
          <Moment at={last.entry.at} /> {last.line}
        </div>
      )}
      {!small && (
        <div className={cx(styles.coded, hidden(shown.length + (last ? 1 : 0)))} data-rank={ranks.code}>
          <Code id={incident.id} />
        </div>
      )}
      <div className={styles.due}>
        {digit !== undefined && <kbd className={styles.key}>{digit}</kbd>}
        {isUnacknowledged(incident) ? (
          <b className={styles.need}>{small ? 'Not ack’d' : 'Not acknowledged'}</b>
        ) : (
          <Due incident={incident} narrow={narrow} />
        )}
        {(gone.size > 0 || cut > 0) && (
          <small className={styles.more} title={`${counted(gone.size, 'line')} of this card do not fit`}>
            {cut > 0 && !small && 'title shortened '}
            {gone.size + (small ? cut : 0) > 0 && `+${gone.size + (small ? cut : 0)} not shown`}
          </small>
        )}
      </div>
    </article>
  )
}
