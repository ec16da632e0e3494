import { type ReactNode, useId } from 'react'
import {
  stateOf,
  toldState,
  type ConfiguredSource,
  type Health,
  useHealth,
  useNow,
  useRetry,
  useZone,
} from '../../data'
import { dateTimeText } from '../../domain/time/format'
import { formatInstant } from '../../domain/units'
import { Badge, Button, Card, Definitions, Icon, StatusLight, Time } from '../../ui'
import { diagnose } from './check/diagnose'
import { CheckButton, NextTry, useWhereabouts } from './CheckButton'
import { commandsOf, offerOf } from './offers'
import { SetAsideList } from './SetAsideList'
import styles from './Sources.module.css'
import { caveatWords, count, faultWords } from './words'

/** Seconds by which a backend's clock may differ before it is worth a word. */
const tolerated = 5

/** Ticks by itself, so that the card around it need not. */
function State({ source }: { readonly source: ConfiguredSource }) {
  const health = useHealth().get(source.id)
  const state = stateOf(source, health, useNow(1))
  return <StatusLight light={state.freshness}>{toldState(state)}</StatusLight>
}

interface TroubleProps {
  readonly name: string
  readonly words: string
  readonly advice: string
  readonly configured: ConfiguredSource
  /** Of a proxy, that would help. */
  readonly lines?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

function Trouble({ name, words, advice, configured, lines, onRetry }: TroubleProps) {
  return (
    <div className={styles.error}>
      <Icon name="warn" />
      <strong>{name}</strong>
      <span>{words}</span>
      <span className="muted">
        {advice} <NextTry configured={configured} />
      </span>
      {lines !== undefined && (
        <pre className={styles.lines}>
          <code>{lines}</code>
        </pre>
      )}
      {onRetry && (
        <div>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
    </div>
  )
}

function Gathering({ progress }: { readonly progress: NonNullable<Health['progress']> }) {
  const { done, total, what } = progress
  const of = total === undefined ? '' : ` of ${total.toLocaleString('en')}`
  const id = useId()
  return (
    <div className={styles.progress}>
      <span id={id}>
        Gathering {what}: {done.toLocaleString('en')}
        {of}
      </span>
      <progress aria-labelledby={id} {...(total !== undefined && { max: total, value: done })} />
    </div>
  )
}

/** When it last answered, and how far its clock is off. */
function Answered({ health }: { readonly health: Health | undefined }) {
  const { name } = useZone()
  if (health?.asOf === undefined) return 'never yet'
  const absolute = dateTimeText(health.asOf, name)
  const skew = Math.round((health.clockOffset ?? 0) / 1000)
  return (
    <>
      <Time iso={formatInstant(health.asOf)} absolute={absolute}>
        {absolute}
      </Time>
      {Math.abs(skew) > tolerated && (
        <div>
          Its clock is {Math.abs(skew)} s {skew > 0 ? 'ahead of' : 'behind'} this computer’s. Ages are counted by its
          clock.
        </div>
      )}
    </>
  )
}

function Caveats({ caveats }: { readonly caveats: Health['caveats'] }): ReactNode {
  return (
    <ul className={styles.caveats}>
      {caveats.map(({ kind, text, count: concerned }) => (
        <li key={kind + text}>
          <Badge tone="warn">{caveatWords[kind]}</Badge> {text}
          {concerned !== undefined && ` (${count(concerned, 'record', 'records')})`}
        </li>
      ))}
    </ul>
  )
}

/** One source: what it offers and takes, how fresh it is, what went wrong, what it could not read. */
export function SourceCard({ configured }: { readonly configured: ConfiguredSource }) {
  const { id, title, type, source, refused, fault, reopen } = configured
  const retry = useRetry(id)
  const health = useHealth().get(id)
  const heading = useId()
  const offer = source && offerOf(source)
  const commands = source && commandsOf(source)
  const caveats = health?.caveats ?? []
  const where = useWhereabouts(configured)
  const told = fault && diagnose({ fault, message: refused ?? '', retryAfter: undefined }, where)
  return (
    <li aria-labelledby={heading}>
      <Card>
        <div className={styles.head}>
          <h2 id={heading}>{title}</h2>
          <span className={styles.type}>
            {type} · {id}
          </span>
          {source?.snapshot && <Badge>copy, does not change by itself</Badge>}
          <State source={configured} />
        </div>
        {refused !== undefined && (
          <Trouble
            name="Could not be opened"
            words={refused}
            advice={told?.advice ?? 'Check its entry in watchbill.config.json.'}
            lines={told?.lines}
            configured={configured}
            onRetry={reopen}
          />
        )}
        {health?.error && (
          <Trouble
            name={faultWords[health.error.fault].name}
            words={`${health.error.message}${health.failures > 1 ? ` (${health.failures} times in a row)` : ''}`}
            advice={faultWords[health.error.fault].advice}
            configured={configured}
            onRetry={retry}
          />
        )}
        {health?.progress && <Gathering progress={health.progress} />}
        <Definitions
          items={[
            { term: 'Tells', detail: offer?.tells },
            { term: 'Does not tell', detail: offer?.lacks },
            { term: 'Can', detail: commands?.can },
            { term: 'Cannot', detail: commands?.cannot },
            { term: 'As of', detail: source && <Answered health={health} /> },
            { term: 'Mind', detail: caveats.length > 0 ? <Caveats caveats={caveats} /> : undefined },
          ]}
        />
        {source && <CheckButton configured={configured} limited={health?.error?.fault === 'rate-limited'} />}
        {source?.setAside && <SetAsideList configured={configured} asOf={health?.asOf} />}
      </Card>
    </li>
  )
}
